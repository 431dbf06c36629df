import { tf, type Scalar } from '../backend/tensorflow.js';
import type { Loss, LossInputs } from './loss.js';
import { mmcl } from './mmcl.js';
import { siglip } from './siglip.js';
import { ssl } from './ssl.js';

/** Every loss by the name that an objective calls it. */
export const losses = { mmcl, ssl, siglip } satisfies Record<string, Loss>;

export type LossName = keyof typeof losses;

/** A weighted sum of losses. */
export interface WeightedLosses {
  readonly names: readonly LossName[];
  /** Whether some of them needs the augmented copies. */
  readonly needsAugmented: boolean;
  /** The sum, and each loss by itself without its weight, in the order of `names`. */
  compute(inputs: LossInputs): { readonly total: Scalar; readonly each: readonly Scalar[] };
}

/**
 * The objective with these weights. A loss of weight 0 is the same as one that is not there: it is not computed.
 * @throws {RangeError} if no loss has a weight above 0
 */
export function weightedLosses(weights: Readonly<Partial<Record<LossName, number>>>): WeightedLosses {
  const names = (Object.keys(losses) as LossName[]).filter((name) => (weights[name] ?? 0) > 0);
  if (names.length === 0) throw new RangeError('the objective has no loss with a weight above 0');
  return {
    names,
    needsAugmented: names.some((name) => losses[name].needsAugmented),
    compute: (inputs) => {
      const each = names.map((name) => losses[name].compute(inputs));
      const weighted = each.map((loss, i) => tf.mul<Scalar>(loss, weights[names[i]!]!));
      return { total: weighted.reduce((sum, term) => tf.add<Scalar>(sum, term)), each };
    },
  };
}
