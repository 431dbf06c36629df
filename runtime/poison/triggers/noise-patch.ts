import type { NoisePatchTrigger, Overflow } from '../../../schema/generated/resolved.js';
import type { Picture } from '../../data/dataset.js';
import type { Stream } from '../../random/stream.js';
import { channelMeans, levelOf } from '../levels.js';
import { describeLocation, drawPlaces, paste } from '../location.js';
import { defineTrigger, type Place, type Trigger } from '../trigger.js';

export interface NoisePatchDraw {
  readonly places: readonly Place[];
  /** Standard normal, float32, [side, side, 3]. */
  readonly noise: Float32Array;
}

/** A square of Gaussian noise around the picture's mean colour, drawn anew for each picture. */
export function noisePatch({ size, location, reach, overflow }: NoisePatchTrigger): Trigger {
  return defineTrigger<NoisePatchDraw>({
    description: `${size}x${size} patch of Gaussian noise ${describeLocation(location)}`,
    minimumSide: size,
    draw: (picture, random) => ({
      places: drawPlaces(location, size, picture, random, reach),
      noise: drawNoise(size, random),
    }),
    paint: (picture, draw) => paintNoisePatch(picture, draw, size, overflow),
    places: (draw) => draw.places,
  });
}

function drawNoise(side: number, random: Stream): Float32Array {
  return Float32Array.from({ length: 3 * side * side }, () => random.normal());
}

/** Values are channel mean + noise in units of the full range, so most are outside of it. */
export function paintNoisePatch(
  picture: Picture,
  { noise, places }: NoisePatchDraw,
  side: number,
  overflow: Overflow,
  means: readonly number[] = channelMeans(picture.data),
): Picture {
  const patch = Uint8Array.from(noise, (value, i) => levelOf(Math.fround(means[i % 3]! + value), overflow));
  return paste(picture, patch, side, places);
}
