import { ops } from '../backend/ops.js';
import { tf, type Scalar, type Tensor1D, type Tensor2D } from '../backend/tensorflow.js';
import { constant, normal, uniform, type Distribution } from '../model/parameter.js';
import { ownArray, type LabelledLoss, type Loss, type LossArrays, type LossInputs } from './loss.js';

/** Losses with a linear head. */
export type HeadName = 'clustering' | LabelledLoss;

export const headArray = (head: HeadName, name: 'weight' | 'bias' | 'centroids') => `heads.${head}.${name}`;

/** Shape of a head: [classes, dim] and [classes]. */
interface HeadSize {
  readonly dim: number;
  readonly classes: number;
}

/**
 * Deep clustering as the study's: cross-entropy of W I + b on the number of the centroid nearest to the current
 * embedding by inner product, which no gradient goes through.
 */
export function clustering(size: HeadSize): Loss {
  const centroids = headArray('clustering', 'centroids');
  return {
    ...head('clustering', { ...size, weight: normal(0.01), bias: constant(0), decays: false }),
    arrays: {
      ...arraysOf('clustering', { ...size, weight: normal(0.01), bias: constant(0), decays: false }),
      given: [{ name: centroids, shape: [size.classes, size.dim] }],
    },
    compute: (inputs) => {
      const labels = nearestCentroid(inputs.image, ownArray(inputs, centroids));
      return crossEntropy('clustering', inputs, inputs.image, labels);
    },
  };
}

/** Cross-entropy of W I + b on a teacher's classes; the head is drawn as clustering's and not decayed, as in the study. */
export function pseudoLabels(size: HeadSize): Loss {
  return head('pseudo_labels', { ...size, weight: normal(0.01), bias: constant(0), decays: false });
}

/**
 * Supervised finetuning of CleanCLIP (arXiv 2303.03323, 4.2): cross-entropy of a linear head, drawn as PyTorch draws
 * linear layers, over image features that are not normalised.
 */
export function supervised(size: HeadSize): Loss {
  const bound = uniform(1 / Math.sqrt(size.dim));
  const found = head('supervised', { ...size, weight: bound, bias: bound, decays: true });
  return {
    ...found,
    compute: (inputs) => {
      if (inputs.features === undefined) throw new Error('the loss "supervised" needs image features');
      return crossEntropy('supervised', inputs, inputs.features, labelsOf('supervised', inputs));
    },
  };
}

/** The row of `centroids` with the largest inner product with each embedding; int32, outside the gradient. */
export function nearestCentroid(embeddings: Tensor2D, centroids: Tensor2D): Tensor1D {
  return tf.argMax(tf.matMul(embeddings, centroids, false, true), 1);
}

interface HeadOptions extends HeadSize {
  readonly weight: Distribution;
  readonly bias: Distribution;
  readonly decays: boolean;
}

function head(name: LabelledLoss | 'clustering', options: HeadOptions): Loss {
  return {
    needsAugmented: false,
    needsTexts: false,
    arrays: arraysOf(name, options),
    compute: (inputs) => crossEntropy(name, inputs, inputs.image, labelsOf(name as LabelledLoss, inputs)),
  };
}

function arraysOf(name: HeadName, { dim, classes, weight, bias, decays }: HeadOptions): LossArrays {
  return {
    learned: [
      { name: headArray(name, 'weight'), shape: [classes, dim], init: weight, half: false, decays },
      { name: headArray(name, 'bias'), shape: [classes], init: bias, half: false, decays: false },
    ],
    given: [],
  };
}

function labelsOf(name: LabelledLoss, { labels }: LossInputs): Tensor1D {
  const found = labels?.[name];
  if (found === undefined) throw new Error(`the loss "${name}" needs a class for each pair`);
  return found;
}

function crossEntropy(name: HeadName, inputs: LossInputs, x: Tensor2D, labels: Tensor1D) {
  const weight = ownArray<Tensor2D>(inputs, headArray(name, 'weight'));
  const bias = ownArray<Tensor1D>(inputs, headArray(name, 'bias'));
  return tf.mean<Scalar>(ops.crossEntropy(ops.linear(x, weight, bias), labels));
}
