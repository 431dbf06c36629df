import { Session } from '../../backend/graph/session.js';
import type { Output } from '../../backend/graph/builder.js';
import { collectGarbage } from '../../backend/garbage.js';
import { tf, type Tensor, type Tensor2D } from '../../backend/tensorflow.js';
import { valuesOf } from '../../backend/values.js';
import { checkArrays, toArray, toTensor } from '../../model/state.js';
import { asInt32, elements, int64Scalar, type NamedArrays } from '../../store/array.js';
import { batchLabels, captions, inParts, pictures, stepInput } from '../feed.js';
import type { BatchSizes, Engine, EngineConfig, ImageFeatures, StepResult, TrainBatch } from '../engine.js';
import { joined, partOf } from '../gradients.js';
import type { LossName } from '../../objective/objective.js';
import { initialize } from '../../model/initialize.js';
import { stepsIn, stepsName } from '../optimizer.js';
import { inputFeeds, labelFeeds, lossFetches, ports, seedFeeds, type Feeds } from './feeds.js';
import {
  recordProgram,
  type Load,
  type Program,
  type Slot,
  type SlotGroup,
  type TrainingProgram,
} from './program.js';
import type { CachedStep, LossEntry } from './record-cached.js';
import type { Group } from './update.js';

/**
 * An engine whose training step and evaluation are recorded TensorFlow graphs, run as a session: less memory and time
 * than running the operations one by one, with the same arithmetic up to the last bits of float32.
 */
export class GraphEngine implements Engine {
  protected readonly program: Program;
  protected readonly session: Session;
  /** Steps that the moments of each group have seen. */
  readonly #steps = new Map<Group, number>();
  /** Batches that batch normalisation has seen, as PyTorch counts. */
  #batchesSeen = 0;

  constructor(
    protected readonly config: EngineConfig,
    protected readonly sizes: BatchSizes,
  ) {
    this.program = recordProgram(config, sizes);
    this.session = new Session(this.program.nodes);
  }

  step(batch: TrainBatch, lr: number): Promise<StepResult> {
    const { objective, cached, step } = this.needTraining();
    const values = tf.tidy(() => {
      const labels = batchLabels(objective, batch, batch.ids.length / this.config.model.text.context);
      const numbers = cached
        ? this.#cachedStep(cached, batch, labels, lr)
        : this.session.run(
            {
              ...inputFeeds(step!, stepInput(this.config.model, batch, objective)),
              ...labelFeeds(step!.labels, labels),
              ...this.scalars(lr),
            },
            lossFetches(step!),
          );
      return numbers.map((tensor) => tensor.dataSync()[0]!);
    });
    return Promise.resolve(this.finished(values, cached ? this.#partSizes(batch).length : 1));
  }

  /** What a step tells, once it is done: the objective, the logit scale, each loss. */
  protected finished(values: readonly number[], batchesSeen: number): StepResult {
    for (const group of this.#groups()) this.#steps.set(group, this.#stepsOf(group) + 1);
    this.#batchesSeen += batchesSeen;
    const [loss, logitScale, ...each] = values as [number, number, ...number[]];
    const losses = Object.fromEntries(this.needTraining().objective.names.map((name, i) => [name, each[i]!]));
    return { loss, losses, logit_scale: logitScale };
  }

  embedImages(images: Uint8Array, count: number): Promise<Float32Array> {
    const { feed, fetch } = this.program.images;
    return this.#embed(count, feed, fetch, (rows) => pictures(this.config.model, [images], count, rows));
  }

  imageFeatures(images: Uint8Array, count: number): Promise<ImageFeatures> {
    const { feed, features: raw, fetch } = this.program.images;
    const input = (rows: number) => pictures(this.config.model, [images], count, rows);
    const [features, embeddings] = this.#rows(count, feed, [raw, fetch], input);
    return Promise.resolve({ features: features!, embeddings: embeddings! });
  }

  embedTexts(ids: Int32Array, count: number): Promise<Float32Array> {
    const { feed, fetch } = this.program.texts;
    return this.#embed(count, feed, fetch, (rows) => captions(this.config.model, [ids], count, rows));
  }

  embedForClustering(images: Uint8Array, count: number): Promise<Float32Array> {
    const { clusters } = this.program;
    const { clustering } = this.config;
    if (clusters === null || clustering === undefined)
      throw new Error('the engine was made without clustering');
    const { batch_size: batch, embedding } = clustering;
    const inTraining = embedding === 'training';
    if (inTraining && count !== batch)
      throw new RangeError(`${count} pictures in training mode, which takes ${batch}`);
    if (inTraining) this.#batchesSeen++;
    const input = (rows: number) => pictures(this.config.model, [images], count, rows);
    return this.#embed(count, clusters.feed, clusters.fetch, input, batch);
  }

  readState(): Promise<NamedArrays> {
    const { model, training, batchNorms } = this.program;
    const arrays: NamedArrays = new Map();
    const slots = [model, ...(training?.losses.values() ?? [])].flatMap((group) => group.slots);
    const values = this.session.run(
      {},
      slots.map(({ value }) => value),
    );
    slots.forEach(({ name, shape }, i) => arrays.set(name, toArray(values[i]!, shape)));
    values.forEach((tensor) => tensor.dispose());
    for (const name of batchNorms) arrays.set(`${name}.num_batches_tracked`, int64Scalar(this.#batchesSeen));
    for (const group of this.#groups()) arrays.set(stepsName(group), int64Scalar(this.#stepsOf(group)));
    return Promise.resolve(arrays);
  }

  writeState(arrays: NamedArrays, steps: number, { optimizer } = { optimizer: true }): void {
    const { model, training, batchNorms } = this.program;
    this.#load(model, { arrays, moments: optimizer });
    const counter = arrays.get(`${batchNorms[0]}.num_batches_tracked`);
    this.#batchesSeen = counter === undefined ? 0 : asInt32(counter)[0]!;
    this.#steps.set('model', optimizer ? stepsIn(arrays, 'model', steps) : 0);
    for (const [name, group] of training?.losses ?? []) {
      if (!fits(group, arrays)) continue;
      this.#load(group, { arrays, moments: optimizer });
      this.#steps.set(name, optimizer ? stepsIn(arrays, name, 0) : 0);
    }
  }

  setLoss(name: LossName, arrays: NamedArrays): void {
    const group = this.needTraining().losses.get(name);
    if (group === undefined) throw new Error(`the loss "${name}" has no arrays`);
    this.#load(group, { arrays, moments: false });
    this.#steps.set(name, 0);
  }

  initialize(seed: number): void {
    const { loads, zeroed } = this.program.model;
    this.#feed(loads, false, (slots) => {
      const names = new Set(slots.map(({ name }) => name));
      return initialize(this.config.model, seed, (name) => names.has(name));
    });
    this.#run({}, zeroed);
    this.#batchesSeen = 0;
    this.#steps.set('model', 0);
    const drawn = this.program.model.slots.filter(({ isMoment }) => !isMoment);
    collectGarbage(4 * drawn.reduce((sum, { shape }) => sum + elements(shape), 0));
  }

  dispose(): void {
    this.session.dispose();
  }

  /** A step in parts. Returns the fetches of a step. */
  #cachedStep(
    { parts, loss, cleared, applied }: CachedStep,
    batch: TrainBatch,
    labels: Readonly<Record<string, Tensor>>,
    lr: number,
  ): readonly Tensor[] {
    const { objective } = this.needTraining();
    const copies = objective.needsAugmented ? 2 : 1;
    const split = inParts(this.config.model, batch, this.config.micro_batch_size!);
    const sizes = this.#partSizes(batch);
    const entries = sizes.map((size) => parts.find(({ pairs }) => pairs === size)!);
    const input = (i: number) => stepInput(this.config.model, split[i]!, objective);
    const features = entries.map(({ forward }, i) =>
      tf.tidy(() => this.session.run(inputFeeds(forward, input(i)), ports(forward.features))),
    );
    const { seeds, numbers } = this.lossOf(loss, features as Tensor2D[][], labels, lr);
    this.#run({}, cleared);
    entries.forEach(({ backward }, i) => {
      const start = sizes.slice(0, i).reduce((sum, size) => sum + size, 0);
      tf.tidy(() => {
        const rows = seeds.map((seed) => partOf(seed, start, sizes[i]!, copies));
        this.#run({ ...inputFeeds(backward, input(i)), ...seedFeeds(backward.seeds, rows) }, backward.done);
      });
    });
    this.#run(this.scalars(lr, ['model']), applied);
    return numbers;
  }

  /**
   * The losses over the features of all parts, with their update. The current tidy scope owns what it returns.
   *
   * @param features of each part: of pictures, and of captions where there are some
   * @returns gradients of the features of the whole batch, and what a step tells
   */
  protected lossOf(
    loss: LossEntry,
    features: readonly (readonly Tensor2D[])[],
    labels: Readonly<Record<string, Tensor>>,
    lr: number,
  ): { readonly seeds: readonly Tensor2D[]; readonly numbers: readonly Tensor[] } {
    const copies = this.needTraining().objective.needsAugmented ? 2 : 1;
    const column = (i: number) =>
      joined(
        features.map((one) => one[i]!),
        copies,
      );
    const feeds: Feeds = { [loss.features.image]: column(0) };
    if (loss.features.text !== null) feeds[loss.features.text] = column(1);
    const fetched = this.session.run({ ...feeds, ...labelFeeds(loss.labels, labels), ...this.scalars(lr) }, [
      ...ports(loss.gradients),
      ...lossFetches(loss),
    ]);
    const count = ports(loss.gradients).length;
    return { seeds: fetched.slice(0, count) as Tensor2D[], numbers: fetched.slice(count) };
  }

  #run(feeds: Feeds, fetch: Output): void {
    tf.dispose(this.session.run(feeds, [fetch]));
  }

  #partSizes({ ids }: TrainBatch): number[] {
    const count = ids.length / this.config.model.text.context;
    const size = this.config.micro_batch_size!;
    return Array.from({ length: Math.ceil(count / size) }, (_, i) => Math.min(size, count - i * size));
  }

  /** AdamW's scalars of the next step, of the groups that the graph updates. */
  protected scalars(lr: number, only?: readonly Group[]): Feeds {
    const { beta1, beta2, eps, weight_decay: decay } = this.config.optimizer!;
    const feeds: Feeds = {};
    for (const [group, { stepSize, epsilon, keep }] of this.needTraining().adamw) {
      if (only && !only.includes(group)) continue;
      const number = this.#stepsOf(group) + 1;
      const correction1 = 1 - Math.fround(beta1) ** number;
      const correction2 = Math.sqrt(1 - Math.fround(beta2) ** number);
      feeds[stepSize] = tf.scalar((lr * correction2) / correction1);
      feeds[epsilon] = tf.scalar(eps * correction2);
      feeds[keep] = tf.scalar(1 - lr * decay);
    }
    return feeds;
  }

  /** Groups of parameters that have moments. */
  #groups(): Group[] {
    const { training } = this.program;
    return training === null ? [] : ['model', ...training.losses.keys()];
  }

  #stepsOf(group: Group): number {
    return this.#steps.get(group) ?? 0;
  }

  #load(
    { slots, loads, zeroed }: SlotGroup,
    { arrays, moments }: { readonly arrays: NamedArrays; readonly moments: boolean },
  ): void {
    const given = slots.filter(({ isMoment }) => moments || !isMoment);
    checkArrays(
      arrays,
      given.map(({ name, shape }) => [name, shape] as const),
    );
    this.#feed(loads, moments, () => arrays);
    if (!moments) this.#run({}, zeroed);
  }

  #feed(loads: readonly Load[], moments: boolean, arraysOf: (slots: readonly Slot[]) => NamedArrays): void {
    for (const { slots, loaded } of loads) {
      if (slots[0]!.isMoment && !moments) continue;
      const arrays = arraysOf(slots);
      tf.tidy(() => {
        const feeds = slots.map(({ feed, name, shape }) => [feed, toTensor(arrays, name, shape)] as const);
        this.session.run(Object.fromEntries(feeds), [loaded]);
      });
    }
  }

  protected needTraining(): TrainingProgram {
    const { training } = this.program;
    if (training === null) throw new Error('the engine was made without an objective and an optimizer');
    return training;
  }

  #embed(
    count: number,
    feed: Output,
    fetch: Output,
    input: (rows: number) => Tensor,
    rows?: number,
  ): Promise<Float32Array> {
    return Promise.resolve(this.#rows(count, feed, [fetch], input, rows)[0]!);
  }

  /** Embeds up to a whole batch; a smaller one is filled up, for shapes are baked in. */
  #rows(
    count: number,
    feed: Output,
    fetches: readonly Output[],
    input: (rows: number) => Tensor,
    rows = this.sizes.evaluation,
  ): Float32Array[] {
    if (count > rows) throw new RangeError(`${count} rows do not fit a batch of ${rows}`);
    const fetched = tf.tidy(() => this.session.run({ [feed]: input(rows) }, [...fetches]));
    return fetched.map((tensor) => valuesOf(() => tensor).slice(0, count * this.config.model.embed_dim));
  }
}

/** Are the arrays of a group there, moments aside, in their shapes? */
function fits({ slots }: SlotGroup, arrays: NamedArrays): boolean {
  return slots.every(
    ({ name, shape, isMoment }) => isMoment || arrays.get(name)?.shape.join() === shape.join(),
  );
}
