import type { Model } from '../../schema/generated/resolved.js';
import { valuesOf } from '../backend/values.js';
import { tf } from '../backend/tensorflow.js';
import { embedImages, embedTexts } from '../model/clip.js';
import { initialize } from '../model/initialize.js';
import { ModelState } from '../model/state.js';
import { weightedLosses, type WeightedLosses } from '../objective/objective.js';
import type { NamedArrays } from '../store/array.js';
import type { Engine, EngineConfig, StepResult, TrainBatch } from './engine.js';
import { captions, pictures, stepInput } from './feed.js';
import { OptimizerState } from './optimizer.js';
import { clampLogitScale, lossGradients } from './step.js';

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
      const input = stepInput(this.#model, batch, objective.needsAugmented);
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
    const embed = () =>
      embedImages(this.#state.evaluation, this.#model, pictures(this.#model, [images], count));
    return Promise.resolve(valuesOf(embed));
  }

  embedTexts(ids: Int32Array, count: number): Promise<Float32Array> {
    const embed = () => embedTexts(this.#state.evaluation, this.#model, captions(this.#model, [ids], count));
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
}
