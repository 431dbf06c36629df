import type { Objective } from '../../schema/generated/resolved.js';
import type { SiglipConfig } from '../../schema/stages/training.js';
import { tf, type Scalar } from '../backend/tensorflow.js';
import { clustering, pseudoLabels, supervised } from './heads.js';
import type { LabelledLoss, Loss, LossInputs } from './loss.js';
import { mmcl } from './mmcl.js';
import { siglip } from './siglip.js';
import { ssl } from './ssl.js';

export type LossName = keyof Objective;

/** What losses have to know besides their weights. */
export interface LossOptions {
  readonly siglip?: SiglipConfig;
  /** Width of the embedding; asked for by heads. */
  readonly embedDim?: number;
  /** Classes that a head tells apart. */
  readonly classes?: Partial<Record<LabelledLoss | 'clustering', number>>;
}

/** Every loss by the name that an objective calls it. */
const losses: { readonly [Name in LossName]-?: (options: LossOptions) => Loss } = {
  mmcl: () => mmcl,
  ssl: () => ssl,
  siglip: ({ siglip: form = { form: 'study' } }) => siglip(form),
  clustering: (options) => clustering(headSize('clustering', options)),
  pseudo_labels: (options) => pseudoLabels(headSize('pseudo_labels', options)),
  supervised: (options) => supervised(headSize('supervised', options)),
};

function headSize(name: LabelledLoss | 'clustering', { embedDim, classes }: LossOptions) {
  const count = classes?.[name];
  if (embedDim === undefined || count === undefined)
    throw new RangeError(`the loss "${name}" has to know how many classes there are`);
  return { dim: embedDim, classes: count };
}

/** A weighted sum of losses. */
export interface WeightedLosses {
  readonly names: readonly LossName[];
  readonly losses: readonly Loss[];
  /** Whether some of them needs the augmented copies. */
  readonly needsAugmented: boolean;
  /** Whether some of them looks at captions. */
  readonly needsTexts: boolean;
  /** Whether some of them looks at image features that are not normalised. */
  readonly needsFeatures: boolean;
  /** Those that need a class for each pair. */
  readonly labelled: readonly LabelledLoss[];
  /** The sum, and each loss by itself without its weight, in the order of `names`. */
  compute(inputs: LossInputs): { readonly total: Scalar; readonly each: readonly Scalar[] };
}

/**
 * The objective with these weights. A loss of weight 0 is the same as one that is not there: it is not computed.
 * @throws {RangeError} if no loss has a weight above 0
 */
export function weightedLosses(
  weights: Readonly<Partial<Record<LossName, number>>>,
  options: LossOptions = {},
): WeightedLosses {
  const names = (Object.keys(losses) as LossName[]).filter((name) => (weights[name] ?? 0) > 0);
  if (names.length === 0) throw new RangeError('the objective has no loss with a weight above 0');
  const chosen = names.map((name) => losses[name](options));
  return {
    names,
    losses: chosen,
    needsAugmented: chosen.some((loss) => loss.needsAugmented),
    needsTexts: chosen.some((loss) => loss.needsTexts),
    needsFeatures: names.includes('supervised'),
    labelled: names.filter((name) => name === 'pseudo_labels' || name === 'supervised'),
    compute: (inputs) => {
      const each = chosen.map((loss) => loss.compute(inputs));
      const weighted = each.map((loss, i) => tf.mul<Scalar>(loss, weights[names[i]!]!));
      return { total: weighted.reduce((sum, term) => tf.add<Scalar>(sum, term)), each };
    },
  };
}
