import type { Engine, ImageFeatures } from '../train/engine.js';
import { embedPictures, embedTexts } from './embed.js';
import type { Pictures } from './pictures.js';
import type { Captions, Sources } from './sources.js';

/** What a measurement embeds with. */
export type EmbeddingEngine = Pick<Engine, 'embedImages' | 'embedTexts' | 'imageFeatures'>;

export interface EmbedderOptions {
  /** Pictures or texts embedded at once. */
  readonly batch: number;
  /** Width of embeddings. */
  readonly dim: number;
  /** Tokens of a text. */
  readonly context: number;
}

/** One model at one measurement. What more than one measure asks for goes through it once. */
export class Embedder {
  readonly #kept = new Map<object, Promise<unknown>>();

  constructor(
    private readonly engine: EmbeddingEngine,
    private readonly sources: Pick<Sources, 'isShared' | 'needsFeatures'>,
    private readonly options: EmbedderOptions,
  ) {}

  /** Embeddings of pictures: unit rows, [count, dim]. */
  async pictures(source: Pictures): Promise<Float32Array> {
    if (this.sources.needsFeatures(source)) return (await this.features(source)).embeddings;
    const { batch, dim } = this.options;
    return this.#once(source, () => embedPictures(this.engine, source, batch, dim));
  }

  /** Features of pictures before they are normalised, and the embeddings: [count, dim] each. */
  features(source: Pictures): Promise<ImageFeatures> {
    return this.#once(source, async () => {
      const { batch, dim } = this.options;
      const all = {
        features: new Float32Array(source.count * dim),
        embeddings: new Float32Array(source.count * dim),
      };
      for (let start = 0; start < source.count; start += batch) {
        const count = Math.min(batch, source.count - start);
        const found = await this.engine.imageFeatures(await source.read(start, count), count);
        all.features.set(found.features, start * dim);
        all.embeddings.set(found.embeddings, start * dim);
      }
      return all;
    });
  }

  /** Embeddings of captions: unit rows, [count, dim]. */
  captions(source: Captions): Promise<Float32Array> {
    return this.#once(source, () => this.texts(source.ids));
  }

  /** Embeddings of texts: unit rows, [count, dim]. */
  texts(ids: Int32Array): Promise<Float32Array> {
    const { batch, dim, context } = this.options;
    return embedTexts(this.engine, ids, context, batch, dim);
  }

  #once<T>(source: object, embed: () => Promise<T>): Promise<T> {
    if (!this.sources.isShared(source)) return embed();
    const found = this.#kept.get(source) as Promise<T> | undefined;
    if (found !== undefined) return found;
    const begun = embed();
    this.#kept.set(source, begun);
    return begun;
  }
}
