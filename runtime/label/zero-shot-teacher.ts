import type { Picture } from '../data/dataset.js';

/** A model that tells what pictures and texts mean, in one space. */
export interface ZeroShotTeacher {
  /** What is done to a picture as it is stored before `embedPictures` takes it. */
  prepare(picture: Picture): Picture;
  /** [pictures, dim] features; need not be normalised. */
  embedPictures(pictures: readonly Picture[]): Promise<Float32Array>;
  /** [texts, dim] features; need not be normalised. */
  embedTexts(texts: readonly string[]): Promise<Float32Array>;
  dispose(): void | Promise<void>;
}
