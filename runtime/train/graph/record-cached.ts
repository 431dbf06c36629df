import { FLOAT, type Output } from '../../backend/graph/builder.js';
import { GraphVariable } from '../../backend/graph/variable.js';
import { scope } from '../../backend/scope.js';
import type { Tensor } from '../../backend/tensorflow.js';
import type { Forward } from '../../model/forward.js';
import { innerProduct } from '../gradients.js';
import { encode, lossesOf, type Features } from '../step.js';
import {
  differentiate,
  labelInputs,
  lossWeights,
  network,
  updateLosses,
  type LabelFeeds,
  type LossFetches,
  type Recording,
} from './record-step.js';
import { clampLogitScale } from './update.js';
import type { GraphParameter } from './weights.js';

/** Where features, or their gradients, go in or come out. */
export interface FeaturePorts {
  readonly image: Output;
  /** Null where no loss looks at captions. */
  readonly text: Output | null;
}

/** The passes of one part of a batch through the network; `Backward` is what the second one has to fetch. */
export interface PartEntry<Backward = { readonly done: Output }> {
  readonly pairs: number;
  /** First pass: pictures and captions in, features out. */
  readonly forward: { readonly images: Output; readonly ids: Output | null; readonly features: FeaturePorts };
  /** Second pass: the same and the gradients of the features in; the gradients of the parameters out, or added up. */
  readonly backward: Backward & {
    readonly images: Output;
    readonly ids: Output | null;
    readonly seeds: FeaturePorts;
  };
}

/** The losses over all features; a run updates what belongs to the losses, and the logit scale. */
export interface LossEntry extends LossFetches {
  readonly features: FeaturePorts;
  readonly labels: LabelFeeds;
  readonly gradients: FeaturePorts;
}

/** A training step with gradient caching. See `cachedGradients` for what it does. */
export interface CachedStep {
  readonly parts: readonly PartEntry[];
  readonly loss: LossEntry;
  /** Sets the sums of gradients to zero. */
  readonly cleared: Output;
  /** Updates the encoders by the sums of gradients. */
  readonly applied: Output;
}

/** @param sizes how many pairs the parts of a batch have: each size once */
export function recordCached(recording: Recording, batch: number, sizes: readonly number[]): CachedStep {
  const { builder, weights } = recording;
  const sums = gradientSums(recording);
  const parts = sizes.map((size) =>
    recordPart(recording, size, {
      forward: weights.training,
      finish: (gradients) => {
        const added = gradients.flatMap((gradient, i) => (gradient === null ? [] : [sums.add(i, gradient)]));
        const moved = weights.statistics.flatMap(({ variable }) => variable.updated);
        return { done: builder.allDone([...added, ...moved], 'part.done') };
      },
    }),
  );
  weights.startRun();
  const loss = recordLoss(recording, batch);
  return { parts, loss, ...recordUpdate(recording, sums) };
}

/** Sums of the gradients of a batch's parts, in the order of `encoderParameters`. */
export interface GradientSums {
  readonly variables: readonly GraphVariable[];
  /** Numbers of the parameters that the loss depends on, in their order. */
  readonly reached: () => readonly number[];
  /** Notes that a parameter has a gradient. */
  readonly reach: (index: number) => void;
  /** Adds a gradient as part of the run that computes it. */
  readonly add: (index: number, gradient: Output) => Output;
}

/** The parameters whose gradients come from the parts: all but the logit scale. */
export function encoderParameters({ weights }: Recording): readonly GraphParameter[] {
  return weights.parameters.filter(({ name }) => name !== 'logit_scale');
}

export function gradientSums(recording: Recording): GradientSums {
  const { builder } = recording;
  const variables = encoderParameters(recording).map(
    ({ variable }) => new GraphVariable(builder, `sum.${variable.name}`, variable.shape),
  );
  const reached = new Set<number>();
  const reach = (index: number) => void reached.add(index);
  return {
    variables,
    reached: () => [...reached].sort((a, b) => a - b),
    reach,
    add: (index, gradient) => {
      reach(index);
      const { handle, name } = variables[index]!;
      return builder.add(
        'AssignAddVariableOp',
        [handle, gradient],
        { dtype: { type: FLOAT } },
        `${name}.add`,
      );
    },
  };
}

/** The update of the encoders by the sums, and the beginning of new sums. */
export function recordUpdate(
  recording: Recording,
  { variables, reached }: GradientSums,
): Pick<CachedStep, 'cleared' | 'applied'> {
  const { builder, weights, optimizer } = recording;
  const encoders = encoderParameters(recording);
  const withGradient = new Set(reached());
  weights.startRun();
  encoders.forEach((parameter, i) =>
    optimizer.apply('model', parameter, withGradient.has(i) ? variables[i]!.value : null),
  );
  const cleared = variables.map(({ handle, name }, i) => {
    const zeros = builder.add(
      'ZerosLike',
      [encoders[i]!.variable.value],
      { T: { type: FLOAT } },
      `${name}.zeros`,
    );
    return builder.add('AssignVariableOp', [handle, zeros], { dtype: { type: FLOAT } }, `${name}.clear`);
  });
  const applied = encoders.flatMap(({ variable }) => variable.updated);
  return {
    cleared: builder.allDone(cleared, 'cached.cleared'),
    applied: builder.allDone(applied, 'cached.applied'),
  };
}

/** Both passes of a part of `pairs` pairs; `finish` says what becomes of the parameters' gradients in the second. */
export function recordPart<Backward>(
  recording: Recording,
  pairs: number,
  {
    forward: through,
    finish,
  }: {
    readonly forward: Forward;
    readonly finish: (gradients: readonly (Output | null)[]) => Backward;
  },
): PartEntry<Backward> {
  const { builder, inputs, recorder, weights, model, objective, encoders: noted } = recording;
  const rows = pairs * (objective.needsAugmented ? 2 : 1);
  const inputsOf = (name: string) => {
    const images = inputs.images(`${name}.images`, rows);
    const ids = objective.needsTexts ? inputs.ids(`${name}.ids`, rows) : null;
    const input = { images: images.standIn, ...(ids ? { ids: ids.standIn } : {}) };
    return { images: images.feed, ids: ids?.feed ?? null, input };
  };
  const forward = scope(() => {
    const { input, ...feeds } = inputsOf('part');
    const features = recorder.run(() => {
      const rehearse = () => ({ ...encode(weights.rehearsal, model, input) });
      const { image, text } = noted ? noted.encode(rehearse) : rehearse();
      // Fetched values are float32, whatever the encoders compute in.
      const fetched = (tensor: Tensor) =>
        builder.after(recorder.outputOf(tensor), FLOAT, [], 'part.features');
      return { image: fetched(image), text: text ? fetched(text) : null };
    });
    return { ...feeds, features };
  });
  weights.startRun();
  const backward = scope(() => {
    const { input, ...feeds } = inputsOf('part.again');
    const { features: seed, ports: seeds } = featureInputs(recording, 'part.seed', rows);
    const { gradients } = differentiate(
      recording,
      () => ({ total: innerProduct(network(recording, input, through), seed), each: [] }),
      encoderParameters(recording).map(({ standIn }) => standIn),
    );
    return { ...feeds, seeds, ...finish(gradients) };
  });
  return { pairs, forward, backward };
}

/** The losses over the features of a whole batch. */
export function recordLoss(recording: Recording, batch: number): LossEntry {
  const { builder, weights, losses, objective, optimizer } = recording;
  const rows = batch * (objective.needsAugmented ? 2 : 1);
  return scope(() => {
    const { features, ports } = featureInputs(recording, 'loss.features', rows);
    const labels = labelInputs(recording, batch);
    const logit = weights.parameter('logit_scale');
    const to = [features.image, ...(features.text ? [features.text] : [])];
    const { total, each, gradients } = differentiate(
      recording,
      () => lossesOf(objective, features, lossWeights(recording, labels.standIns)),
      [...to, logit.standIn, ...losses.parameters.map(({ standIn }) => standIn)],
    );
    const rest = gradients.slice(to.length);
    optimizer.apply('model', logit, rest[0]!);
    updateLosses(recording, rest.slice(1));
    const logitScale = clampLogitScale(builder, logit.variable);
    const updates = [logit, ...losses.parameters].flatMap(({ variable }) => variable.updated);
    return {
      features: ports,
      labels: labels.feeds,
      gradients: { image: gradients[0]!, text: features.text ? gradients[1]! : null },
      each,
      total: builder.after(total, FLOAT, updates, 'step.total'),
      logitScale,
    };
  });
}

function featureInputs(
  { inputs, objective }: Recording,
  name: string,
  rows: number,
): { readonly features: Features; readonly ports: FeaturePorts } {
  const image = inputs.features(`${name}.image`, rows);
  const text = objective.needsTexts ? inputs.features(`${name}.text`, rows) : null;
  return {
    features: { image: image.standIn, ...(text ? { text: text.standIn } : {}) },
    ports: { image: image.feed, text: text?.feed ?? null },
  };
}
