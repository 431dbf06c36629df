import { instantiate, type Kernels } from './kernels/instance.js';
import type { Picture } from '../dataset.js';

const PAGE = 65536;
const START = 1024;
/** What the kernels may read and write behind the end. */
const SLACK = 64;

let kernels: Kernels | null = null;

/** Picture, poorer picture and result behind each other: where they are. */
function places({ width, height }: Picture): { own: number; poorer: number; target: number; bytes: number } {
  const bytes = 3 * width * height;
  const step = 16 * Math.ceil((bytes + SLACK) / 16);
  const [own, poorer, target] = [START, START + step, START + 2 * step];
  kernels ??= instantiate();
  const missing = target + step - kernels.memory.buffer.byteLength;
  if (missing > 0) kernels.memory.grow(Math.ceil(missing / PAGE));
  return { own, poorer, target, bytes };
}

/**
 * Pillow's Image.blend of a picture with a poorer one made of it: `grey`, or smoothed (`smooth`), in float32, fractions cut off,
 * clipped to bytes.
 *
 * @param alpha share of the picture; 0 gives the poorer one, and it may be below 0 or above 1
 */
export function mixWith(kind: 'grey' | 'smooth', picture: Picture, alpha: number): Picture {
  const { width, height, data } = picture;
  const { own, poorer, target, bytes } = places(picture);
  const { memory } = kernels!;
  const all = new Uint8Array(memory.buffer);
  all.set(data, own);
  if (kind === 'grey') kernels!.grey(own, width * height, poorer);
  else {
    all.copyWithin(poorer, own, own + bytes);
    kernels!.smooth(own, 3 * width, height, poorer);
  }
  kernels!.blend(poorer, own, alpha, bytes, target);
  return { width, height, data: all.slice(target, target + bytes) };
}
