import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatasetWriter } from '../data/artifact/write.js';
import { stream } from '../random/stream.js';
import type { StepCase } from './case.js';

/** Batches that a stand-in holds, so that no picture is in the next batch again. */
const batches = 2;
const words = ['a', 'small', 'red', 'house', 'by', 'the', 'old', 'river', 'with', 'seven', 'green', 'boats'];

/**
 * A data set of noise for a case, where its own is not there: pictures of the model's side, captions of ten words.
 * Made once in `parent` for each side and size. Returns its folder.
 */
export function standInData({ model, batch_size: batch }: StepCase, parent: string): string {
  const side = model.image.resolution;
  const size = batches * batch;
  const folder = join(parent, `noise-${side}-${size}`);
  if (existsSync(folder)) return folder;
  mkdirSync(folder, { recursive: true });
  const writer = new DatasetWriter(folder);
  for (let pair = 0; pair < size; pair++) {
    const random = stream(0, 'stand-in', pair);
    const captions = [Array.from({ length: 10 }, () => words[random.int(words.length)]!).join(' ')];
    const picture = { width: side, height: side, data: noise(3 * side * side, pair) };
    writer.add({ id: String(pair), captions, label: 'noise', picture });
  }
  writer.finish([], {});
  return folder;
}

/** Bytes that no two pictures share. */
function noise(length: number, seed: number): Uint8Array {
  const data = new Uint8Array(length);
  let state = (seed + 1) * 2654435761;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    data[i] = state >>> 24;
  }
  return data;
}
