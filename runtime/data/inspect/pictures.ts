import sharp from 'sharp';
import type { Picture } from '../dataset.js';
import { Tally, WordTally, type Spread } from './tally.js';

/** Files and sizes of pictures. Sizes are those of the files; of pictures without one, those that are stored. */
export interface PictureReport {
  /** `jpeg`, `png`, …; `decoded` where there is no file any more. */
  readonly formats: Readonly<Record<string, number>>;
  /** Bytes of the files; null where there are none. */
  readonly bytes: (Spread & { readonly total: number }) | null;
  readonly width: Spread | null;
  readonly height: Spread | null;
  /** Pictures by their short side, in pixels: `from` to one below `below`. */
  readonly shortSides: readonly {
    readonly from: number;
    readonly below: number | null;
    readonly count: number;
  }[];
  /** Pictures more than twice as long as they are short: the crop takes more than half away. */
  readonly elongated: number;
  /** Sizes as they are stored, such as `32x32`. */
  readonly stored: Readonly<Record<string, number>>;
}

/** Lower ends of the groups of short sides, in pixels. */
const groups = [1, 32, 64, 128, 224, 256, 384, 512, 1024, 2048];

export class PictureSurvey {
  private readonly formats = new WordTally();
  private readonly stored = new WordTally();
  private readonly bytes = new Tally();
  private readonly width = new Tally();
  private readonly height = new Tally();
  private readonly short = groups.map(() => 0);
  private total = 0;
  private elongated = 0;

  async add(picture: Picture, encoded: Uint8Array | null): Promise<void> {
    const { format, width, height } =
      encoded === null ? { ...picture, format: 'decoded' } : await headOf(encoded);
    this.formats.add(format);
    this.stored.add(`${picture.width}x${picture.height}`);
    this.width.add(width);
    this.height.add(height);
    const [short, long] = [Math.min(width, height), Math.max(width, height)];
    this.short[groups.findLastIndex((from) => from <= short)]!++;
    if (long > 2 * short) this.elongated++;
    if (encoded === null) return;
    this.bytes.add(encoded.length);
    this.total += encoded.length;
  }

  report(): PictureReport {
    const bytes = this.bytes.spread();
    return {
      formats: this.formats.record(),
      bytes: bytes && { ...bytes, total: this.total },
      width: this.width.spread(),
      height: this.height.spread(),
      shortSides: groups
        .map((from, i) => ({ from, below: groups[i + 1] ?? null, count: this.short[i]! }))
        .filter(({ count }) => count > 0),
      elongated: this.elongated,
      stored: this.stored.record(),
    };
  }
}

/** Format and size of a picture that can be decoded, from its head. */
async function headOf(encoded: Uint8Array): Promise<{ format: string; width: number; height: number }> {
  const { format, width, height } = await sharp(encoded).metadata();
  return { format: format ?? 'unknown', width, height };
}
