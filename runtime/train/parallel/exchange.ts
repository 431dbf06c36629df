import type { Model } from '../../../schema/generated/resolved.js';
import { sizeOf } from '../../backend/graph/shapes/operand.js';
import type { BatchSizes, EngineConfig, TrainBatch } from '../engine.js';
import type { Program } from '../graph/program.js';
import { layoutOf, type ExchangeShape, type Layout } from './layout.js';
import type { SharedFile } from './shared-file.js';

/** Pairs of each part of a batch. */
export function partSizes(batch: number, microBatch: number): number[] {
  return Array.from({ length: Math.ceil(batch / microBatch) }, (_, part) =>
    Math.min(microBatch, batch - part * microBatch),
  );
}

/** What devices exchange in a training, by its program. */
export function exchangeShape(config: EngineConfig, sizes: BatchSizes, program: Program): ExchangeShape {
  const { objective, parallel } = program.training!;
  const { image, text, embed_dim: width } = config.model;
  const loads = program.model.loads.map(({ slots }) => 4 * total(slots.map(({ memory }) => sizeOf(memory))));
  return {
    devices: sizes.devices!,
    parts: partSizes(sizes.step, config.micro_batch_size!),
    copies: objective.needsAugmented ? 2 : 1,
    picture: 3 * image.resolution ** 2,
    caption: 4 * text.context,
    width,
    kinds: objective.needsTexts ? 2 : 1,
    sums: parallel!.sums.map(({ shape }) => sizeOf(shape)),
    statistics: total(parallel!.statistics.map(({ channels }) => channels)),
    state: Math.max(...loads),
  };
}

/** What devices hand over, through a file that their processes share. */
export class Exchange {
  readonly #layout: Layout;

  constructor(
    private readonly file: SharedFile,
    private readonly shape: ExchangeShape,
    private readonly model: Model,
  ) {
    this.#layout = layoutOf(shape);
  }

  /** The pairs of a part, from where the batches are made to where the part is computed. */
  writePairs(part: number, { images, ids, augmented }: TrainBatch): void {
    const { pictures, captions } = this.#layout;
    this.file.write(pictures(part), images);
    this.file.write(captions(part), ids);
    if (this.shape.copies === 1) return;
    this.file.write(pictures(part) + images.byteLength, augmented!.images);
    this.file.write(captions(part) + ids.byteLength, augmented!.ids);
  }

  readPairs(part: number): TrainBatch {
    const { parts, picture, copies } = this.shape;
    const { pictures, captions } = this.#layout;
    const pairs = parts[part]!;
    const view = (copy: number) => ({
      images: this.file.read(pictures(part) + copy * pairs * picture, new Uint8Array(pairs * picture)),
      ids: this.file.read(
        captions(part) + copy * pairs * 4 * this.model.text.context,
        new Int32Array(pairs * this.model.text.context),
      ),
    });
    return { ...view(0), ...(copies === 2 ? { augmented: view(1) } : {}) };
  }

  /** Features of a part, or (`seeds`) their gradients: of pictures, and of captions where there are some. */
  writeRows(what: 'features' | 'seeds', part: number, rows: readonly Float32Array[]): void {
    rows.forEach((values, kind) => this.file.write(this.#layout[what][kind]!(part), values));
  }

  readRows(what: 'features' | 'seeds', part: number): Float32Array[] {
    const { parts, copies, width } = this.shape;
    return this.#layout[what].map((at) =>
      this.file.read(at(part), new Float32Array(parts[part]! * copies * width)),
    );
  }

  /** What batch normalisation saw in a part, in one row. */
  writeStatistics(part: number, seen: Float32Array): void {
    this.file.write(this.#layout.statistics(part), seen);
  }

  readStatistics(part: number): Float32Array {
    return this.file.read(this.#layout.statistics(part), new Float32Array(this.shape.statistics));
  }

  writeGradient(device: number, sum: number, values: Float32Array): void {
    this.file.write(this.#layout.gradient(device, sum), values);
  }

  readGradient(device: number, sum: number): Float32Array {
    return this.file.read(this.#layout.gradient(device, sum), new Float32Array(this.shape.sums[sum]!));
  }

  writeSum(sum: number, values: Float32Array): void {
    this.file.write(this.#layout.sum(sum), values);
  }

  readSum(sum: number): Float32Array {
    return this.file.read(this.#layout.sum(sum), new Float32Array(this.shape.sums[sum]!));
  }

  /** Arrays of the model's state, one after the other. */
  writeState(arrays: readonly Float32Array[]): void {
    let at = this.#layout.state;
    for (const values of arrays) {
      this.file.write(at, values);
      at += values.byteLength;
    }
  }

  /** @param lengths numbers of each array */
  readState(lengths: readonly number[]): Float32Array[] {
    let at = this.#layout.state;
    return lengths.map((length) => {
      const values = this.file.read(at, new Float32Array(length));
      at += values.byteLength;
      return values;
    });
  }
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
