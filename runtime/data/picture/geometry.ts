import type { Picture } from '../dataset.js';
import { resample, type Part, type Size } from './resample.js';

/**
 * CLIP's input geometry, as torchvision does it on Pillow images: the shorter side becomes `side` and the longer one
 * trunc(side * longer / shorter), then the centre is cropped.
 */
export function resizeAndCrop(picture: Picture, side: number): Picture {
  if (Math.min(picture.width, picture.height) === side) return centreCrop(picture, side);
  const { width, height } = shortSideSize(picture, side);
  return resample(picture, width, height, 'bicubic', centre({ width, height }, side));
}

/** Leaves a picture alone whose shorter side fits already. */
export function resizeShortSide(picture: Picture, side: number): Picture {
  const { width, height } = shortSideSize(picture, side);
  return resample(picture, width, height);
}

/** The size whose shorter side is `side`. */
export function shortSideSize({ width, height }: Size, side: number): Size {
  if (Math.min(width, height) === side) return { width, height };
  return width <= height
    ? { width: side, height: Math.trunc((side * height) / width) }
    : { width: Math.trunc((side * width) / height), height: side };
}

/** Resizes to a square without keeping the aspect ratio: what the study does before it puts a trigger on. */
export function squash(picture: Picture, side: number): Picture {
  return resample(picture, side, side);
}

/** The middle `side` x `side` pixels. */
export function centreCrop(picture: Picture, side: number): Picture {
  if (picture.width < side || picture.height < side) {
    throw new RangeError(`cannot crop ${side}x${side} from ${picture.width}x${picture.height}`);
  }
  if (picture.width === side && picture.height === side) return picture;
  const { left, top } = centre(picture, side);
  const data = new Uint8Array(3 * side * side);
  for (let y = 0; y < side; y++) {
    const start = 3 * ((top + y) * picture.width + left);
    data.set(picture.data.subarray(start, start + 3 * side), 3 * y * side);
  }
  return { width: side, height: side, data };
}

/** Where the middle is; half a pixel is rounded to even, as Python rounds. */
export function centre({ width, height }: Size, side: number): Part {
  const left = roundHalfToEven((width - side) / 2);
  const top = roundHalfToEven((height - side) / 2);
  return { left, top, width: side, height: side };
}

function roundHalfToEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
