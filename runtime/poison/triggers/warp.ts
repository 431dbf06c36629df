import type { WarpTrigger } from '../../../schema/generated/resolved.js';
import { stream } from '../../random/stream.js';
import { defineTrigger, type Size, type Trigger } from '../trigger.js';
import { sampleBilinear, samplingGrid, upsample, type Field } from './warp-field.js';

/**
 * A smooth warp of the whole picture by one fixed random field
 * (WaNet: Nguyen and Tran, "WaNet - imperceptible warping-based backdoor attack", arXiv 2102.10369).
 */
export function warp({ strength, grid, field_seed }: WarpTrigger): Trigger {
  const grids = new Map<string, Field>();
  const gridFor = (size: Size): Field => {
    const name = `${size.width}x${size.height}`;
    const known = grids.get(name);
    if (known) return known;
    const noise = drawField(field_seed, grid ? { width: grid, height: grid } : size);
    const made = samplingGrid(upsample(noise, size), strength);
    grids.set(name, made);
    return made;
  };
  return defineTrigger<null>({
    description: `warp of strength ${strength}`,
    draw: () => null,
    paint: (picture) => sampleBilinear(picture, gridFor(picture)),
  });
}

/** U(-1, 1), divided by its mean absolute value. A function of the seed and the size alone. */
function drawField(seed: number, { width, height }: Size): Field {
  const random = stream(seed, 'warp field', width, height);
  const values = Float32Array.from({ length: 2 * width * height }, () => 2 * random.float() - 1);
  let sum = 0;
  for (const value of values) sum += Math.abs(value);
  const mean = sum / values.length;
  return { width, height, values: values.map((value) => value / mean) };
}
