import type { Engine, ImageFeatures, StepResult, TrainBatch } from '../../runtime/train/engine.js';
import { float32Array, asFloat32, type NamedArrays } from '../../runtime/store/array.js';

/**
 * An engine that trains nothing but can tell everything apart: its one weight takes in every byte of every batch and
 * every learning rate in order, so two trainings end with the same weight only if they did the same.
 */
export class ToyEngine implements Engine {
  weight = 0;
  moment = 0;
  steps = 0;
  readonly seen: TrainBatch[] = [];

  constructor(
    readonly dim = 4,
    private readonly lossOf: (step: number) => number = (step) => 1 / step,
  ) {}

  step(batch: TrainBatch, lr: number): Promise<StepResult> {
    this.seen.push(structuredClone(batch)); // The memory is used again for the next batch.
    this.steps++;
    const parts: ArrayLike<number>[] = [batch.images, batch.ids];
    if (batch.augmented) parts.push(batch.augmented.images, batch.augmented.ids);
    let sum = 1;
    for (const part of parts) for (let i = 0; i < part.length; i++) sum = (sum * 31 + part[i]!) % 65_521;
    this.weight = Math.fround(this.weight * 0.5 + sum / 65_521 + lr);
    this.moment = Math.fround(this.moment + this.weight);
    const loss = this.lossOf(this.steps);
    return Promise.resolve({ loss, losses: { mmcl: loss }, logit_scale: this.weight });
  }

  /** One-hot by the picture's first byte: pictures of the same colour are alike. */
  embedImages(images: Uint8Array, count: number): Promise<Float32Array> {
    const size = images.length / count;
    return Promise.resolve(this.#oneHot(Array.from({ length: count }, (_, i) => images[i * size]!)));
  }

  async imageFeatures(images: Uint8Array, count: number): Promise<ImageFeatures> {
    const embeddings = await this.embedImages(images, count);
    return { features: embeddings.map((value) => 3 * value), embeddings };
  }

  /** One-hot by the token after the start. */
  embedTexts(ids: Int32Array, count: number): Promise<Float32Array> {
    const size = ids.length / count;
    return Promise.resolve(this.#oneHot(Array.from({ length: count }, (_, i) => ids[i * size + 1]!)));
  }

  embedForClustering(images: Uint8Array, count: number): Promise<Float32Array> {
    return this.embedImages(images, count);
  }

  setLoss(): void {}

  readState(): Promise<NamedArrays> {
    return Promise.resolve(
      new Map([
        ['weight', float32Array(Float32Array.of(this.weight), [1])],
        ['optimizer.m.weight', float32Array(Float32Array.of(this.moment), [1])],
      ]),
    );
  }

  writeState(arrays: NamedArrays, step: number, { optimizer } = { optimizer: true }): void {
    this.weight = asFloat32(arrays.get('weight')!)[0]!;
    this.moment = optimizer ? asFloat32(arrays.get('optimizer.m.weight')!)[0]! : 0;
    this.steps = optimizer ? step : 0;
  }

  initialize(seed: number): void {
    this.weight = seed;
    this.moment = 0;
    this.steps = 0;
  }

  dispose(): void {}

  #oneHot(values: readonly number[]): Float32Array {
    const out = new Float32Array(values.length * this.dim);
    values.forEach((value, i) => (out[i * this.dim + (value % this.dim)] = 1));
    return out;
  }
}
