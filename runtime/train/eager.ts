import type { Model } from '../../schema/generated/resolved.js';
import { valuesOf } from '../backend/values.js';
import { tf, type Tensor2D, type Tensor4D } from '../backend/tensorflow.js';
import { embedImages, embedTexts } from '../model/clip.js';
import { initialize } from '../model/initialize.js';
import { ModelState } from '../model/state.js';
import { weightedLosses, type WeightedLosses } from '../objective/objective.js';
import type { NamedArrays } from '../store/array.js';
import type { Engine, EngineConfig, StepResult, TrainBatch, View } from './engine.js';
import { OptimizerState } from './optimizer.js';
import { clampLogitScale, lossGradients, type StepInput } from './step.js';

/** What only a training needs. */
interface Training {
  readonly objective: WeightedLosses;
  readonly optimizer: OptimizerState;
}

/** Runs every operation when it is called for: the reference, and what a graph is recorded from. */
export class EagerEngine implements Engine {
  readonly #model: Model;
  readonly #state: ModelState;
  readonly #training: Training | undefined;

  constructor({ model, objective, optimizer }: EngineConfig) {
    this.#model = model;
    this.#state = new ModelState(model);
    if (objective && optimizer) {
      this.#training = {
        objective: weightedLosses(objective),
        optimizer: new OptimizerState(this.#state, optimizer),
      };
    }
  }

  step(batch: TrainBatch, lr: number): Promise<StepResult> {
    if (!this.#training) throw new Error('the engine was made without an objective and an optimizer');
    const { objective, optimizer } = this.#training;
    const numbers = valuesOf(() => {
      const input = this.#onDevice(batch, objective.needsAugmented);
      const { losses, gradients } = lossGradients(this.#state, this.#model, objective, input);
      optimizer.apply(gradients, lr);
      clampLogitScale(this.#state);
      return tf.stack([...losses, this.#state.variable('logit_scale')]);
    });
    const [loss, ...rest] = numbers;
    const losses = Object.fromEntries(objective.names.map((name, i) => [name, rest[i]!]));
    return Promise.resolve({ loss: loss!, losses, logit_scale: rest.at(-1)! });
  }

  embedImages(images: Uint8Array, count: number): Promise<Float32Array> {
    const embed = () => embedImages(this.#state.evaluation, this.#model, this.#pictures([images], count));
    return Promise.resolve(valuesOf(embed));
  }

  embedTexts(ids: Int32Array, count: number): Promise<Float32Array> {
    const embed = () => embedTexts(this.#state.evaluation, this.#model, this.#captions([ids], count));
    return Promise.resolve(valuesOf(embed));
  }

  readState(): Promise<NamedArrays> {
    return Promise.resolve(new Map([...this.#state.read(), ...(this.#training?.optimizer.read() ?? [])]));
  }

  writeState(arrays: NamedArrays, step: number, { optimizer } = { optimizer: true }): void {
    const moments = optimizer ? this.#training?.optimizer : undefined;
    moments?.check(arrays);
    this.#state.write(arrays);
    if (moments) moments.write(arrays, step);
    else this.#training?.optimizer.reset();
  }

  initialize(seed: number): void {
    this.writeState(initialize(this.#model, seed), 0, { optimizer: false });
  }

  dispose(): void {
    this.#training?.optimizer.dispose();
    this.#state.dispose();
  }

  #onDevice({ images, ids, augmented }: TrainBatch, both: boolean): StepInput {
    const count = ids.length / this.#model.text.context;
    const views: View[] = [{ images, ids }];
    if (both) {
      if (!augmented) throw new Error('the objective needs the augmented copies of the batch');
      views.push(augmented);
    }
    return {
      images: this.#pictures(
        views.map((view) => view.images),
        count,
      ),
      ids: this.#captions(
        views.map((view) => view.ids),
        count,
      ),
    };
  }

  /** Pictures of one or two views, [views * count, side, side, 3] as float32. */
  #pictures(views: readonly Uint8Array[], count: number): Tensor4D {
    const side = this.#model.image.resolution;
    const values = new Float32Array(views.length * count * side * side * 3);
    checkLengths(views, values.length / views.length, `${count} pictures of ${side} px`);
    views.forEach((view, i) => values.set(view, i * view.length));
    return tf.tensor4d(values, [views.length * count, side, side, 3]);
  }

  /** Captions of one or two views, [views * count, context] as int32. */
  #captions(views: readonly Int32Array[], count: number): Tensor2D {
    const { context } = this.#model.text;
    const values = new Int32Array(views.length * count * context);
    checkLengths(views, values.length / views.length, `${count} captions of ${context} tokens`);
    views.forEach((view, i) => values.set(view, i * view.length));
    return tf.tensor2d(values, [views.length * count, context], 'int32');
  }
}

function checkLengths(views: readonly { readonly length: number }[], length: number, what: string): void {
  const wrong = views.find((view) => view.length !== length);
  if (wrong) throw new RangeError(`${wrong.length} values for ${what}, which take ${length}`);
}
