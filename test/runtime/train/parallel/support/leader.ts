import { ParallelEngine } from '../../../../../runtime/train/parallel/engine.js';
import { beginLosses } from '../../../../../runtime/train/begin-losses.js';
import { randomBatch } from '../../../../support/batches.js';
import { tinyResnet } from '../../../../support/models.js';

/** A process that trains on two devices and goes on for ever. Tells the other's process id. */
const optimizer = { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.1 };
const config = { model: tinyResnet, optimizer, objective: { mmcl: 1 }, micro_batch_size: 2 };
const engine = new ParallelEngine(
  config,
  { step: 4, evaluation: 4 },
  { peers: [''], entry: process.argv[2]! },
);
engine.initialize(1);
beginLosses(engine, config, 1, new Map());
for (let i = 0; ; i++) {
  await engine.step(randomBatch(tinyResnet, 4, i), 1e-3);
  if (i === 1) console.log(String(engine.peers[0]));
}
