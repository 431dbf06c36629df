/**
 * A training step on several devices against the same micro-batches on one, and what the devices exchange for it:
 * npm run bench:data-parallel [-- <model> <batch> <micro-batch> <devices>...]
 */
import { stream } from '../runtime/random/stream.js';
import { GraphEngine } from '../runtime/train/graph/engine.js';
import { ParallelEngine } from '../runtime/train/parallel/engine.js';
import { models } from './support/models.js';
import { median } from './support/peer.js';

const [name = 'rn50', batch = '4', part = '2', ...counts] = process.argv.slice(2);
const devices = counts.length > 0 ? counts.map(Number) : [1, 2];
const steps = 2;
const { model } = models[name]!;
const pairs = Number(batch);
const random = stream(1, 'bench');
const { image, text } = model;
const images = Uint8Array.from({ length: pairs * 3 * image.resolution ** 2 }, () => random.int(256));
const ids = Int32Array.from({ length: pairs * text.context }, (_, i) =>
  i % text.context === 10 ? text.vocabulary - 1 : 1 + random.int(text.vocabulary - 3),
);
const config = {
  model,
  objective: { mmcl: 1 },
  optimizer: { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.1 },
  micro_batch_size: Number(part),
};
const sizes = { step: pairs, evaluation: 1 };

console.log(`${name}, batches of ${batch} in micro-batches of ${part}, processes on this machine's cores`);
for (const count of devices) {
  const peers = Array.from({ length: count - 1 }, () => '');
  const log = (line: string) => console.log(`  ${line}`);
  const engine =
    count === 1 ? new GraphEngine(config, sizes) : new ParallelEngine(config, sizes, { peers, log });
  engine.initialize(0);
  const seconds: number[] = [];
  for (let i = 0; i <= steps; i++) {
    const start = performance.now();
    const { loss } = await engine.step({ images, ids }, 1e-3);
    seconds.push((performance.now() - start) / 1000);
    if (i === 0) console.log(`${count} device${count === 1 ? '' : 's'}: loss of the first step ${loss}`);
  }
  console.log(`  ${median(seconds.slice(1)).toFixed(2)} s a step, the first ${seconds[0]!.toFixed(1)} s`);
  engine.dispose();
}
