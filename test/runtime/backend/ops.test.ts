import { describe, expect, it } from 'vitest';
import { BackendError } from '../../../runtime/backend/failure.js';
import { fused } from '../../../runtime/backend/fused/index.js';
import { ops, opsNamed } from '../../../runtime/backend/ops.js';
import { plain } from '../../../runtime/backend/plain/index.js';
import { updateRunning } from '../../../runtime/backend/running.js';
import { tf, type Tensor, type Tensor3D, type Tensor4D } from '../../../runtime/backend/tensorflow.js';
import { evaluate, numbers, relativeError } from './agree.js';

const values = (tensor: Tensor): number[] => [...tensor.dataSync<'float32'>()];

function expectClose(actual: number[], expected: readonly number[], digits = 5): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((x, i) => expect(actual[i], `element ${i}`).toBeCloseTo(x, digits));
}

describe.each([
  ['fused', fused],
  ['plain', plain],
])('%s operations', (_, set) => {
  describe('batchNorm', () => {
    const pixels = (list: number[], channels = 1) =>
      tf.tensor4d(list, [list.length / channels, 1, 1, channels]);

    it("normalises with the biased variance and reports the unbiased, as PyTorch's training mode", () => {
      const x = pixels([1, 2, 3, 4, 5, 6]);
      const { y, mean, variance } = set.batchNorm(x, tf.tensor1d([2]), tf.tensor1d([10]), 0);
      const deviation = Math.sqrt(35 / 12);
      expectClose(
        values(y),
        [1, 2, 3, 4, 5, 6].map((v) => ((v - 3.5) / deviation) * 2 + 10),
      );
      expectClose(values(mean), [3.5]);
      expectClose(values(variance), [3.5]); // 17.5 / 5, and 17.5 / 6 inside.
    });

    it('keeps channels apart', () => {
      const x = pixels([0, 100, 2, 300], 2);
      const { y, mean } = set.batchNorm(x, tf.ones([2]), tf.zeros([2]), 0);
      expectClose(values(y), [-1, -1, 1, 1]);
      expectClose(values(mean), [1, 200]);
    });

    it('gives no gradient through the reported statistics', () => {
      const f = (x: Tensor) => set.batchNorm(x as Tensor4D, tf.ones([1]), tf.zeros([1])).mean;
      expect([...evaluate(f, [pixels([1, 2, 4])]).gradients[0]!]).toEqual([0, 0, 0]);
    });

    it('has a gradient without a component along a constant', () => {
      const f = (x: Tensor) => set.batchNorm(x as Tensor4D, tf.ones([3]), tf.zeros([3])).y;
      const [gradient] = evaluate(f, [numbers([4, 3, 3, 3])]).gradients;
      for (let channel = 0; channel < 3; channel++) {
        const sum = gradient!.filter((_value, i) => i % 3 === channel).reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo(0, 4);
      }
    });

    it('normalises with given statistics in inference', () => {
      const x = pixels([1, 3]);
      const y = set.batchNormInference(
        x,
        tf.tensor1d([2]),
        tf.tensor1d([1]),
        tf.tensor1d([1]),
        tf.tensor1d([3]),
        1,
      );
      expectClose(values(y), [1, 3]);
    });
  });

  it('layerNorm has mean 0 and variance 1 in each row', () => {
    const y = set.layerNorm(tf.tensor2d([1, 2, 3, 10, 20, 30], [2, 3]), tf.ones([3]), tf.zeros([3]), 0);
    const a = Math.sqrt(1.5);
    expectClose(values(y), [-a, 0, a, -a, 0, a]);
  });

  it('layerNorm adds epsilon to the variance', () => {
    const y = set.layerNorm(tf.tensor1d([-1, 1]), tf.ones([2]), tf.tensor1d([0, 5]), 3);
    expectClose(values(y), [-0.5, 5.5]);
  });

  it('quickGelu is x sigmoid(1.702 x)', () => {
    const y = set.quickGelu(tf.tensor1d([0, 1, -1, 20, -20]));
    expectClose(values(y), [0, 0.8457958, -0.1542042, 20, 0]);
  });

  it('relu has no gradient at and below 0', () => {
    const { value, gradients } = evaluate((x) => set.relu(x), [tf.tensor1d([-2, 0, 3])]);
    expect([...value]).toEqual([0, 0, 3]);
    expect([...gradients[0]!].slice(0, 2).map(Math.abs)).toEqual([0, 0]);
    expect(gradients[0]![2]).not.toBe(0);
  });

  it("linear takes PyTorch's weights", () => {
    const weight = tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3]);
    const y = set.linear(tf.tensor3d([1, 0, 0, 1, 1, 1], [1, 2, 3]), weight, tf.tensor1d([10, 20]));
    expect(y.shape).toEqual([1, 2, 2]);
    expect(values(y)).toEqual([11, 24, 16, 35]);
  });

  describe('attention', () => {
    const q = numbers([2, 4, 6]) as Tensor3D;
    const k = numbers([2, 4, 6], 1) as Tensor3D;
    const v = numbers([2, 4, 6], 2) as Tensor3D;

    it('averages the values when all keys are the same', () => {
      const y = set.attention(q, tf.ones([2, 4, 6]), v, 3);
      const mean = tf.tile(tf.mean(v, 1, true), [1, 4, 1]);
      expect(relativeError(values(y), values(mean))).toBeLessThan(1e-6);
    });

    it('lets the first query see the first key only when it is causal', () => {
      const y = set.attention(q, k, v, 2, true);
      expectClose(values(tf.slice(y, [0, 0, 0], [2, 1, 6])), values(tf.slice(v, [0, 0, 0], [2, 1, 6])));
    });

    it('does not look ahead when it is causal', () => {
      const last = tf.tensor1d([0, 0, 0, 1]).reshape([1, 4, 1]);
      const changed = (x: Tensor) => tf.add<Tensor3D>(x, last);
      const first = (y: Tensor) => values(tf.slice(y, [0, 0, 0], [2, 3, 6]));
      expect(first(set.attention(q, changed(k), changed(v), 2, true))).toEqual(
        first(set.attention(q, k, v, 2, true)),
      );
      expect(first(set.attention(q, changed(k), changed(v), 2))).not.toEqual(
        first(set.attention(q, k, v, 2)),
      );
    });

    it('is softmax(q kᵀ / √depth) v', () => {
      const two = (list: number[]) => tf.tensor3d(list, [1, list.length / 4, 4]);
      const y = set.attention(
        two([2, 0, 0, 0]),
        two([1, 0, 0, 0, 0, 0, 0, 0]),
        two([1, 0, 0, 0, 0, 1, 0, 0]),
        1,
      );
      const p = Math.E / (Math.E + 1); // 2 · 1 / √4 = 1 against 0.
      expectClose(values(y), [p, 1 - p, 0, 0]);
    });

    it('refuses a width that the heads do not divide', () => {
      expect(() => set.attention(q, k, v, 4)).toThrow(/width 6 .* 4 heads/);
    });
  });

  describe('crossEntropy', () => {
    it('is the logarithm of the number of classes for equal logits', () => {
      const loss = set.crossEntropy(tf.zeros([2, 8]), tf.tensor1d([0, 7], 'int32'));
      expectClose(values(loss), [Math.log(8), Math.log(8)]);
    });

    it('stays finite for large logits', () => {
      const loss = set.crossEntropy(tf.tensor2d([1000, 0, 0, 1000], [2, 2]), tf.tensor1d([0, 0], 'int32'));
      expectClose(values(loss), [0, 1000]);
    });
  });

  describe('conv2d', () => {
    const ramp = (side: number) => tf.range(0, side * side).as4D(1, side, side, 1);
    const delta = (size: number, row: number, column: number) =>
      tf
        .buffer(
          [size, size, 1, 1],
          'float32',
          Float32Array.from({ length: size * size }, (_v, i) => (i === row * size + column ? 1 : 0)),
        )
        .toTensor() as Tensor4D;

    it.each([1, 3, 5])('changes nothing with a centred delta of size %i', (size) => {
      const half = (size - 1) / 2;
      expect(values(set.conv2d(ramp(6), delta(size, half, half)))).toEqual(values(ramp(6)));
    });

    it.each([
      [4, [0, 2, 8, 10]],
      [5, [0, 2, 4, 10, 12, 14, 20, 22, 24]],
    ])(
      "takes every other pixel from the first with stride 2, as PyTorch's padding does (side %i)",
      (side, expected) => {
        expect(values(set.conv2d(ramp(side), delta(3, 1, 1), 2))).toEqual(expected);
      },
    );

    it('correlates, with zeros outside', () => {
      expect(values(set.conv2d(ramp(2), delta(3, 0, 0)))).toEqual([0, 0, 0, 0]);
      expect(values(set.conv2d(ramp(2), delta(3, 2, 2)))).toEqual([3, 0, 0, 0]);
    });

    it('refuses kernels without a centre', () => {
      expect(() => set.conv2d(ramp(4), tf.ones([2, 2, 1, 1]))).toThrow(/square and odd/);
      expect(() => set.conv2d(ramp(4), tf.ones([1, 3, 1, 1]))).toThrow(/1 × 3/);
    });
  });

  it('avgPool averages windows and refuses what they do not tile', () => {
    const x = tf.tensor4d([1, 2, 5, 6, 3, 4, 7, 8], [1, 2, 4, 1]);
    expect(values(set.avgPool(x, 2))).toEqual([2.5, 6.5]);
    expect(() => set.avgPool(tf.ones([1, 5, 4, 1]), 2)).toThrow(/5 × 4 is not a multiple of 2/);
  });

  it('l2Normalize makes unit vectors, and NaN of zero', () => {
    expectClose(values(set.l2Normalize(tf.tensor2d([3, 4, 0, -2], [2, 2]))), [0.6, 0.8, 0, -1]);
    expect(values(set.l2Normalize(tf.zeros([2])))).toEqual([NaN, NaN]);
  });

  it('gather takes rows in order, and adds the gradients of a row taken twice', () => {
    const table = tf.tensor2d([0, 1, 10, 11, 20, 21], [3, 2]);
    const which = tf.tensor1d([2, 0, 2], 'int32');
    expect(values(set.gather(table, which))).toEqual([20, 21, 0, 1, 20, 21]);
    const gradient = tf.grad((t: Tensor) => tf.sum(set.gather(t as never, which)))(table);
    expect(values(gradient)).toEqual([1, 1, 0, 0, 2, 2]);
  });

  it('gather refuses an index outside the table', () => {
    expect(() => set.gather(tf.ones([3, 2]), tf.tensor1d([3], 'int32'))).toThrow();
    expect(() => set.gather(tf.ones([3, 2]), tf.tensor1d([-1], 'int32'))).toThrow();
  });
});

describe('updateRunning', () => {
  it("moves by the momentum, as PyTorch's running statistics", () => {
    const running = tf.variable(tf.tensor1d([1, 10]), false);
    updateRunning(running, tf.tensor1d([2, 0]));
    expectClose(values(running), [1.1, 9]);
    updateRunning(running, tf.tensor1d([0, 0]), 0.5);
    expectClose(values(running), [0.55, 4.5]);
    running.dispose();
  });

  it('works inside a differentiated function and leaves no tensor behind', () => {
    const running = tf.variable(tf.zeros([2]), false);
    const weight = tf.variable(numbers([1, 1, 3, 2]));
    const x = numbers([4, 3, 3, 3]) as Tensor4D;
    const step = () =>
      tf.tidy(() => {
        const { grads } = tf.variableGrads(() => {
          const normalized = ops.batchNorm(ops.conv2d(x, weight as never), tf.ones([2]), tf.zeros([2]));
          updateRunning(running, normalized.mean);
          return tf.sum(tf.square(normalized.y)).asScalar();
        }, [weight]);
        return Object.keys(grads);
      });
    step();
    const before = tf.memory().numTensors;
    for (let i = 0; i < 5; i++) step();
    expect(tf.memory().numTensors).toBe(before);
    expect(values(running).every((value) => value !== 0 && Number.isFinite(value))).toBe(true);
  });
});

describe('opsNamed', () => {
  it('gives the fused operations unless the plain ones are asked for', () => {
    expect(opsNamed(undefined)).toBe(fused);
    expect(opsNamed('fused')).toBe(fused);
    expect(opsNamed('plain')).toBe(plain);
  });

  it('refuses another name and lists the right ones', () => {
    expect(() => opsNamed('fast')).toThrow(BackendError);
    expect(() => opsNamed('fast')).toThrow(/EXPC_KERNELS is "fast"/);
  });
});
