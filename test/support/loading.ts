import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { PairBatch, View } from '../../runtime/data/batches/assemble.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Makes the entry of threads that make batches, as JavaScript, of the sources as they are now. */
export function buildWorker(outfile: string): void {
  buildSync({
    entryPoints: [join(root, 'runtime/data/batches/worker.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
  });
}

/** A copy that stays when the next batch takes the memory. */
export function copied(batch: PairBatch): PairBatch {
  const { augmented } = batch;
  return { ...batch, ...view(batch), augmented: augmented && view(augmented) };
}

function view({ images, captions, ids }: View): View {
  return { images: Uint8Array.from(images), captions, ids: ids && Int32Array.from(ids) };
}

/** Tells batches apart by all that is in them. */
export function digestOf({ index, pairs, augmented, ...own }: PairBatch): string {
  const hash = createHash('sha256').update(JSON.stringify([index, [...pairs]]));
  for (const one of augmented ? [own, augmented] : [own])
    hash.update(one.images).update(JSON.stringify([one.captions, one.ids && [...one.ids]]));
  return hash.digest('hex');
}
