import type { Model } from '../../schema/generated/resolved.js';
import { valueAndGradients } from '../backend/gradients.js';
import { tf, type NamedTensorMap, type Scalar, type Tensor, type Tensor2D } from '../backend/tensorflow.js';
import type { ModelState, Parameter } from '../model/state.js';
import type { WeightedLosses } from '../objective/objective.js';
import { encode, lossesOf, type BatchLabels, type Features, type StepInput } from './step.js';

/** What one forward and backward pass gives. The caller's tidy scope owns it. */
export interface LossGradients {
  /** The objective, then each of its losses. */
  readonly losses: readonly Scalar[];
  /** Gradients of the objective by the variables' names; none of what it does not depend on. */
  readonly gradients: NamedTensorMap;
}

/** What the losses have besides the model: arrays of their own, and the classes of the pairs. */
export interface LossSide {
  readonly parameters: readonly Parameter[];
  readonly own: (name: string) => Tensor;
  readonly labels: BatchLabels;
}

const nothing: LossSide = {
  parameters: [],
  own: (name) => {
    throw new Error(`there is no array ${name}`);
  },
  labels: {},
};

/** Forward and backward pass of a training step. */
export function lossGradients(
  state: ModelState,
  model: Model,
  objective: WeightedLosses,
  input: StepInput,
  side: LossSide = nothing,
): LossGradients {
  const parameters = [...state.parameters, ...side.parameters];
  return differentiate(parameters, () =>
    lossesOf(objective, encode(state.training, model, input), {
      ...side,
      logitScale: state.variable('logit_scale') as Tensor as Scalar,
    }),
  );
}

/**
 * The same for a batch in parts, which go through the network one at a time: gradient caching (Gao et al., "Scaling Deep
 * Contrastive Learning Batch Size under Memory Limited Setup", arXiv 2101.06983). The first pass keeps features only; the
 * loss over all of them gives their gradients; the second pass takes these through the network, part by part, and sums
 * up. The gradient is that of the whole batch, up to the order of sums, if no row depends on others in the network: batch
 * normalisation normalises each part by itself, and running statistics take in each part's.
 */
export function cachedGradients(
  state: ModelState,
  model: Model,
  objective: WeightedLosses,
  parts: readonly StepInput[],
  side: LossSide = nothing,
): LossGradients {
  const features = parts.map((part) => tf.tidy(() => ({ ...encode(state.rehearsal, model, part) })));
  const copies = objective.needsAugmented ? 2 : 1;
  const image = joined(
    features.map((one) => one.image),
    copies,
  );
  const text = objective.needsTexts
    ? joined(
        features.map((one) => one.text!),
        copies,
      )
    : undefined;
  const logitScale = state.parameters.find(({ spec }) => spec.name === 'logit_scale')!;
  const outer = differentiate(
    [logitScale, ...side.parameters],
    () =>
      lossesOf(objective, text ? { image, text } : { image }, {
        ...side,
        logitScale: logitScale.variable as Tensor as Scalar,
      }),
    text ? [image, text] : [image],
  );
  const [dImage, dText] = outer.inner as [Tensor2D, Tensor2D?];
  const sizes = features.map((one) => one.image.shape[0] / copies);
  const gradients: NamedTensorMap = { ...outer.gradients };
  parts.forEach((part, i) => {
    const start = sizes.slice(0, i).reduce((sum, size) => sum + size, 0);
    const rows = (all: Tensor2D) => partOf(all, start, sizes[i]!, copies);
    const inner = tf.tidy(() => {
      const seed = dText ? { image: rows(dImage), text: rows(dText) } : { image: rows(dImage) };
      return differentiate(state.parameters, () => {
        const total = innerProduct(encode(state.training, model, part), seed);
        return { total, each: [] };
      }).gradients;
    });
    for (const [name, gradient] of Object.entries(inner)) {
      const before = gradients[name];
      gradients[name] = before === undefined ? gradient : tf.add(before, gradient);
      if (before !== undefined) tf.dispose([before, gradient]);
    }
  });
  return { losses: outer.losses, gradients };
}

/** sum of features · seed: a function whose gradient at the features is the seed. */
export function innerProduct(features: Features, seed: Features): Scalar {
  const image = tf.sum<Scalar>(tf.mul(features.image, seed.image));
  if (features.text === undefined || seed.text === undefined) return image;
  return tf.add(image, tf.sum<Scalar>(tf.mul(features.text, seed.text)));
}

/** Rows of all parts, the copies of all parts after the originals of all parts. */
export function joined(parts: readonly Tensor2D[], copies: number): Tensor2D {
  if (copies === 1) return tf.concat([...parts]);
  const split = parts.map((part) => tf.split<Tensor2D>(part, copies));
  return tf.concat(Array.from({ length: copies }, (_, view) => tf.concat(split.map((one) => one[view]!))));
}

/** The rows of one part out of `joined`, as the part had them. */
export function partOf(all: Tensor2D, start: number, size: number, copies: number): Tensor2D {
  const views = tf.split<Tensor2D>(all, copies);
  return tf.concat<Tensor2D>(views.map((view) => tf.slice(view, [start, 0], [size, -1])));
}

interface Differentiated extends LossGradients {
  /** Gradients to the tensors asked for besides the parameters. */
  readonly inner: readonly (Tensor | null)[];
}

function differentiate(
  parameters: readonly Parameter[],
  compute: () => { readonly total: Scalar; readonly each: readonly Scalar[] },
  besides: readonly Tensor[] = [],
): Differentiated {
  let each: readonly Scalar[] = [];
  const variables = parameters.map(({ variable }) => variable);
  const { value, gradients } = valueAndGradients(() => {
    const losses = compute();
    each = losses.each.map((loss) => tf.keep(tf.clone(loss))); // all but the one value it returns is disposed
    return losses.total;
  }, [...variables, ...besides]);
  const losses = [value, ...each.map((loss) => tf.clone(loss))];
  tf.dispose([...each]);
  const named: NamedTensorMap = {};
  variables.forEach(({ name }, i) => {
    const gradient = gradients[i];
    if (gradient) named[name] = gradient;
  });
  return { losses, gradients: named, inner: gradients.slice(variables.length) };
}
