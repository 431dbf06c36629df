import { drawParameter } from '../model/initialize.js';
import { float32Array, type NamedArrays } from '../store/array.js';
import { trainingObjective, type Engine, type EngineConfig } from './engine.js';
import type { Loss } from '../objective/loss.js';

/** The arrays of a loss as they are drawn at `when`; what is given from outside is zero. */
export function freshLossArrays({ arrays }: Loss, seed: number, when: string): NamedArrays {
  const { learned, given } = arrays;
  return new Map([
    ...learned.map((spec) => [spec.name, drawParameter(spec, seed, when)] as const),
    ...given.map(({ name, shape }) => {
      const length = shape.reduce((product, side) => product * side, 1);
      return [name, float32Array(new Float32Array(length), shape)] as const;
    }),
  ]);
}

/**
 * Fresh heads for a training that begins, whatever the weights that it starts from had; a learned bias is drawn fresh
 * only where they have none.
 *
 * @param start the weights that the training starts from
 */
export function beginLosses(engine: Engine, config: EngineConfig, seed: number, start: NamedArrays): void {
  const objective = trainingObjective(config);
  objective?.losses.forEach((loss, i) => {
    const name = objective.names[i]!;
    const { learned } = loss.arrays;
    if (learned.length === 0) return;
    if (name === 'siglip' && learned.every((spec) => start.has(spec.name))) return;
    engine.setLoss(name, freshLossArrays(loss, seed, 'start'));
  });
}
