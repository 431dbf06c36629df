import type { Model } from '../../schema/generated/resolved.js';
import { valuesOf } from '../backend/values.js';
import { tf, type Tensor } from '../backend/tensorflow.js';
import { embedImages, embedTexts, featuresAndEmbeddings } from '../model/clip.js';
import { initialize } from '../model/initialize.js';
import { ModelState } from '../model/state.js';
import type { LossName, WeightedLosses } from '../objective/objective.js';
import type { NamedArrays } from '../store/array.js';
import {
  trainingObjective,
  type Engine,
  type EngineConfig,
  type ImageFeatures,
  type StepResult,
  type TrainBatch,
} from './engine.js';
import { batchLabels, captions, inParts, pictures, stepInput } from './feed.js';
import { cachedGradients, lossGradients, type LossSide } from './gradients.js';
import { LossState } from './loss-state.js';
import { OptimizerState } from './optimizer.js';
import { logitScaleRange } from './step.js';

/** What only a training needs. */
interface Training {
  readonly objective: WeightedLosses;
  readonly optimizer: OptimizerState;
  /** The losses that have arrays of their own. */
  readonly losses: ReadonlyMap<LossName, LossState>;
}

/** Runs every operation when it is called for: the reference, and what a graph is recorded from. */
export class EagerEngine implements Engine {
  readonly #model: Model;
  readonly #microBatch: number | undefined;
  readonly #clusterMode: 'training' | 'evaluation' | undefined;
  readonly #state: ModelState;
  readonly #training: Training | undefined;

  constructor(config: EngineConfig) {
    this.#model = config.model;
    this.#microBatch = config.micro_batch_size;
    this.#clusterMode = config.clustering?.embedding;
    this.#state = new ModelState(config.model);
    const objective = trainingObjective(config);
    const { optimizer } = config;
    if (objective === null || optimizer === undefined) return;
    const owning = objective.names.map((name, i) => [name, objective.losses[i]!.arrays] as const);
    this.#training = {
      objective,
      optimizer: new OptimizerState('model', this.#state.parameters, optimizer),
      losses: new Map(
        owning
          .filter(([, { learned }]) => learned.length > 0)
          .map(([name, arrays]) => [name, new LossState(name, arrays, optimizer)]),
      ),
    };
  }

  step(batch: TrainBatch, lr: number): Promise<StepResult> {
    const { objective, optimizer, losses } = this.#needTraining();
    const numbers = valuesOf(() => {
      const found = this.#gradients(batch);
      optimizer.apply(found.gradients, lr);
      for (const loss of losses.values()) loss.optimizer.apply(found.gradients, lr);
      clampLogitScale(this.#state);
      return tf.stack([...found.losses, this.#state.variable('logit_scale')]);
    });
    const [loss, ...rest] = numbers;
    const named = Object.fromEntries(objective.names.map((name, i) => [name, rest[i]!]));
    return Promise.resolve({ loss: loss!, losses: named, logit_scale: rest.at(-1)! });
  }

  #gradients(batch: TrainBatch) {
    const { objective, losses } = this.#needTraining();
    const states = [...losses.values()];
    const side: LossSide = {
      parameters: states.flatMap(({ parameters }) => parameters),
      own: (name) => own(states, name),
      labels: batchLabels(objective, batch, batch.ids.length / this.#model.text.context),
    };
    if (this.#microBatch === undefined) {
      const input = stepInput(this.#model, batch, objective);
      return lossGradients(this.#state, this.#model, objective, input, side);
    }
    const parts = inParts(this.#model, batch, this.#microBatch);
    const inputs = parts.map((part) => stepInput(this.#model, part, objective));
    return cachedGradients(this.#state, this.#model, objective, inputs, side);
  }

  embedImages(images: Uint8Array, count: number): Promise<Float32Array> {
    const embed = () =>
      embedImages(this.#state.evaluation, this.#model, pictures(this.#model, [images], count));
    return Promise.resolve(valuesOf(embed));
  }

  imageFeatures(images: Uint8Array, count: number): Promise<ImageFeatures> {
    const { features, embeddings } = tf.tidy(() => {
      const input = pictures(this.#model, [images], count);
      return featuresAndEmbeddings(this.#state.evaluation, this.#model, input);
    });
    return Promise.resolve({ features: valuesOf(() => features), embeddings: valuesOf(() => embeddings) });
  }

  embedTexts(ids: Int32Array, count: number): Promise<Float32Array> {
    const embed = () => embedTexts(this.#state.evaluation, this.#model, captions(this.#model, [ids], count));
    return Promise.resolve(valuesOf(embed));
  }

  embedForClustering(images: Uint8Array, count: number): Promise<Float32Array> {
    const { training, evaluation } = this.#state;
    const forward = this.#clusterMode === 'training' ? training : evaluation;
    const embed = () => embedImages(forward, this.#model, pictures(this.#model, [images], count));
    return Promise.resolve(valuesOf(embed));
  }

  readState(): Promise<NamedArrays> {
    const { optimizer, losses } = this.#training ?? {};
    const parts = [
      this.#state.read(),
      optimizer?.read(),
      ...[...(losses?.values() ?? [])].map((loss) => loss.read()),
    ];
    return Promise.resolve(new Map(parts.flatMap((part) => [...(part ?? [])])));
  }

  writeState(arrays: NamedArrays, step: number, { optimizer } = { optimizer: true }): void {
    const moments = optimizer ? this.#training?.optimizer : undefined;
    moments?.check(arrays);
    this.#state.write(arrays);
    if (moments) moments.write(arrays, step);
    else this.#training?.optimizer.reset();
    for (const loss of this.#training?.losses.values() ?? [])
      if (loss.fits(arrays)) loss.write(arrays, { optimizer });
  }

  setLoss(name: LossName, arrays: NamedArrays): void {
    const loss = this.#needTraining().losses.get(name);
    if (loss === undefined) throw new Error(`the loss "${name}" has no arrays`);
    loss.write(arrays, { optimizer: false });
  }

  initialize(seed: number): void {
    this.writeState(initialize(this.#model, seed), 0, { optimizer: false });
  }

  dispose(): void {
    this.#training?.optimizer.dispose();
    this.#training?.losses.forEach((loss) => loss.dispose());
    this.#state.dispose();
  }

  #needTraining(): Training {
    if (!this.#training) throw new Error('the engine was made without an objective and an optimizer');
    return this.#training;
  }
}

/** The array of whichever loss has it. */
function own(losses: readonly LossState[], name: string): Tensor {
  for (const loss of losses) {
    const found = loss.find(name);
    if (found !== undefined) return found;
  }
  throw new Error(`there is no array ${name}`);
}

/** Keeps the logit scale within its bounds, as the study does after every step. */
function clampLogitScale(state: ModelState): void {
  const variable = state.variable('logit_scale');
  tf.tidy(() => variable.assign(tf.clipByValue(variable, ...logitScaleRange)));
}
