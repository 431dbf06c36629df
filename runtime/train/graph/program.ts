import type { Clustering } from '../../../schema/generated/resolved.js';
import { FLOAT, GraphBuilder, type Output } from '../../backend/graph/builder.js';
import type { AdamWFeeds } from '../../backend/graph/adamw.js';
import { EncoderNodes } from '../../backend/graph/encoder-nodes.js';
import { inBfloat16 } from '../../backend/graph/precision.js';
import { Recorder, type Recorded } from '../../backend/graph/recorder.js';
import { sizeOf, UnknownShape } from '../../backend/graph/shapes/operand.js';
import type { GraphVariable } from '../../backend/graph/variable.js';
import type { GraphNode } from '../../backend/graph/messages.js';
import { tf, type Tensor } from '../../backend/tensorflow.js';
import { embedImages, embedTexts, featuresAndEmbeddings } from '../../model/clip.js';
import type { LossName, WeightedLosses } from '../../objective/objective.js';
import { trainingObjective, type BatchSizes, type EngineConfig } from '../engine.js';
import { Inputs } from './inputs.js';
import { inLoads } from './loads.js';
import { GraphLosses } from './losses.js';
import { recordCached, type CachedStep } from './record-cached.js';
import { recordParallel, type ParallelStep } from './record-parallel.js';
import { recordStep, type Recording, type StepEntry } from './record-step.js';
import { GraphOptimizer, type Group } from './update.js';
import { GraphWeights } from './weights.js';

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

/** Arrays that are set together: feed each one's `feed` and fetch `loaded`. */
export interface Load {
  readonly slots: readonly Slot[];
  readonly loaded: Output;
}

export interface SlotGroup {
  readonly slots: readonly Slot[];
  /** All slots in loads of limited size: what is fed is there twice until it is loaded. Moments are by themselves. */
  readonly loads: readonly Load[];
  /** Sets the moments to zero. */
  readonly zeroed: Output;
}

/** What a training adds to a graph: a step, in one piece, in parts, or in parts on several devices. */
export interface TrainingProgram {
  readonly objective: WeightedLosses;
  readonly step: StepEntry | null;
  readonly cached: CachedStep | null;
  readonly parallel: ParallelStep | null;
  /** Scalars of AdamW that every step feeds. */
  readonly adamw: ReadonlyMap<Group, AdamWFeeds>;
  /** The arrays of each loss that has some of its own. */
  readonly losses: ReadonlyMap<LossName, SlotGroup>;
}

/** A graph with all that a training needs: the step, and embedding for evaluation, over the same variables. */
export interface Program {
  readonly nodes: readonly GraphNode[];
  /** Weights and statistics of the model, and its moments. */
  readonly model: SlotGroup;
  readonly batchNorms: readonly string[];
  readonly training: TrainingProgram | null;
  /** `features`: before they are normalised. */
  readonly images: EmbedEntry & { readonly features: Output };
  readonly texts: EmbedEntry;
  /** Embeds for k-means; null where nothing is clustered. */
  readonly clusters: EmbedEntry | null;
}

/** Records a program from the shapes alone; where these cannot be told, by running every entry once. */
export function recordProgram(config: EngineConfig, sizes: BatchSizes): Program {
  try {
    return recordFrom('shapes', config, sizes);
  } catch (error) {
    if (!(error instanceof UnknownShape)) throw error;
    return recordFrom('values', config, sizes);
  }
}

/** Records a program in one way: either gives the same. */
export function recordFrom(recorded: Recorded, config: EngineConfig, sizes: BatchSizes): Program {
  const { model } = config;
  const builder = new GraphBuilder();
  const recorder = new Recorder(builder, recorded);
  const weights = new GraphWeights(builder, recorder, model);
  const objective = trainingObjective(config);
  const losses = objective && new GraphLosses(builder, recorder, objective);
  try {
    const parts = { builder, recorder, weights, model, inputs: new Inputs(builder, recorder, model) };
    const embedding = recordEmbedding(parts, sizes);
    const clusters = config.clustering ? recordClustering(parts, config.clustering) : null;
    const optimizer = config.optimizer && new GraphOptimizer(builder, config.optimizer);
    const encoders = config.precision === 'bf16' ? new EncoderNodes(builder) : null;
    const training =
      objective && losses && optimizer
        ? recordTraining({ ...parts, objective, losses, optimizer, encoders }, sizes, config.micro_batch_size)
        : null;
    const arrays = slotGroup(builder, modelArrays(weights, optimizer), 'model');
    return {
      nodes: encoders ? inBfloat16(builder.nodes, encoders.names) : builder.nodes,
      batchNorms: weights.batchNorms,
      model: arrays,
      training,
      clusters,
      ...embedding,
    };
  } finally {
    weights.dispose();
    losses?.dispose();
  }
}

type Parts = Pick<Recording, 'builder' | 'recorder' | 'weights' | 'model' | 'inputs'>;

/** Entries that embed in evaluation mode. */
function recordEmbedding({ recorder, weights, model, inputs }: Parts, { evaluation }: BatchSizes) {
  const fetch = (work: () => Tensor) => recorder.run(() => recorder.outputOf(work()));
  return {
    images: tf.tidy(() => {
      const { feed, standIn } = inputs.images('embed.images', evaluation);
      return recorder.run(() => {
        const { features, embeddings } = featuresAndEmbeddings(weights.evaluation, model, standIn);
        return { feed, features: recorder.outputOf(features), fetch: recorder.outputOf(embeddings) };
      });
    }),
    texts: tf.tidy(() => {
      const { feed, standIn } = inputs.ids('embed.ids', evaluation);
      return { feed, fetch: fetch(() => embedTexts(weights.evaluation, model, standIn)) };
    }),
  };
}

/** An entry that embeds for k-means; in training mode running statistics move. */
function recordClustering(
  { builder, recorder, weights, model, inputs }: Parts,
  { embedding, batch_size: rows }: Clustering,
): EmbedEntry {
  const forward = embedding === 'training' ? weights.training : weights.evaluation;
  const entry = tf.tidy(() => {
    const { feed, standIn } = inputs.images('clustering.images', rows);
    const output = recorder.run(() => recorder.outputOf(embedImages(forward, model, standIn)));
    const moved = weights.statistics.flatMap(({ variable }) => variable.updated);
    return { feed, fetch: builder.after(output, FLOAT, moved, 'clustering.embeddings') };
  });
  weights.startRun();
  return entry;
}

function recordTraining(
  recording: Recording,
  { step: batch, devices = 1 }: BatchSizes,
  microBatch: number | undefined,
): TrainingProgram {
  const { builder, objective, losses, optimizer } = recording;
  const isCached = microBatch !== undefined && microBatch < batch;
  const rest = isCached ? batch % microBatch : 0;
  const parts = isCached ? [microBatch, ...(rest > 0 ? [rest] : [])] : [];
  const cached = isCached && devices === 1 ? recordCached(recording, batch, parts) : null;
  const parallel = isCached && devices > 1 ? recordParallel(recording, batch, parts, devices) : null;
  return {
    objective,
    step: isCached ? null : recordStep(recording, batch),
    cached,
    parallel,
    adamw: optimizer.feeds,
    losses: new Map(
      losses.all.map(({ name, learned, given }) => {
        const arrays = [
          ...learned.map((one) => ({ ...one, isMoment: false })),
          ...given.map((one) => ({ ...one, shape: one.variable.shape, isMoment: false })),
          ...momentArrays(learned, optimizer),
        ];
        return [name, slotGroup(builder, arrays, name)] as const;
      }),
    ),
  };
}

type Settable = Pick<Slot, 'name' | 'shape' | 'isMoment'> & { readonly variable: GraphVariable };

function modelArrays(weights: GraphWeights, optimizer: GraphOptimizer | undefined): readonly Settable[] {
  return [
    ...weights.parameters.map((one) => ({ ...one, isMoment: false })),
    ...weights.statistics.map((one) => ({ ...one, shape: one.variable.shape, isMoment: false })),
    ...(optimizer ? momentArrays(weights.parameters, optimizer) : []),
  ];
}

function momentArrays(parameters: GraphWeights['parameters'], { moments }: GraphOptimizer): Settable[] {
  return parameters.flatMap(({ name, shape }) => {
    const pair = moments.get(name);
    const both = pair === undefined ? [] : [pair.m, pair.v];
    return both.map((variable) => ({ name: variable.name, shape, variable, isMoment: true }));
  });
}

function slotGroup(builder: GraphBuilder, arrays: readonly Settable[], name: string): SlotGroup {
  const settable = arrays.map(({ name: array, shape, isMoment, variable }) => {
    const { feed, assigned } = variable.setter();
    const slot: Slot = { name: array, shape, isMoment, memory: variable.shape, feed, value: variable.value };
    return { slot, assigned };
  });
  const parts = [false, true].flatMap((moments) =>
    inLoads(
      settable.filter(({ slot }) => slot.isMoment === moments),
      ({ slot }) => 4 * sizeOf(slot.memory),
    ),
  );
  const moments = arrays.filter((one) => one.isMoment).map(({ variable }) => variable.zero());
  return {
    slots: settable.map(({ slot }) => slot),
    loads: parts.map((part) => ({
      slots: part.map(({ slot }) => slot),
      loaded: builder.allDone(
        part.map(({ assigned }) => assigned),
        `${name}.loaded`,
      ),
    })),
    zeroed: builder.allDone(moments, `${name}.zeroed`),
  };
}
