import { describe, expect, it } from 'vitest';
import { BFLOAT16, GraphBuilder } from '../../../../runtime/backend/graph/builder.js';
import type { GraphNode } from '../../../../runtime/backend/graph/messages.js';
import { inBfloat16 } from '../../../../runtime/backend/graph/precision.js';
import { Recorder } from '../../../../runtime/backend/graph/recorder.js';
import { Session } from '../../../../runtime/backend/graph/session.js';
import { ops } from '../../../../runtime/backend/ops.js';
import { tf, type Tensor, type Tensor4D } from '../../../../runtime/backend/tensorflow.js';

const FLOAT = 1;
const draw = (shape: number[], seed: number) => tf.randomNormal(shape, 0, 1, 'float32', seed);

/** Records a function, and runs it with all of its work, or none, in bfloat16. */
function recorded(inputs: Tensor[], work: (...inputs: Tensor[]) => Tensor) {
  const builder = new GraphBuilder();
  const recorder = new Recorder(builder);
  const names = inputs.map((tensor, i) => builder.placeholder(FLOAT, tensor.shape, `input${i}`));
  inputs.forEach((tensor, i) => recorder.name(tensor, names[i]!));
  const output = recorder.run(() => tf.tidy(() => recorder.outputOf(work(...inputs))));
  // A fetched value is float32: what reads it is not part of the work.
  const end = builder.after(output, FLOAT, [], 'end');
  const work16 = new Set(builder.nodes.map(({ name }) => name));
  work16.delete(end);
  const low = inBfloat16(builder.nodes, work16);
  const run = (nodes: readonly GraphNode[]) => {
    const session = new Session(nodes);
    const result = session.run(Object.fromEntries(names.map((name, i) => [name, inputs[i]!])), [end])[0]!;
    const values = [...result.dataSync()];
    session.dispose();
    return { values, dtype: result.dtype };
  };
  return { full: run(builder.nodes), half: run(low), low };
}

const typesOf = (nodes: readonly GraphNode[], op: string) =>
  nodes.filter((node) => node.op === op).map(({ attributes }) => (attributes.T as { type: number }).type);

/** Root of the mean squared difference as a share of the root mean square: 2^-8 is bfloat16's spacing. */
function distance(actual: readonly number[], expected: readonly number[]): number {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value * value, 0);
  return Math.sqrt(sum(actual.map((value, i) => value - expected[i]!)) / sum(expected));
}

describe('a graph in bfloat16', () => {
  const multiply = (x: Tensor, y: Tensor) => tf.matMul<Tensor>(x, y);

  it('rounds what goes into a matrix product to eight bits, and sums exactly', () => {
    // 257 and 259 have nine significant bits: the first goes to 256, and the sum of 256 + 2, which has eight, stays.
    const { full, half } = recorded([tf.tensor2d([[257, 1]]), tf.tensor2d([[1], [2]])], multiply);
    expect(full.values).toEqual([259]);
    expect(half.values).toEqual([258]);
  });

  it('is near float32, but not the same', () => {
    const { full, half } = recorded([draw([16, 64], 1), draw([64, 16], 2)], multiply);
    const off = distance(half.values, full.values);
    expect(off).toBeLessThan(2 ** -7);
    expect(off).toBeGreaterThan(2 ** -12);
    expect(half.dtype).toBe('float32');
  });

  it('keeps a convolution, its batch norm and its activation in bfloat16, and statistics in float32', () => {
    const block = (x: Tensor, filter: Tensor) => {
      const mapped = tf.conv2d(x as Tensor4D, filter as Tensor4D, 1, 'same');
      const { y, mean } = ops.batchNorm(mapped, tf.tensor1d([1, 1, 1, 1, 1, 1, 1, 1]), tf.zeros([8]), 1e-5);
      return ops.relu(y).sum([0, 1, 2]).add(mean);
    };
    const { full, half, low } = recorded([draw([4, 8, 8, 3], 1), draw([3, 3, 3, 8], 2)], block);
    expect(distance(half.values, full.values)).toBeLessThan(2 ** -7);
    for (const op of ['Conv2D', 'FusedBatchNormV3', 'Relu'])
      expect([op, typesOf(low, op)]).toEqual([op, [BFLOAT16]]);
    expect(typesOf(low, 'Sum')).toEqual([FLOAT]);
    const norm = low.find(({ op }) => op === 'FusedBatchNormV3')!;
    expect(norm.attributes.U).toEqual({ type: FLOAT });
  });

  it('has the gradients of a convolution in bfloat16, up to its rounding', () => {
    const loss = (x: Tensor, filter: Tensor) =>
      tf
        .conv2d(ops.relu(x as Tensor4D), filter as Tensor4D, 1, 'same')
        .square()
        .mean();
    for (const which of [0, 1]) {
      const { full, half, low } = recorded(
        [draw([4, 8, 8, 16], 1), draw([3, 3, 16, 8], 2)],
        (x, filter) => tf.grads(loss)([x, filter])[which]!,
      );
      expect(distance(half.values, full.values)).toBeLessThan(2 ** -6);
      const op = which === 0 ? 'Conv2DBackpropInput' : 'Conv2DBackpropFilter';
      expect(typesOf(low, op)).toEqual([BFLOAT16]);
    }
  });

  it('casts a value once for all that read it', () => {
    const { low } = recorded([draw([8, 8], 1)], (x) => multiply(x, x).add(multiply(x, x.transpose())));
    const casts = low.filter(({ op, inputs }) => op === 'Cast' && inputs[0] === 'input0');
    expect(casts).toHaveLength(1);
  });

  it('adds in bfloat16 only where both sides are', () => {
    const { low } = recorded([draw([8, 8], 1), draw([8, 8], 2)], (x, y) =>
      multiply(x, y).add(multiply(y, x)).add(x),
    );
    const types = low.filter(({ op }) => op.startsWith('Add')).map(({ attributes }) => attributes.T);
    expect(types).toEqual([{ type: BFLOAT16 }, { type: FLOAT }]);
  });

  it('keeps the activation of a transformer and its gradient in bfloat16, the numbers in it too', () => {
    const wave = (x: Tensor, y: Tensor) => ops.quickGelu(multiply(x, y));
    const { full, half, low } = recorded([draw([16, 32], 1), draw([32, 16], 2)], wave);
    expect(distance(half.values, full.values)).toBeLessThan(2 ** -6);
    for (const op of ['Mul', 'Sigmoid']) expect(new Set(typesOf(low, op))).toEqual(new Set([BFLOAT16]));
    const backward = recorded([draw([16, 32], 1), draw([32, 16], 2)], (x, y) =>
      tf.grad((a: Tensor) => multiply(wave(a, y), y.transpose()))(x),
    );
    expect(distance(backward.half.values, backward.full.values)).toBeLessThan(2 ** -5);
    expect(typesOf(backward.low, 'SigmoidGrad')).toEqual([BFLOAT16]);
  });

  it('keeps what is split, and put together again, in bfloat16', () => {
    const parts = (x: Tensor, y: Tensor) => tf.split(multiply(x, y), 3, -1);
    const { full, half, low } = recorded([draw([8, 16], 1), draw([16, 12], 2)], (x, y) => {
      const [a, b, c] = parts(x, y) as [Tensor, Tensor, Tensor];
      return tf.concat([multiply(c, b.transpose()), multiply(a, a.transpose())], 1);
    });
    expect(distance(half.values, full.values)).toBeLessThan(2 ** -6);
    for (const op of ['SplitV', 'Transpose', 'ConcatV2'])
      expect(new Set(typesOf(low, op))).toEqual(new Set([BFLOAT16]));
    expect(low.filter(({ op }) => op === 'Cast')).toHaveLength(3); // Two inputs, and the result.
  });

  it('multiplies in float32 where one side is', () => {
    const { low } = recorded([draw([8, 8], 1), draw([8, 8], 2)], (x, y) => multiply(x, y).mul(y));
    expect(typesOf(low, 'Mul')).toEqual([FLOAT]);
  });

  it('leaves nodes alone that may not be', () => {
    const builder = new GraphBuilder();
    const x = builder.placeholder(FLOAT, [2, 2], 'x');
    builder.add('MatMul', [x, x], {
      T: { type: FLOAT },
      transpose_a: { bool: false },
      transpose_b: { bool: false },
    });
    expect(inBfloat16(builder.nodes, new Set())).toEqual(builder.nodes);
  });
});

it('takes the second matrix of a linear layer as it is stored', () => {
  const { full, half, low } = recorded([draw([8, 16], 1), draw([4, 16], 2)], (x, weight) =>
    tf.matMul(x, weight, false, true),
  );
  expect(distance(half.values, full.values)).toBeLessThan(2 ** -7);
  expect(low.some(({ op }) => op.includes('MatMul'))).toBe(true);
});
