import type { PatchLocation, PatchReach } from '../../schema/generated/resolved.js';
import type { Picture } from '../data/dataset.js';
import type { Stream } from '../random/stream.js';
import type { Place, Size } from './trigger.js';

/** Places of a square patch of side `patch`: one anywhere in the picture, all four corners, or a fixed one. */
export function drawPlaces(
  location: PatchLocation,
  patch: number,
  { width, height }: Size,
  random: Stream,
  reach: PatchReach = 'whole',
): Place[] {
  const [bottom, right] = [height - patch, width - patch];
  switch (location) {
    case 'random':
      return [{ row: random.int(placesOn(bottom, reach)), column: random.int(placesOn(right, reach)) }];
    case 'four-corners':
      return [
        { row: 0, column: 0 },
        { row: 0, column: right },
        { row: bottom, column: 0 },
        { row: bottom, column: right },
      ];
    case 'top-left':
      return [{ row: 0, column: 0 }];
    case 'top-right':
      return [{ row: 0, column: right }];
    case 'bottom-left':
      return [{ row: bottom, column: 0 }];
    case 'bottom-right':
      return [{ row: bottom, column: right }];
    case 'centre':
      return [{ row: bottom >> 1, column: right >> 1 }];
  }
}

/** How many places there are up to the last one. The study's draw leaves that out, so the last row is never covered. */
function placesOn(last: number, reach: PatchReach): number {
  return reach === 'whole' ? last + 1 : Math.max(1, last);
}

/** A copy of the picture with a square patch of RGB bytes pasted at each place. */
export function paste(picture: Picture, patch: Uint8Array, side: number, places: readonly Place[]): Picture {
  const data = Uint8Array.from(picture.data);
  for (const { row, column } of places) {
    for (let y = 0; y < side; y++) {
      const from = 3 * y * side;
      data.set(patch.subarray(from, from + 3 * side), 3 * ((row + y) * picture.width + column));
    }
  }
  return { ...picture, data };
}

export function describeLocation(location: PatchLocation): string {
  if (location === 'random') return 'at a random place';
  if (location === 'four-corners') return 'in all four corners';
  return location === 'centre' ? 'in the centre' : `in the ${location.replace('-', ' ')} corner`;
}
