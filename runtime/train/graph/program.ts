import type { Model, Objective, Optimizer } from '../../../schema/generated/resolved.js';
import {
  adamwInputs,
  applyAdamW,
  momentsOf,
  type AdamWFeeds,
  type Moments,
} from '../../backend/graph/adamw.js';
import { FLOAT, GraphBuilder, INT32, type Output } from '../../backend/graph/builder.js';
import { Recorder } from '../../backend/graph/recorder.js';
import type { GraphVariable } from '../../backend/graph/variable.js';
import type { GraphNode } from '../../backend/graph/messages.js';
import { tf, type Tensor, type Tensor2D, type Tensor4D } from '../../backend/tensorflow.js';
import { embedImages, embedTexts } from '../../model/clip.js';
import { weightedLosses } from '../../objective/objective.js';
import type { BatchSizes, EngineConfig } from '../engine.js';
import { forwardLosses, logitScaleRange } from '../step.js';
import { GraphWeights } from './weights.js';

export interface StepEntry extends AdamWFeeds {
  /** [batch, side, side, 3] and [batch, context]; twice the batch when augmented copies follow the originals. */
  readonly images: Output;
  readonly ids: Output;
  /** The total loss, each loss, and the logit scale after the step; fetched once all updates are done. */
  readonly total: Output;
  readonly each: readonly Output[];
  readonly logitScale: Output;
}

interface EmbedEntry {
  readonly feed: Output;
  readonly fetch: Output;
}

/** An array that a checkpoint holds, and where it lives in the graph. */
export interface Slot {
  readonly name: string;
  /** PyTorch's shape, as in files. */
  readonly shape: readonly number[];
  /** Shape in memory. */
  readonly memory: readonly number[];
  readonly isMoment: boolean;
  readonly feed: Output;
  readonly value: Output;
}

/** A graph with all that a training needs: the step, and embedding for evaluation, over the same variables. */
export interface Program {
  readonly nodes: readonly GraphNode[];
  /** Weights, statistics and moments: feed each one's `feed` and fetch `loaded` to set them all. */
  readonly slots: readonly Slot[];
  readonly loaded: Output;
  readonly batchNorms: readonly string[];
  readonly step: StepEntry | null;
  readonly images: EmbedEntry;
  readonly texts: EmbedEntry;
}

/** Records a program by running every entry once on stand-in values. */
export function recordProgram({ model, objective, optimizer }: EngineConfig, sizes: BatchSizes): Program {
  const builder = new GraphBuilder();
  const recorder = new Recorder(builder);
  const weights = new GraphWeights(builder, recorder, model);
  try {
    const inputs = new Inputs(builder, recorder, model);
    const images = inputs.embed('images', sizes.evaluation, (bytes) =>
      embedImages(weights.evaluation, model, bytes as Tensor4D),
    );
    const texts = inputs.embed('texts', sizes.evaluation, (ids) =>
      embedTexts(weights.evaluation, model, ids as Tensor2D),
    );
    const moments = new Map<string, Moments>();
    const training = objective && optimizer ? { objective, optimizer, batch: sizes.step } : null;
    const step = training && recordStep(builder, recorder, inputs, weights, model, training, moments);
    const slots = slotsOf(weights, moments);
    return {
      nodes: builder.nodes,
      batchNorms: weights.batchNorms,
      ...setAll(builder, slots),
      step,
      images,
      texts,
    };
  } finally {
    weights.dispose();
  }
}

type Settable = Omit<Slot, 'feed' | 'value' | 'memory'> & { readonly variable: GraphVariable };

function slotsOf(weights: GraphWeights, moments: ReadonlyMap<string, Moments>): readonly Settable[] {
  return [
    ...weights.parameters.map(({ name, shape, variable }) => ({ name, shape, variable, isMoment: false })),
    ...weights.statistics.map(({ name, variable }) => ({
      name,
      shape: variable.shape,
      variable,
      isMoment: false,
    })),
    ...weights.parameters.flatMap(({ name, shape }) => {
      const pair = moments.get(name);
      const both = pair === undefined ? [] : [pair.m, pair.v];
      return both.map((variable) => ({ name: variable.name, shape, variable, isMoment: true }));
    }),
  ];
}

/** One way in for all variables: a session plans anew for every set of feeds and fetches, so one by one would be slow. */
function setAll(builder: GraphBuilder, slots: readonly Settable[]): Pick<Program, 'slots' | 'loaded'> {
  const setters = slots.map(({ variable }) => variable.setter());
  return {
    slots: slots.map(({ name, shape, isMoment, variable }, i) => ({
      name,
      shape,
      isMoment,
      memory: variable.shape,
      feed: setters[i]!.feed,
      value: variable.value,
    })),
    loaded: builder.allDone(
      setters.map(({ assigned }) => assigned),
      'loaded',
    ),
  };
}

/** Makes placeholders, with stand-ins for the time of recording. */
class Inputs {
  constructor(
    private readonly builder: GraphBuilder,
    private readonly recorder: Recorder,
    private readonly model: Model,
  ) {}

  images(name: string, batch: number): { readonly feed: Output; readonly standIn: Tensor4D } {
    const side = this.model.image.resolution;
    const shape = [batch, side, side, 3] as [number, number, number, number];
    return { feed: this.builder.placeholder(FLOAT, shape, name), standIn: tf.zeros(shape) };
  }

  ids(name: string, batch: number): { readonly feed: Output; readonly standIn: Tensor2D } {
    const shape = [batch, this.model.text.context] as [number, number];
    return { feed: this.builder.placeholder(INT32, shape, name), standIn: tf.zeros(shape, 'int32') };
  }

  /** An entry that embeds in evaluation mode. */
  embed(what: 'images' | 'texts', batch: number, work: (input: Tensor) => Tensor): EmbedEntry {
    return tf.tidy(() => {
      const input = what === 'images' ? this.images('embed.images', batch) : this.ids('embed.ids', batch);
      this.recorder.name(input.standIn, input.feed);
      const fetch = this.recorder.run(() => this.recorder.outputOf(work(input.standIn)));
      return { feed: input.feed, fetch };
    });
  }
}

/** Forward, backward, AdamW, running statistics, and the clamp of the logit scale. */
function recordStep(
  builder: GraphBuilder,
  recorder: Recorder,
  inputs: Inputs,
  weights: GraphWeights,
  model: Model,
  training: { readonly objective: Objective; readonly optimizer: Optimizer; readonly batch: number },
  moments: Map<string, Moments>,
): StepEntry {
  const objective = weightedLosses(training.objective);
  const rows = training.batch * (objective.needsAugmented ? 2 : 1);
  return tf.tidy(() => {
    const images = inputs.images('step.images', rows);
    const ids = inputs.ids('step.ids', rows);
    recorder.name(images.standIn, images.feed);
    recorder.name(ids.standIn, ids.feed);
    const { each, total, gradients } = recorder.run(() => {
      let each: Output[] = [];
      const loss = () => {
        const losses = forwardLosses(weights.training, model, objective, {
          images: images.standIn,
          ids: ids.standIn,
        });
        each = losses.each.map((one) => recorder.outputOf(one));
        return losses.total;
      };
      const standIns = weights.parameters.map(({ standIn }) => standIn);
      const { value, grads } = tf.valueAndGrads(loss)(standIns);
      return { each, total: recorder.outputOf(value), gradients: grads.map((one) => recorder.outputOf(one)) };
    });
    const { beta1, beta2 } = training.optimizer;
    const scalars = adamwInputs(builder, beta1, beta2);
    weights.parameters.forEach(({ name, variable, decays }, i) => {
      const pair = momentsOf(builder, variable);
      moments.set(name, pair);
      applyAdamW(builder, variable, pair, gradients[i]!, decays, scalars);
    });
    const logitScale = clampLogitScale(builder, weights.parameter('logit_scale').variable);
    const updates = [...weights.parameters, ...weights.statistics].flatMap(
      ({ variable }) => variable.updated,
    );
    return {
      images: images.feed,
      ids: ids.feed,
      ...scalars,
      each,
      total: builder.after(total, FLOAT, updates, 'step.total'),
      logitScale,
    };
  });
}

/** Keeps the logit scale within its bounds. Returns its value after the step. */
function clampLogitScale(builder: GraphBuilder, variable: GraphVariable): Output {
  const bound = (value: number) => builder.constant(FLOAT, [], new Uint8Array(Float32Array.of(value).buffer));
  const type = { T: { type: FLOAT } };
  const above = builder.add('Maximum', [variable.read(), bound(logitScaleRange[0])], type);
  const clamped = builder.add('Minimum', [above, bound(logitScaleRange[1])], type);
  variable.assign(clamped);
  return clamped;
}
