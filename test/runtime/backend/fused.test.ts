import { describe, expect, it, vi } from 'vitest';
import { fused } from '../../../runtime/backend/fused/index.js';
import type { Ops } from '../../../runtime/backend/ops.js';
import { plain } from '../../../runtime/backend/plain/index.js';
import { backend } from '../../../runtime/backend/raw.js';
import {
  tf,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  type Tensor4D,
} from '../../../runtime/backend/tensorflow.js';
import { evaluate, expectSame, numbers } from './agree.js';

interface Case {
  readonly inputs: () => Tensor[];
  readonly apply: (ops: Ops, inputs: Tensor[]) => Tensor;
  readonly tolerance?: number;
}

const image = (batch: number, side: number, channels: number, salt = 0) =>
  numbers([batch, side, side, channels], salt);
const labels = (values: number[]) => tf.tensor1d(values, 'int32');

const conv = (side: number, size: number, stride: number): Case => ({
  inputs: () => [image(2, side, 3), numbers([size, size, 3, 5], 1)],
  apply: (ops, [x, filter]) => ops.conv2d(x as Tensor4D, filter as Tensor4D, stride),
});

const attention = (queries: number, keys: number, heads: number, causal: boolean): Case => ({
  inputs: () => [numbers([3, queries, 8]), numbers([3, keys, 8], 1), numbers([3, keys, 8], 2)],
  apply: (ops, [q, k, v]) => ops.attention(q as Tensor3D, k as Tensor3D, v as Tensor3D, heads, causal),
});

/** The same on inputs of 1 to 4 axes, the last of the given width, with some vectors of that width. */
const ranks = (name: string, width: number, vectors: number, apply: Case['apply']): Record<string, Case> =>
  Object.fromEntries(
    [[], [5], [3, 4], [2, 3, 2]].map((leading) => [
      `${name} of rank ${leading.length + 1}`,
      {
        inputs: () => [
          numbers([...leading, width]),
          ...Array.from({ length: vectors }, (_, i) => numbers([width], i + 1)),
        ],
        apply,
        tolerance: 1e-5,
      },
    ]),
  );

const cases: Record<string, Case> = {
  meanOfRows: {
    inputs: () => [numbers([2, 7, 5])],
    apply: (ops, [x]) => ops.meanOfRows(x as Tensor3D),
  },
  batchNorm: {
    inputs: () => [tf.add(image(4, 5, 6), 3), numbers([6], 1), numbers([6], 2)],
    apply: (ops, [x, scale, offset]) => ops.batchNorm(x as Tensor4D, scale as Tensor1D, offset as Tensor1D).y,
    tolerance: 1e-5,
  },
  'batchNorm with a large epsilon': {
    inputs: () => [image(4, 5, 6), numbers([6], 1), numbers([6], 2)],
    apply: (ops, [x, scale, offset]) =>
      ops.batchNorm(x as Tensor4D, scale as Tensor1D, offset as Tensor1D, 0.5).y,
    tolerance: 1e-5,
  },
  batchNormInference: {
    inputs: () => [image(4, 5, 6), numbers([6], 1), numbers([6], 2)],
    apply: (ops, [x, scale, offset]) =>
      ops.batchNormInference(
        x as Tensor4D,
        scale as Tensor1D,
        offset as Tensor1D,
        tf.tensor1d([0, 0.1, -0.2, 0.3, 2, -2]),
        tf.tensor1d([1, 0.5, 0.2, 2, 3, 0.01]),
      ),
  },
  ...ranks('layerNorm', 16, 2, (ops, [x, scale, offset]) =>
    ops.layerNorm(tf.add(x!, 2), scale as Tensor1D, offset as Tensor1D, 1e-3),
  ),
  quickGelu: {
    inputs: () => [tf.mul(numbers([5, 40]), 8)],
    apply: (ops, [x]) => ops.quickGelu(x!),
  },
  relu: {
    inputs: () => [image(2, 6, 4)],
    apply: (ops, [x]) => ops.relu(x!),
  },
  ...ranks('linear', 8, 1, (ops, [x, bias]) =>
    ops.linear(x!, numbers([8, 8], 5) as Tensor2D, bias as Tensor1D),
  ),
  'linear, its weight': {
    inputs: () => [numbers([3, 4, 8]), numbers([5, 8], 1), numbers([5], 2)],
    apply: (ops, [x, weight, bias]) => ops.linear(x!, weight as Tensor2D, bias as Tensor1D),
  },
  'linear without bias': {
    inputs: () => [numbers([9, 8]), numbers([5, 8], 1)],
    apply: (ops, [x, weight]) => ops.linear(x!, weight as Tensor2D),
  },
  attention: attention(6, 6, 2, false),
  'attention with one head': attention(6, 6, 1, false),
  'attention of one query, as in attention pooling': attention(1, 9, 4, false),
  'attention, causal': attention(7, 7, 2, true),
  crossEntropy: {
    inputs: () => [tf.mul(numbers([6, 11]), 20)],
    apply: (ops, [logits]) => ops.crossEntropy(logits as Tensor2D, labels([0, 10, 3, 3, 5, 7])),
  },
  'conv2d, 3 × 3': conv(8, 3, 1),
  'conv2d, 3 × 3, stride 2, even side': conv(8, 3, 2),
  'conv2d, 3 × 3, stride 2, odd side': conv(9, 3, 2),
  'conv2d, 1 × 1': conv(8, 1, 1),
  'conv2d, 1 × 1, stride 2': conv(8, 1, 2),
  'conv2d, 5 × 5': conv(8, 5, 1),
  avgPool: {
    inputs: () => [image(2, 8, 3)],
    apply: (ops, [x]) => ops.avgPool(x as Tensor4D, 2),
  },
  ...ranks('l2Normalize', 12, 0, (ops, [x]) => ops.l2Normalize(x!)),
  'gather with repeated rows': {
    inputs: () => [numbers([10, 4])],
    apply: (ops, [table]) => ops.gather(table as Tensor2D, tf.tensor2d([1, 9, 1, 0, 1, 4], [2, 3], 'int32')),
  },
};

describe.each(Object.entries(cases))('%s', (_, { inputs, apply, tolerance }) => {
  it('has the value and the gradients of the plain operation', () => {
    const args = inputs();
    const reference = evaluate((...xs) => apply(plain, xs), args);
    expect(reference.value.some((x) => x !== 0)).toBe(true);
    expectSame(
      evaluate((...xs) => apply(fused, xs), args),
      reference,
      tolerance,
    );
  });

  it('gives the same bits every time', () => {
    const args = inputs();
    const first = evaluate((...xs) => apply(fused, xs), args);
    for (let i = 0; i < 3; i++) expect(evaluate((...xs) => apply(fused, xs), args)).toEqual(first);
  });

  it('reads nothing back to JavaScript, forward or backward', () => {
    const args = inputs();
    const dy = tf.tidy(() => numbers(apply(fused, args).shape, 99));
    const reads = vi.spyOn(backend(), 'readSync');
    try {
      tf.tidy(() => void tf.grads((...xs: Tensor[]) => apply(fused, xs))(args, dy));
      expect(reads).not.toHaveBeenCalled();
    } finally {
      reads.mockRestore();
    }
  });

  it.each([
    ['fused', fused],
    ['plain', plain],
  ])('leaves no tensor behind (%s)', (_name, ops) => {
    const args = inputs();
    const count = () => ({ ...tf.memory(), addon: backend().binding.getNumOfTensors() });
    const run = () => tf.tidy(() => void evaluate((...xs) => apply(ops, xs), args));
    run(); // Uploads the inputs.
    const before = count();
    run();
    expect(count()).toEqual(before);
  });
});

it('would notice a read: tfjs-node checks the indices of its own gather in JavaScript', () => {
  const reads = vi.spyOn(backend(), 'readSync');
  try {
    tf.tidy(() => plain.gather(tf.ones([3, 2]), tf.tensor1d([1], 'int32')));
    expect(reads).toHaveBeenCalled();
  } finally {
    reads.mockRestore();
  }
});
