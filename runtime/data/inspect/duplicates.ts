import { createHash } from 'node:crypto';
import type { Picture } from '../dataset.js';
import { nearDuplicates } from './near.js';
import { differenceHash } from './perceptual.js';
import { WordTally } from './tally.js';

/** Pictures that occur more than once, and pairs that look the same. */
export interface DuplicateReport {
  /** Equal pixel by pixel: how often some picture is there again, and which ones are there most often. */
  readonly exact: {
    readonly repeats: number;
    readonly examples: readonly { readonly id: string; readonly times: number }[];
  };
  /** Pictures that look like some other one (difference hash, at most 3 of 64 bits apart) and are not equal to it. */
  readonly near: {
    readonly pictures: number;
    readonly complete: boolean;
    readonly examples: readonly { readonly first: string; readonly second: string; readonly bits: number }[];
  };
  /** How often some caption is there again, and which ones are there most often (among the first 200,000). */
  readonly captions: {
    readonly repeats: number;
    readonly examples: readonly { readonly caption: string; readonly times: number }[];
  };
}

const shown = 5;

/** So many different captions are counted by their text; the others by eight bytes of their hash. */
const heldCaptions = 200_000;

/** Finds duplicates among pictures, of which it holds 16 bytes and the id, and captions, of which it holds eight bytes. */
export class DuplicateFinder {
  private readonly pixels = new Words();
  private readonly high = new Words();
  private readonly low = new Words();
  private readonly texts = new Words();
  private readonly frequent = new WordTally(heldCaptions);
  private readonly ids: string[] = [];

  add(id: string, picture: Picture, captions: readonly string[]): void {
    this.ids.push(id);
    const sides = `${picture.width}x${picture.height} `;
    const digest = createHash('sha256').update(sides).update(picture.data).digest();
    this.pixels.push(digest.readUInt32LE(0), digest.readUInt32LE(4));
    const [high, low] = differenceHash(picture);
    this.high.push(high);
    this.low.push(low);
    for (const caption of captions) {
      const text = createHash('sha256').update(caption).digest();
      this.texts.push(text.readUInt32LE(0), text.readUInt32LE(4));
      this.frequent.add(caption);
    }
  }

  report(): DuplicateReport {
    const idOf = (pair: number): string => this.ids[pair]!;
    const pixels = this.pixels.values();
    const exact = repeated(pixels);
    const isSame = (a: number, b: number) =>
      pixels[2 * a] === pixels[2 * b] && pixels[2 * a + 1] === pixels[2 * b + 1];
    const near = nearDuplicates(this.high.values(), this.low.values(), isSame, shown);
    return {
      exact: {
        repeats: exact.repeats,
        examples: exact.groups.map(({ first, times }) => ({ id: idOf(first), times })),
      },
      near: {
        pictures: near.pictures,
        complete: near.complete,
        examples: near.examples.map(({ first, second, distance }) => ({
          first: idOf(first),
          second: idOf(second),
          bits: distance,
        })),
      },
      captions: {
        repeats: repeated(this.texts.values()).repeats,
        examples: this.frequent
          .sorted()
          .slice(0, shown)
          .filter(({ count }) => count > 1)
          .map(({ name, count }) => ({ caption: name, times: count })),
      },
    };
  }
}

interface Repeated {
  readonly repeats: number;
  readonly groups: readonly { readonly first: number; readonly times: number }[];
}

/** Values of two words each that are there more than once; the most frequent groups, earlier ones first. */
function repeated(words: Uint32Array): Repeated {
  const order = Uint32Array.from({ length: words.length / 2 }, (_, i) => i);
  order.sort((a, b) => words[2 * a]! - words[2 * b]! || words[2 * a + 1]! - words[2 * b + 1]! || a - b);
  const same = (a: number, b: number) =>
    words[2 * a] === words[2 * b] && words[2 * a + 1] === words[2 * b + 1];
  let repeats = 0;
  const groups: { first: number; times: number }[] = [];
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && same(order[start]!, order[end]!)) end++;
    repeats += end - start - 1;
    if (end - start > 1) groups.push({ first: order[start]!, times: end - start });
    if (groups.length > 1000) groups.sort(byTimes).splice(shown);
    start = end;
  }
  return { repeats, groups: groups.sort(byTimes).slice(0, shown) };
}

const byTimes = (a: { first: number; times: number }, b: { first: number; times: number }): number =>
  b.times - a.times || a.first - b.first;

/** Numbers of 32 bits without a sign, as many as come. */
class Words {
  private words = new Uint32Array(1024);
  private length = 0;

  push(...values: readonly number[]): void {
    if (this.length + values.length > this.words.length) {
      const larger = new Uint32Array(2 * this.words.length);
      larger.set(this.words);
      this.words = larger;
    }
    for (const value of values) this.words[this.length++] = value;
  }

  values(): Uint32Array {
    return this.words.subarray(0, this.length);
  }
}
