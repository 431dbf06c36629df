import type { Picture } from '../../data/dataset.js';
import { lookUp, tableOf } from './lookup.js';

/** Pillow's ImageEnhance: a mixture of the picture and a poorer one; a factor of 1 gives the picture itself. */

export function brightness(picture: Picture, factor: number): Picture {
  return againstLevel(picture, 0, factor);
}

/** Against the grey picture. */
export function color(picture: Picture, factor: number): Picture {
  const grey = new Uint8Array(picture.data.length);
  const levels = luma(picture);
  for (let i = 0, from = 0; i < grey.length; i += 3, from++) {
    grey[i] = grey[i + 1] = grey[i + 2] = levels[from]!;
  }
  return against(grey, picture, factor);
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
  return against(smooth(picture), picture, factor);
}

/** ITU-R 601-2 luma in Pillow's fixed point. */
function luma({ data }: Picture): Uint8Array {
  const levels = new Uint8Array(data.length / 3);
  for (let i = 0, to = 0; to < levels.length; i += 3, to++) {
    levels[to] = (data[i]! * 19595 + data[i + 1]! * 38470 + data[i + 2]! * 7471 + 0x8000) >> 16;
  }
  return levels;
}

/** Pillow's SMOOTH filter: 3x3, the centre counts 5 of 13; the border stays as it is. */
function smooth({ width, height, data }: Picture): Uint8Array {
  const result = Uint8Array.from(data);
  const stride = 3 * width;
  for (let y = 1; y < height - 1; y++) {
    const end = (y + 1) * stride - 3;
    for (let i = y * stride + 3; i < end; i++) {
      const above = data[i - stride - 3]! + data[i - stride]! + data[i - stride + 3]!;
      const beside = data[i - 3]! + 5 * data[i]! + data[i + 3]!;
      const below = data[i + stride - 3]! + data[i + stride]! + data[i + stride + 3]!;
      result[i] = ((above + beside + below) / 13 + 0.5) | 0;
    }
  }
  return result;
}

/** Pillow's Image.blend with a picture of one level. */
function againstLevel(picture: Picture, poorer: number, factor: number): Picture {
  const alpha = Math.fround(factor);
  return lookUp(picture, [tableOf((level) => blend(poorer, Math.fround(alpha * (level - poorer))))]);
}

/** Pillow's Image.blend with another picture. */
function against(poorer: Uint8Array, { width, height, data }: Picture, factor: number): Picture {
  const alpha = Math.fround(factor);
  const shares = new Float32Array(511); // alpha times each difference of two levels
  for (let i = 0; i < 511; i++) shares[i] = alpha * (i - 255);
  const result = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) {
    const from = poorer[i]!;
    result[i] = blend(from, shares[data[i]! - from + 255]!);
  }
  return { width, height, data: result };
}

/** poorer + factor * (picture - poorer) in float32, the fraction cut off, clamped to a byte. */
function blend(poorer: number, share: number): number {
  const value = Math.fround(poorer + share);
  return value <= 0 ? 0 : value >= 255 ? 255 : value | 0;
}
