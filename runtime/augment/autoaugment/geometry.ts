import type { Picture } from '../../data/dataset.js';

/** Geometric operations, nearest sampling, black outside. Positions are those of pixel centres. */

/** Output (x, y) takes input (x + slope * y, y). */
export function shearX(picture: Picture, slope: number): Picture {
  return sampleNearest(picture, [1, slope, 0, 0, 1, 0]);
}

/** Output (x, y) takes input (x, y + slope * x). */
export function shearY(picture: Picture, slope: number): Picture {
  return sampleNearest(picture, [1, 0, 0, slope, 1, 0]);
}

/** Moves to the right by the whole part of `by` pixels. */
export function translateX(picture: Picture, by: number): Picture {
  return sampleNearest(picture, [1, 0, -Math.trunc(by), 0, 1, 0]);
}

/** Moves down by the whole part of `by` pixels. */
export function translateY(picture: Picture, by: number): Picture {
  return sampleNearest(picture, [1, 0, 0, 0, 1, -Math.trunc(by)]);
}

/** Turns counter-clockwise about the centre. */
export function rotate(picture: Picture, degrees: number): Picture {
  const angle = (-degrees * Math.PI) / 180;
  const [cos, sin] = [rounded(Math.cos(angle)), rounded(Math.sin(angle))];
  const [x, y] = [picture.width / 2, picture.height / 2];
  return sampleNearest(picture, [cos, sin, x - cos * x - sin * y, -sin, cos, y + sin * x - cos * y]);
}

/** To 15 digits, as Pillow rounds its rotation matrices. */
function rounded(value: number): number {
  return Math.round(value * 1e15) / 1e15;
}

/** From output to input: x' = a x + b y + c, y' = d x + e y + f. */
type Affine = readonly [number, number, number, number, number, number];

/** Pillow's fixed-point affine transformation (libImaging/Geometry.c, affine_fixed). */
function sampleNearest({ width, height, data }: Picture, [a, b, c, d, e, f]: Affine): Picture {
  const [stepX, stepY] = [fixed(a), fixed(d)];
  const [lineX, lineY] = [fixed(b), fixed(e)];
  const [startX, startY] = [fixed(c + a * 0.5 + b * 0.5), fixed(f + d * 0.5 + e * 0.5)];
  const result = new Uint8Array(data.length);
  for (let y = 0, to = 0; y < height; y++) {
    let sourceX = startX + y * lineX;
    let sourceY = startY + y * lineY;
    for (let x = 0; x < width; x++, to += 3, sourceX += stepX, sourceY += stepY) {
      const [column, row] = [sourceX >> 16, sourceY >> 16];
      if (column < 0 || column >= width || row < 0 || row >= height) continue;
      const from = 3 * (row * width + column);
      result[to] = data[from]!;
      result[to + 1] = data[from + 1]!;
      result[to + 2] = data[from + 2]!;
    }
  }
  return { width, height, data: result };
}

function fixed(value: number): number {
  return Math.floor(value * 65536 + 0.5);
}
