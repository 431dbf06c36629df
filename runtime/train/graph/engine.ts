import { Session } from '../../backend/graph/session.js';
import type { Output } from '../../backend/graph/builder.js';
import { tf, type Tensor } from '../../backend/tensorflow.js';
import { valuesOf } from '../../backend/values.js';
import { checkArrays, toArray, toTensor } from '../../model/state.js';
import { asInt32, int64Scalar, type NamedArrays } from '../../store/array.js';
import { captions, pictures, stepInput } from '../feed.js';
import type { BatchSizes, Engine, EngineConfig, StepResult, TrainBatch } from '../engine.js';
import { weightedLosses } from '../../objective/objective.js';
import { initialize } from '../../model/initialize.js';
import { recordProgram, type Program, type Slot } from './program.js';

/**
 * An engine whose training step and evaluation are one recorded TensorFlow graph, run as a session: less memory and
 * time than running the operations one by one, with the same arithmetic up to the last bits of float32.
 */
export class GraphEngine implements Engine {
  readonly #program: Program;
  readonly #session: Session;
  #steps = 0;
  /** Batches that batch normalisation has seen, as PyTorch counts. */
  #batchesSeen = 0;

  constructor(
    private readonly config: EngineConfig,
    private readonly sizes: BatchSizes,
  ) {
    this.#program = recordProgram(config, sizes);
    this.#session = new Session(this.#program.nodes);
  }

  step(batch: TrainBatch, lr: number): Promise<StepResult> {
    const { objective, optimizer } = this.config;
    const entry = this.#program.step;
    if (!objective || !optimizer || entry === null)
      throw new Error('the engine was made without an objective and an optimizer');
    const { beta1, beta2, eps, weight_decay: decay } = optimizer;
    const number = this.#steps + 1;
    const correction1 = 1 - Math.fround(beta1) ** number;
    const correction2 = Math.sqrt(1 - Math.fround(beta2) ** number);
    const { names, needsAugmented } = weightedLosses(objective);
    const values = tf.tidy(() => {
      const { images, ids } = stepInput(this.config.model, batch, needsAugmented);
      return this.#session
        .run(
          {
            [entry.images]: images,
            [entry.ids]: ids,
            [entry.stepSize]: tf.scalar((lr * correction2) / correction1),
            [entry.epsilon]: tf.scalar(eps * correction2),
            [entry.keep]: tf.scalar(1 - lr * decay),
          },
          [entry.total, entry.logitScale, ...entry.each],
        )
        .map((tensor) => tensor.dataSync()[0]!);
    });
    this.#steps = number;
    this.#batchesSeen++;
    const [loss, logitScale, ...each] = values as [number, number, ...number[]];
    const losses = Object.fromEntries(names.map((name, i) => [name, each[i]!]));
    return Promise.resolve({ loss, losses, logit_scale: logitScale });
  }

  embedImages(images: Uint8Array, count: number): Promise<Float32Array> {
    const { feed, fetch } = this.#program.images;
    return this.#embed(count, feed, fetch, (rows) => pictures(this.config.model, [images], count, rows));
  }

  embedTexts(ids: Int32Array, count: number): Promise<Float32Array> {
    const { feed, fetch } = this.#program.texts;
    return this.#embed(count, feed, fetch, (rows) => captions(this.config.model, [ids], count, rows));
  }

  readState(): Promise<NamedArrays> {
    const { slots, batchNorms } = this.#program;
    const arrays: NamedArrays = new Map();
    const values = this.#session.run(
      {},
      slots.map(({ value }) => value),
    );
    slots.forEach(({ name, shape }, i) => arrays.set(name, toArray(values[i]!, shape)));
    values.forEach((tensor) => tensor.dispose());
    for (const name of batchNorms) arrays.set(`${name}.num_batches_tracked`, int64Scalar(this.#batchesSeen));
    return Promise.resolve(arrays);
  }

  writeState(arrays: NamedArrays, steps: number, { optimizer } = { optimizer: true }): void {
    const { slots, loaded, batchNorms } = this.#program;
    const given = ({ isMoment }: Slot) => optimizer || !isMoment;
    checkArrays(
      arrays,
      slots.filter(given).map(({ name, shape }) => [name, shape] as const),
    );
    tf.tidy(() => {
      const feeds = slots.map((slot) => {
        const value = given(slot) ? toTensor(arrays, slot.name, slot.shape) : tf.zeros([...slot.memory]);
        return [slot.feed, value] as const;
      });
      this.#session.run(Object.fromEntries(feeds), [loaded]);
    });
    const counter = arrays.get(`${batchNorms[0]}.num_batches_tracked`);
    this.#batchesSeen = counter === undefined ? 0 : asInt32(counter)[0]!;
    this.#steps = optimizer ? steps : 0;
  }

  initialize(seed: number): void {
    this.writeState(initialize(this.config.model, seed), 0, { optimizer: false });
  }

  dispose(): void {
    this.#session.dispose();
  }

  /** Embeds up to a whole batch; a smaller one is filled up, for shapes are baked in. */
  #embed(count: number, feed: Output, fetch: Output, input: (rows: number) => Tensor): Promise<Float32Array> {
    const rows = this.sizes.evaluation;
    if (count > rows) throw new RangeError(`${count} rows do not fit a batch of ${rows}`);
    const all = valuesOf(() => this.#session.run({ [feed]: input(rows) }, [fetch])[0]!);
    return Promise.resolve(all.slice(0, count * this.config.model.embed_dim));
  }
}
