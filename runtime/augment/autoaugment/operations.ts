import type { Picture } from '../../data/dataset.js';
import { brightness, color, contrast, sharpness } from './enhance.js';
import { rotate, shearX, shearY, translateX, translateY } from './geometry.js';
import { autoContrast, equalize, invert, posterize, solarize } from './lookup.js';

/** AutoAugment's operations under torchvision's names; enhancements are given the distance from "no change". */
export const operations = {
  ShearX: shearX,
  ShearY: shearY,
  TranslateX: translateX,
  TranslateY: translateY,
  Rotate: rotate,
  Brightness: (picture: Picture, magnitude: number) => brightness(picture, 1 + magnitude),
  Color: (picture: Picture, magnitude: number) => color(picture, 1 + magnitude),
  Contrast: (picture: Picture, magnitude: number) => contrast(picture, 1 + magnitude),
  Sharpness: (picture: Picture, magnitude: number) => sharpness(picture, 1 + magnitude),
  Posterize: posterize,
  Solarize: solarize,
  AutoContrast: autoContrast,
  Equalize: equalize,
  Invert: invert,
} as const satisfies Record<string, (picture: Picture, magnitude: number) => Picture>;

export type OperationName = keyof typeof operations;
