import type { Picture } from '../dataset.js';
import { resample } from './resample.js';

/**
 * CLIP's input geometry, as torchvision does it on Pillow images: the shorter side becomes `side` and the longer one
 * trunc(side * longer / shorter), then the centre is cropped.
 */
export function resizeAndCrop(picture: Picture, side: number): Picture {
  return centreCrop(resizeShortSide(picture, side), side);
}

/** Leaves a picture alone whose shorter side fits already. */
export function resizeShortSide(picture: Picture, side: number): Picture {
  const { width, height } = picture;
  if (Math.min(width, height) === side) return picture;
  return width <= height
    ? resample(picture, side, Math.trunc((side * height) / width))
    : resample(picture, Math.trunc((side * width) / height), side);
}

/** Resizes to a square without keeping the aspect ratio: what the study does before it puts a trigger on. */
export function squash(picture: Picture, side: number): Picture {
  return resample(picture, side, side);
}

/** The middle `side` x `side` pixels; half a pixel is rounded to even, as Python rounds. */
export function centreCrop(picture: Picture, side: number): Picture {
  if (picture.width < side || picture.height < side) {
    throw new RangeError(`cannot crop ${side}x${side} from ${picture.width}x${picture.height}`);
  }
  if (picture.width === side && picture.height === side) return picture;
  const left = roundHalfToEven((picture.width - side) / 2);
  const top = roundHalfToEven((picture.height - side) / 2);
  const data = new Uint8Array(3 * side * side);
  for (let y = 0; y < side; y++) {
    const start = 3 * ((top + y) * picture.width + left);
    data.set(picture.data.subarray(start, start + 3 * side), 3 * y * side);
  }
  return { width: side, height: side, data };
}

function roundHalfToEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
