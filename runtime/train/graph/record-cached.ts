import { FLOAT, type Output } from '../../backend/graph/builder.js';
import { GraphVariable } from '../../backend/graph/variable.js';
import { scope } from '../../backend/scope.js';
import type { Tensor } from '../../backend/tensorflow.js';
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
interface FeaturePorts {
  readonly image: Output;
  /** Null where no loss looks at captions. */
  readonly text: Output | null;
}

/** The passes of one part of a batch through the network. */
export interface PartEntry {
  readonly pairs: number;
  /** First pass: pictures and captions in, features out. */
  readonly forward: { readonly images: Output; readonly ids: Output | null; readonly features: FeaturePorts };
  /** Second pass: the same and the gradients of the features in; the gradients of the parameters are added up. */
  readonly backward: {
    readonly images: Output;
    readonly ids: Output | null;
    readonly seeds: FeaturePorts;
    readonly done: Output;
  };
}

/** A training step with gradient caching. See `cachedGradients` for what it does. */
export interface CachedStep {
  readonly parts: readonly PartEntry[];
  /** The losses over all features; updates what belongs to the losses, and the logit scale. */
  readonly loss: LossFetches & {
    readonly features: FeaturePorts;
    readonly labels: LabelFeeds;
    readonly gradients: FeaturePorts;
  };
  /** Sets the sums of gradients to zero. */
  readonly cleared: Output;
  /** Updates the encoders by the sums of gradients. */
  readonly applied: Output;
}

/** @param sizes how many pairs the parts of a batch have: each size once */
export function recordCached(recording: Recording, batch: number, sizes: readonly number[]): CachedStep {
  const { builder, weights, optimizer } = recording;
  const encoders = weights.parameters.filter(({ name }) => name !== 'logit_scale');
  const sums = encoders.map(
    ({ variable }) => new GraphVariable(builder, `sum.${variable.name}`, variable.shape),
  );
  const reached = new Set<number>();
  const parts = sizes.map((size) => recordPart(recording, size, encoders, sums, reached));
  weights.startRun();
  const loss = recordLoss(recording, batch);
  weights.startRun();
  encoders.forEach((parameter, i) =>
    optimizer.apply('model', parameter, reached.has(i) ? sums[i]!.value : null),
  );
  const cleared = sums.map(({ handle, name }, i) => {
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
    parts,
    loss,
    cleared: builder.allDone(cleared, 'cached.cleared'),
    applied: builder.allDone(applied, 'cached.applied'),
  };
}

function recordPart(
  recording: Recording,
  pairs: number,
  encoders: readonly GraphParameter[],
  sums: readonly GraphVariable[],
  reached: Set<number>,
): PartEntry {
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
      () => ({ total: innerProduct(network(recording, input), seed), each: [] }),
      encoders.map(({ standIn }) => standIn),
    );
    const added = gradients.flatMap((gradient, i) => {
      if (gradient === null) return [];
      reached.add(i);
      const { handle, name } = sums[i]!;
      return [
        builder.add('AssignAddVariableOp', [handle, gradient], { dtype: { type: FLOAT } }, `${name}.add`),
      ];
    });
    const moved = weights.statistics.flatMap(({ variable }) => variable.updated);
    return { ...feeds, seeds, done: builder.allDone([...added, ...moved], 'part.done') };
  });
  return { pairs, forward, backward };
}

function recordLoss(recording: Recording, batch: number): CachedStep['loss'] {
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
