import type { Tokenizer } from '../../text/tokenizer.js';
import type { AssemblyConfig } from './assemble.js';

/** Memory for one batch, shared by the threads: several of them fill it at once, and nothing is copied after. */
export interface Slot {
  /** RGB bytes, [pairs, resolution, resolution, 3]. */
  readonly images: Uint8Array;
  /** Token ids, [pairs, context]; empty where captions are not tokenized. */
  readonly ids: Int32Array;
  /** Of the augmented copies; empty where there are none. */
  readonly augmentedImages: Uint8Array;
  readonly augmentedIds: Int32Array;
}

/** @param shared whether other threads shall see it */
export function makeSlot(config: AssemblyConfig, pairs: number, shared: boolean): Slot {
  const { resolution, augment, tokens } = config;
  const memory = (bytes: number) => (shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes));
  const pictures = pairs * 3 * resolution * resolution;
  const ids = tokens === undefined ? 0 : pairs * tokens.context;
  return {
    images: new Uint8Array(memory(pictures)),
    ids: new Int32Array(memory(4 * ids)),
    augmentedImages: new Uint8Array(memory(augment ? pictures : 0)),
    augmentedIds: new Int32Array(memory(augment ? 4 * ids : 0)),
  };
}

/** The part of a slot for `count` pairs from `start` on. */
export function partOf(
  slot: Slot,
  { resolution, tokens }: AssemblyConfig,
  start: number,
  count: number,
): Slot {
  const picture = 3 * resolution * resolution;
  const context = tokens?.context ?? 0;
  const cut = <T extends Uint8Array | Int32Array>(values: T, size: number) =>
    values.subarray(start * size, (start + count) * size) as T;
  return {
    images: cut(slot.images, picture),
    ids: cut(slot.ids, context),
    augmentedImages: cut(slot.augmentedImages, picture),
    augmentedIds: cut(slot.augmentedIds, context),
  };
}

/** Writes the token ids of captions. */
export function writeIds(
  into: Int32Array,
  captions: readonly string[],
  tokenizer: Tokenizer | null,
  { tokens }: AssemblyConfig,
): void {
  if (tokenizer !== null && tokens !== undefined) into.set(tokenizer.encodeAll(captions, tokens));
}
