import type { Picture } from '../dataset.js';
import type { Filter } from './coefficients.js';
import { Resampler, type Part, type Size } from './resampler.js';

export type { Filter } from './coefficients.js';
export type { Part, Size } from './resampler.js';

const resampler = new Resampler();

/**
 * Pillow's antialiased resampling, bit for bit.
 * @param part what is wanted of the resized picture; all of it where it is left out
 */
export function resample(
  picture: Picture,
  width: number,
  height: number,
  filter: Filter = 'bicubic',
  part: Part = { left: 0, top: 0, width, height },
): Picture {
  if (width < 1 || height < 1) throw new RangeError(`cannot resize to ${width}x${height}`);
  const isWhole = part.width === width && part.height === height;
  if (isWhole && width === picture.width && height === picture.height) return picture;
  return resampleFilled((room) => room.set(picture.data), picture, { width, height }, filter, part);
}

/**
 * The same of a picture that `fill` puts into the memory where it is resampled, to spare a copy.
 * @param fill is given the room for the picture's RGB bytes; what it throws comes out
 */
export function resampleFilled(
  fill: (room: Uint8Array) => void,
  from: Size,
  to: Size,
  filter: Filter,
  part: Part,
): Picture {
  fill(resampler.room(from));
  const { width, height } = part;
  return { width, height, data: resampler.resample(from, to, part, filter).slice() };
}
