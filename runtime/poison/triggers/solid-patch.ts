import type { SolidPatchTrigger } from '../../../schema/generated/resolved.js';
import { levelOf } from '../levels.js';
import { describeLocation, drawPlaces, paste } from '../location.js';
import { defineTrigger, type Place, type Trigger } from '../trigger.js';

/** A square of one colour. */
export function solidPatch({ size, location, reach, color }: SolidPatchTrigger): Trigger {
  const levels = color.map((value) => levelOf(Math.fround(value), 'clamp'));
  const patch = Uint8Array.from({ length: 3 * size * size }, (_, i) => levels[i % 3]!);
  return defineTrigger<readonly Place[]>({
    description: `${size}x${size} patch of colour ${levels.join(',')} ${describeLocation(location)}`,
    minimumSide: size,
    draw: (picture, random) => drawPlaces(location, size, picture, random, reach),
    paint: (picture, places) => paste(picture, patch, size, places),
    places: (places) => places,
  });
}
