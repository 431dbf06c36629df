import type { Filter } from './coefficients.js';
import { instantiate, type Kernels } from './kernels/instance.js';
import { tableFor } from './kernels/tables.js';

/** A size in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part of a picture. */
export interface Part extends Size {
  readonly left: number;
  readonly top: number;
}

const PAGE = 65536;
/** What the kernels may read and write behind the end of a row. */
const SLACK = 64;
/** A larger memory is given back after use: it cannot shrink. */
const HELD_BYTES = 128 * 2 ** 20;

/**
 * Pillow's antialiased resampling, bit for bit (libImaging/Resample.c, 8 bits a channel): fixed-point weights of 22 bits,
 * a horizontal then a vertical pass, rounded to bytes between the two. Only what the wanted part depends on is computed.
 *
 * The picture is put into `room` first: where it is decoded, or copied to.
 */
export class Resampler {
  private kernels: Kernels | null = null;
  private base = 0;

  /** Where the RGB bytes of a picture go; valid until the next call. */
  room({ width, height }: Size): Uint8Array {
    this.reserve(3 * width * height + 3 * width + SLACK);
    return new Uint8Array(this.kernels!.memory.buffer, this.base, 3 * width * height);
  }

  /**
   * A part of the picture in the room, resized to `size`.
   * @returns RGB bytes of the part; valid until the next call
   */
  resample(picture: Size, size: Size, part: Part, filter: Filter): Uint8Array {
    const x = tableFor(picture.width, size.width, filter, 'across');
    const y = tableFor(picture.height, size.height, filter, 'down');
    const from = y.first[part.top]!;
    let to = from;
    for (let i = part.top; i < part.top + part.height; i++) to = Math.max(to, y.first[i]! + y.count[i]!);
    const stride = 3 * part.width;
    const place = layout(this.base + 3 * picture.width * (picture.height + 1) + SLACK, [
      x.bytes.length,
      y.bytes.length,
      stride * (to - from + 2 * y.groups) + SLACK,
      stride * part.height + SLACK,
    ]);
    this.reserve(place.end - this.base);
    const kernels = this.kernels!;
    const { memory } = kernels;
    const [tableX, tableY, middle, target] = place.starts as [number, number, number, number];
    new Uint8Array(memory.buffer).set(x.bytes, tableX);
    new Uint8Array(memory.buffer).set(y.bytes, tableY);
    const source = this.base + 3 * picture.width * from;
    kernels.across(
      source,
      3 * picture.width,
      to - from,
      tableX + x.entry * part.left,
      x.groups,
      part.width,
      middle,
    );
    kernels.down(middle - from * stride, stride, tableY + y.entry * part.top, y.groups, part.height, target);
    const result = new Uint8Array(memory.buffer, target, stride * part.height);
    if (memory.buffer.byteLength > HELD_BYTES) this.kernels = null;
    return result;
  }

  private reserve(bytes: number): void {
    if (this.kernels === null) {
      this.kernels = instantiate();
      this.base = 1024;
    }
    const { memory } = this.kernels;
    const missing = this.base + bytes - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  }
}

/** Places one after the other. */
function layout(start: number, lengths: readonly number[]): { starts: number[]; end: number } {
  let end = start;
  const starts = lengths.map((length) => {
    const at = 16 * Math.ceil(end / 16);
    end = at + length;
    return at;
  });
  return { starts, end };
}
