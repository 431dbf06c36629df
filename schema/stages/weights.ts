import type { StageBase } from './base.js';

/** A file of weights, taken into the store as the checkpoint of epoch 0. */
export type WeightsStage = StageBase<
  'weights',
  {
    /** The key that names a file (`path`) -> SHA-256 of the file's content. */
    readonly files: Readonly<Record<string, string>>;
  },
  never,
  {
    /** The key that names a file -> where it is: an absolute path. */
    readonly paths: Readonly<Record<string, string>>;
  }
>;
