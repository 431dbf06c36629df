/**
 * Memory and time of a training step at one batch size, whole and in parts by gradient caching, each in a process of its
 * own: npm run bench:gradient-cache [-- <batch> <micro-batch>...]
 */
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import type { GradientCacheAnswer, GradientCacheRequest } from './support/gradient-cache.js';
import { median } from './support/peer.js';

const worker = fileURLToPath(new URL('./support/gradient-cache.js', import.meta.url));
const [batch = 512, ...sizes] = process.argv.slice(2).map(Number);
const parts = sizes.length > 0 ? sizes : [batch, 128, 32];

async function measure(request: GradientCacheRequest): Promise<GradientCacheAnswer> {
  const { stdout } = await execa(process.execPath, [worker, JSON.stringify(request)]);
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as GradientCacheAnswer;
}

console.log('model            batch  micro-batch  seconds a step  peak MB  MB of the step  loss of step 1');
for (const model of ['resnet', 'vit'] as const)
  for (const part of parts) {
    const {
      seconds,
      peak_bytes: peak,
      before_bytes: before,
      loss,
    } = await measure({ model, batch, part, steps: 3 });
    const row = [
      model.padEnd(14),
      String(batch).padStart(7),
      (part === batch ? 'whole' : String(part)).padStart(11),
      median(seconds).toFixed(2).padStart(14),
      (peak / 2 ** 20).toFixed(0).padStart(7),
      ((peak - before) / 2 ** 20).toFixed(0).padStart(14),
      loss.toFixed(6).padStart(14),
    ];
    console.log(row.join('  '));
  }
