// The least that a training step of the quickstart's model costs a program that knows nothing of experiments: load
// tfjs, draw weights, take one step operation by operation.
import type { Model } from '../../schema/generated/resolved.js';
import { createEngine } from '../../runtime/train/create-engine.js';

const model = JSON.parse(process.argv[2]!) as Model;
const batch = Number(process.argv[3]);
const optimizer = { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.1 };
const sizes = { step: batch, evaluation: batch };
const engine = createEngine({ model, objective: { mmcl: 1 }, optimizer }, sizes, () => undefined);
engine.initialize(0);
const images = new Uint8Array(batch * model.image.resolution ** 2 * 3).map((_, i) => i % 251);
const ids = new Int32Array(batch * model.text.context).fill(1);
await engine.step({ images, ids }, 1e-3);
