import type { Model } from '../../schema/generated/resolved.js';
import type { PairDataset } from '../data/dataset.js';
import type { Tokenizer } from '../text/tokenizer.js';
import { pictures, type Pictures } from './pictures.js';

/** The first captions of pairs, as token ids. */
export interface Captions {
  /** [count, context] */
  readonly ids: Int32Array;
}

interface Asked {
  readonly data: PairDataset;
  readonly indices: readonly number[];
}

/**
 * Pictures and captions of data sets, as measures ask for them: who asks for the same is given the same, which is then
 * embedded once at each measurement.
 */
export class Sources {
  readonly #pictures: (Asked & { readonly given: Pictures })[] = [];
  readonly #captions: (Asked & { readonly given: Captions })[] = [];
  readonly #shared = new Set<object>();
  readonly #withFeatures = new Set<Pictures>();

  constructor(
    private readonly model: Model,
    private readonly tokenizer: Tokenizer,
  ) {}

  /**
   * Pictures of a data set at the model's resolution.
   * @param options with `features` they are needed before normalisation too
   */
  pictures(data: PairDataset, indices: readonly number[], { features = false } = {}): Pictures {
    const make = () => pictures(data, this.model.image.resolution, indices);
    const given = this.#sameFor(this.#pictures, { data, indices }, make);
    if (features) this.#withFeatures.add(given);
    return given;
  }

  /** First captions of a data set. */
  captions(data: PairDataset, indices: readonly number[]): Captions {
    return this.#sameFor(this.#captions, { data, indices }, () => {
      const texts = indices.map((i) => data.info(i).captions[0]!);
      return { ids: this.tokenizer.encodeAll(texts, this.model.text) };
    });
  }

  /** Was it given more than once? */
  isShared(given: object): boolean {
    return this.#shared.has(given);
  }

  needsFeatures(given: Pictures): boolean {
    return this.#withFeatures.has(given);
  }

  #sameFor<T extends object>(known: (Asked & { readonly given: T })[], asked: Asked, make: () => T): T {
    const found = known.find(
      ({ data, indices }) => data === asked.data && isEqual(indices, asked.indices),
    )?.given;
    if (found !== undefined) {
      this.#shared.add(found);
      return found;
    }
    const given = make();
    known.push({ ...asked, given });
    return given;
  }
}

function isEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((index, i) => index === b[i]);
}

/** The numbers of all pairs of a data set. */
export function everyIndex({ size }: Pick<PairDataset, 'size'>): number[] {
  return Array.from({ length: size }, (_, i) => i);
}
