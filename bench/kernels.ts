/**
 * Time of each fused kernel against its plain counterpart, forward and backward, in one process and interleaved so that
 * what else the machine does weighs on both: node dist/bench/kernels.js [rounds]
 */
import { adamwStep } from '../runtime/backend/adamw.js';
import { fused } from '../runtime/backend/fused/index.js';
import type { Ops } from '../runtime/backend/ops.js';
import { plain } from '../runtime/backend/plain/index.js';
import {
  tf,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  type Tensor4D,
} from '../runtime/backend/tensorflow.js';

const rounds = Number(process.argv[2] ?? 7);

const filled = (shape: readonly number[]): Tensor => {
  const size = shape.reduce((a, b) => a * b, 1);
  return tf.tensor(
    Float32Array.from({ length: size }, (_, i) => Math.sin(i * 12.9898)),
    [...shape],
  );
};

type Kernel = (ops: Ops) => () => void;

/** The gradient of the sum of f to all its inputs. */
function gradient(shapes: readonly (readonly number[])[], f: (ops: Ops, inputs: Tensor[]) => Tensor): Kernel {
  const inputs = shapes.map(filled);
  return (ops) => {
    const run = tf.grads((...xs: Tensor[]) => f(ops, xs));
    const dy = tf.tidy(() => tf.onesLike(f(ops, inputs)));
    return () => tf.tidy(() => void run(inputs, dy));
  };
}

function optimizer(shape: readonly number[]): Kernel {
  return (ops) => {
    const slot = ops.adamwSlot(tf.variable(filled(shape)), true);
    const gradientTensor = filled(shape);
    let step = 0;
    return () => {
      step += 1;
      const rates = { learningRate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.1 };
      adamwStep([slot], [gradientTensor], { ...rates, step });
    };
  };
}

/** The shapes of a small CLIP: 64 × 64 pictures, 128 a batch. */
const kernels: Record<string, Kernel> = {
  'batchNorm 128×32×32×32': gradient(
    [[128, 32, 32, 32], [32], [32]],
    (ops, [x, s, o]) => ops.batchNorm(x as Tensor4D, s as Tensor1D, o as Tensor1D).y,
  ),
  'layerNorm 128×16×256': gradient([[128, 16, 256], [256], [256]], (ops, [x, s, o]) =>
    ops.layerNorm(x!, s as Tensor1D, o as Tensor1D),
  ),
  'quickGelu 128×16×1024': gradient([[128, 16, 1024]], (ops, [x]) => ops.quickGelu(x!)),
  'relu 128×32×32×32': gradient([[128, 32, 32, 32]], (ops, [x]) => ops.relu(x!)),
  'linear 2048×256→1024': gradient([[2048, 256], [1024, 256], [1024]], (ops, [x, w, b]) =>
    ops.linear(x!, w as Tensor2D, b as Tensor1D),
  ),
  'attention 128×16×256, 4 heads': gradient(
    [
      [128, 16, 256],
      [128, 16, 256],
      [128, 16, 256],
    ],
    (ops, [q, k, v]) => ops.attention(q as Tensor3D, k as Tensor3D, v as Tensor3D, 4, true),
  ),
  'crossEntropy 128×128': gradient([[128, 128]], (ops, [x]) =>
    ops.crossEntropy(x as Tensor2D, tf.range(0, 128, 1, 'int32')),
  ),
  'conv2d 3×3, 128×16×16×64': gradient(
    [
      [128, 16, 16, 64],
      [3, 3, 64, 64],
    ],
    (ops, [x, f]) => ops.conv2d(x as Tensor4D, f as Tensor4D),
  ),
  'conv2d 1×1, 128×16×16×64→256': gradient(
    [
      [128, 16, 16, 64],
      [1, 1, 64, 256],
    ],
    (ops, [x, f]) => ops.conv2d(x as Tensor4D, f as Tensor4D),
  ),
  'l2Normalize 128×256': gradient([[128, 256]], (ops, [x]) => ops.l2Normalize(x!)),
  'gather 2048 of 8192×256': gradient([[8192, 256]], (ops, [t]) =>
    ops.gather(t as Tensor2D, tf.range(0, 2048, 1, 'int32')),
  ),
  'adamw 4096×512': optimizer([4096, 512]),
};

function milliseconds(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!;

console.log(`${'kernel'.padEnd(32)} plain ms  fused ms  plain / fused   (median of ${rounds})`);
for (const [name, kernel] of Object.entries(kernels)) {
  const runs = [kernel(plain), kernel(fused)];
  runs.forEach((run) => run());
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++)
    runs.forEach((run, which) => times[which]!.push(milliseconds(run)));
  const [slow, fast] = times.map(median) as [number, number];
  const cells = [
    slow.toFixed(2).padStart(8),
    fast.toFixed(2).padStart(9),
    (slow / fast).toFixed(2).padStart(10),
  ];
  console.log(name.padEnd(32), ...cells);
}
