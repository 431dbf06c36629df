import type { Picture } from '../../data/dataset.js';
import { mixWith } from '../../data/picture/mixer.js';
import { lookUp, tableOf } from './lookup.js';

/** Pillow's ImageEnhance: a mixture of the picture and a poorer one; a factor of 1 gives the picture itself. */

export function brightness(picture: Picture, factor: number): Picture {
  return againstLevel(picture, 0, factor);
}

/** Against the grey picture. */
export function color(picture: Picture, factor: number): Picture {
  return mixWith('grey', picture, factor);
}

/** Against the mean grey level. */
export function contrast(picture: Picture, factor: number): Picture {
  const levels = luma(picture);
  let sum = 0;
  for (const level of levels) sum += level;
  const mean = Math.trunc(sum / levels.length + 0.5);
  return againstLevel(picture, mean, factor);
}

/** Against the smoothed picture. */
export function sharpness(picture: Picture, factor: number): Picture {
  return mixWith('smooth', picture, factor);
}

/** ITU-R 601-2 luma in Pillow's fixed point. */
function luma({ data }: Picture): Uint8Array {
  const levels = new Uint8Array(data.length / 3);
  for (let i = 0, to = 0; to < levels.length; i += 3, to++) {
    levels[to] = (data[i]! * 19595 + data[i + 1]! * 38470 + data[i + 2]! * 7471 + 0x8000) >> 16;
  }
  return levels;
}

/** Pillow's Image.blend with a picture of one level. */
function againstLevel(picture: Picture, poorer: number, factor: number): Picture {
  const alpha = Math.fround(factor);
  return lookUp(picture, [tableOf((level) => blend(poorer, Math.fround(alpha * (level - poorer))))]);
}

/** poorer + factor * (picture - poorer) in float32, the fraction cut off, clamped to a byte. */
function blend(poorer: number, share: number): number {
  const value = Math.fround(poorer + share);
  return value <= 0 ? 0 : value >= 255 ? 255 : value | 0;
}
