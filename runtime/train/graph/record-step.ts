import type { Model } from '../../../schema/generated/resolved.js';
import { FLOAT, type GraphBuilder, type Output } from '../../backend/graph/builder.js';
import type { Recorder } from '../../backend/graph/recorder.js';
import { valueAndGradients } from '../../backend/gradients.js';
import { scope } from '../../backend/scope.js';
import type { EncoderNodes } from '../../backend/graph/encoder-nodes.js';
import type { Scalar, Tensor } from '../../backend/tensorflow.js';
import type { Forward } from '../../model/forward.js';
import type { LabelledLoss } from '../../objective/loss.js';
import type { WeightedLosses } from '../../objective/objective.js';
import { encode, lossesOf, type BatchLabels, type Features, type StepInput } from '../step.js';
import type { Inputs } from './inputs.js';
import type { GraphLosses } from './losses.js';
import { clampLogitScale, type GraphOptimizer } from './update.js';
import type { GraphWeights } from './weights.js';

/** What recording a training's entries takes. */
export interface Recording {
  readonly builder: GraphBuilder;
  readonly recorder: Recorder;
  readonly inputs: Inputs;
  readonly weights: GraphWeights;
  readonly losses: GraphLosses;
  readonly optimizer: GraphOptimizer;
  readonly model: Model;
  readonly objective: WeightedLosses;
  /** Takes note of which nodes are the encoders', where these are to compute in less than float32. */
  readonly encoders: EncoderNodes | null;
}

/** The encoders' forward pass in training mode. */
export function network(
  { weights, model, encoders }: Recording,
  input: StepInput,
  forward: Forward = weights.training,
): Features {
  const work = () => ({ ...encode(forward, model, input) });
  return encoders ? encoders.encode(work) : work();
}

/** Where the labels of a batch go in. */
export type LabelFeeds = Readonly<Partial<Record<LabelledLoss, Output>>>;

/** What every step tells, fetched once all its updates are done. */
export interface LossFetches {
  readonly total: Output;
  readonly each: readonly Output[];
  readonly logitScale: Output;
}

export interface StepEntry extends LossFetches {
  /** [batch, side, side, 3] and [batch, context]; twice the batch when augmented copies follow the originals. */
  readonly images: Output;
  /** Null where no loss looks at captions. */
  readonly ids: Output | null;
  readonly labels: LabelFeeds;
}

/** Forward, backward, AdamW, running statistics, and the clamp of the logit scale. */
export function recordStep(recording: Recording, batch: number): StepEntry {
  const { builder, inputs, weights, losses, objective } = recording;
  const rows = batch * (objective.needsAugmented ? 2 : 1);
  return scope(() => {
    const images = inputs.images('step.images', rows);
    const ids = objective.needsTexts ? inputs.ids('step.ids', rows) : null;
    const labels = labelInputs(recording, batch);
    const parameters = [...weights.parameters, ...losses.parameters];
    const { total, each, gradients } = differentiate(
      recording,
      () =>
        lossesOf(
          objective,
          network(recording, { images: images.standIn, ...(ids ? { ids: ids.standIn } : {}) }),
          lossWeights(recording, labels.standIns),
        ),
      parameters.map(({ standIn }) => standIn),
    );
    update(recording, gradients);
    const logitScale = clampLogitScale(builder, weights.parameter('logit_scale').variable);
    const updates = [...parameters, ...weights.statistics].flatMap(({ variable }) => variable.updated);
    return {
      images: images.feed,
      ids: ids?.feed ?? null,
      labels: labels.feeds,
      each,
      total: builder.after(total, FLOAT, updates, 'step.total'),
      logitScale,
    };
  });
}

/** AdamW on the model's parameters and the losses', with gradients in this order. */
function update({ weights, losses, optimizer }: Recording, gradients: readonly (Output | null)[]): void {
  weights.parameters.forEach((parameter, i) => optimizer.apply('model', parameter, gradients[i]!));
  updateLosses({ losses, optimizer }, gradients.slice(weights.parameters.length));
}

/** AdamW on the losses' own parameters. */
export function updateLosses(
  { losses, optimizer }: Pick<Recording, 'losses' | 'optimizer'>,
  gradients: readonly (Output | null)[],
): void {
  let i = 0;
  for (const { name, learned } of losses.all)
    for (const parameter of learned) optimizer.apply(name, parameter, gradients[i++]!);
}

/** What the losses need besides features. */
export function lossWeights({ weights, losses }: Recording, labels: BatchLabels) {
  const logitScale = weights.parameter('logit_scale').standIn as Scalar;
  return { logitScale, own: losses.own, labels };
}

export function labelInputs(
  { inputs, objective }: Recording,
  batch: number,
): { readonly feeds: LabelFeeds; readonly standIns: BatchLabels } {
  const all = objective.labelled.map((name) => [name, inputs.labels(`labels.${name}`, batch)] as const);
  return {
    feeds: Object.fromEntries(all.map(([name, { feed }]) => [name, feed])),
    standIns: Object.fromEntries(all.map(([name, { standIn }]) => [name, standIn])),
  };
}

interface Differentiated {
  readonly total: Output;
  readonly each: readonly Output[];
  /** Null where the total does not depend on the tensor. */
  readonly gradients: readonly (Output | null)[];
}

/** Records a function and its gradients. */
export function differentiate(
  { recorder, encoders }: Recording,
  compute: () => { readonly total: Scalar; readonly each: readonly Scalar[] },
  to: readonly Tensor[],
): Differentiated {
  return recorder.run(() => {
    let each: Output[] = [];
    const { value, gradients } = valueAndGradients(() => {
      const losses = compute();
      each = losses.each.map((one) => recorder.outputOf(one));
      return losses.total;
    }, to);
    encoders?.endBackward();
    return {
      each,
      total: recorder.outputOf(value),
      gradients: gradients.map((one) => (one === null ? null : recorder.outputOf(one))),
    };
  });
}
