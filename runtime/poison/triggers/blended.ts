import type { BlendedTrigger } from '../../../schema/generated/resolved.js';
import type { Picture } from '../../data/dataset.js';
import { blend } from '../levels.js';
import { defineTrigger, type Trigger } from '../trigger.js';

/** Uniform noise over the whole picture, mixed in, drawn anew for each picture. */
export function blended({ opacity }: BlendedTrigger): Trigger {
  return defineTrigger<Float32Array>({
    description: `uniform noise blended in at ${opacity}`,
    draw: ({ width, height }, random) =>
      Float32Array.from({ length: 3 * width * height }, () => random.float()),
    paint: (picture, noise) => paintBlended(picture, noise, opacity),
  });
}

/** @param noise float32 in 0..1, [height, width, 3] */
export function paintBlended(picture: Picture, noise: Float32Array, opacity: number): Picture {
  const data = Uint8Array.from(picture.data, (level, i) => blend(level, noise[i]!, opacity));
  return { ...picture, data };
}
