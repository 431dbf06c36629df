import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fused } from '../../../../runtime/backend/fused/index.js';
import { GraphBuilder } from '../../../../runtime/backend/graph/builder.js';
import { NotRecordable, Recorder, type Recorded } from '../../../../runtime/backend/graph/recorder.js';
import { rules, shapesOf } from '../../../../runtime/backend/graph/shapes/index.js';
import { UnknownShape } from '../../../../runtime/backend/graph/shapes/operand.js';
import { backend } from '../../../../runtime/backend/raw.js';
import {
  tf,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
} from '../../../../runtime/backend/tensorflow.js';

type Work = (...inputs: Tensor[]) => Tensor | Tensor[];

/** Records a function; gives the nodes, and shapes and types of what it gives. */
function record(recorded: Recorded, shapes: readonly (readonly number[])[], work: Work) {
  const builder = new GraphBuilder();
  const recorder = new Recorder(builder, recorded);
  return tf.tidy(() => {
    const inputs = shapes.map((shape, i) => recorder.standIn(builder.placeholder(1, shape, `x${i}`), shape));
    const outputs = recorder.run(() => [work(...inputs)].flat());
    return {
      nodes: builder.nodes.map(({ name, op, inputs: from }) => [name, op, ...from].join(' ')),
      outputs: outputs.map(({ shape, dtype }) => `${dtype} [${shape.join(', ')}]`),
      names: outputs.map((tensor) => recorder.outputOf(tensor)),
    };
  });
}

function expectSame(shapes: readonly (readonly number[])[], work: Work): void {
  expect(record('shapes', shapes, work)).toEqual(record('values', shapes, work));
}

const gradients =
  (f: (...inputs: Tensor[]) => Tensor): Work =>
  (...inputs) =>
    tf.grads((...xs: Tensor[]) => tf.sum(f(...xs)))(inputs);

const side = fc.integer({ min: 1, max: 5 });
const shape = fc.array(side, { minLength: 1, maxLength: 4 });

describe('the shapes of what operations give, found without running them', () => {
  it('are those of the operations themselves, element by element', () => {
    fc.assert(
      fc.property(shape, fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (sides, ones) => {
        const other = sides.map((n, i) => (ones[i] ? 1 : n)).slice(ones[3] ? 0 : -1);
        expectSame([sides, other], (x, y) => [tf.add(x, y), tf.mul(y, x), tf.div(x, y)]);
        expectSame([sides], (x) => [tf.exp(x), tf.relu(x), tf.cast(x, 'int32'), tf.zerosLike(x)]);
        expectSame(
          [sides, other],
          gradients((x, y) => tf.mul(tf.sub(x, y), tf.square(y))),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('are those of the operations themselves where values move', () => {
    fc.assert(
      fc.property(shape, fc.nat(), side, (sides, n, times) => {
        const axis = n % sides.length;
        const order = sides.map((_, i) => (i + axis) % sides.length);
        const pads = sides.map((_, i) => [i, times] as [number, number]);
        const from = sides.map((one, i) => (i === axis ? one - 1 : 0));
        expectSame([sides], (x) => [
          tf.transpose(x, order),
          tf.reshape(x, [-1, sides[0]!]),
          tf.expandDims(x, axis),
          tf.concat([x, x, tf.mul(x, 2)], axis),
          ...tf.split(tf.concat([x, x], axis), 2, axis),
          tf.slice(x, from),
          tf.pad(x, pads),
          tf.tile(
            x,
            sides.map(() => times),
          ),
          tf.range(0, n % 50, times),
          tf.fill([times, 2], 1),
        ]);
      }),
      { numRuns: 20 },
    );
  });

  it('are those of the operations themselves where many values become one', () => {
    fc.assert(
      fc.property(shape, fc.nat(), fc.boolean(), (sides, n, keep) => {
        const axis = (n % sides.length) - (keep ? sides.length : 0);
        expectSame([sides], (x) => [
          tf.sum(x, axis, keep),
          tf.mean(x),
          tf.max(x, [axis]),
          tf.argMax(x, axis),
        ]);
      }),
      { numRuns: 20 },
    );
  });

  for (const [name, { shapes, work }] of Object.entries<{
    readonly shapes: readonly (readonly number[])[];
    readonly work: (...inputs: Tensor[]) => Tensor;
  }>({
    'a convolution of stride 1': {
      shapes: [
        [2, 7, 6, 3],
        [3, 3, 3, 4],
      ],
      work: (x, filter) => fused.conv2d(x as Tensor4D, filter as Tensor4D),
    },
    'a convolution of stride 2': {
      shapes: [
        [2, 7, 6, 3],
        [5, 5, 3, 4],
      ],
      work: (x, filter) => fused.conv2d(x as Tensor4D, filter as Tensor4D, 2),
    },
    'a convolution of single pixels': {
      shapes: [
        [2, 5, 4, 3],
        [1, 1, 3, 4],
      ],
      work: (x, filter) => fused.conv2d(x as Tensor4D, filter as Tensor4D),
    },
    pooling: { shapes: [[2, 6, 4, 3]], work: (x) => fused.avgPool(x as Tensor4D, 2) },
    'batch normalisation': {
      shapes: [[2, 3, 4, 5], [5], [5]],
      work: (x, scale, offset) => fused.batchNorm(x as Tensor4D, scale as Tensor1D, offset as Tensor1D).y,
    },
    'layer normalisation': {
      shapes: [[2, 3, 4], [4], [4]],
      work: (x, scale, offset) => fused.layerNorm(x, scale as Tensor1D, offset as Tensor1D),
    },
    'a linear layer': {
      shapes: [[2, 3, 4], [5, 4], [5]],
      work: (x, weight, bias) => fused.linear(x, weight as Tensor2D, bias as Tensor1D),
    },
    'rows of a table': {
      shapes: [[6, 4]],
      work: (table) =>
        fused.gather(
          table as Tensor2D,
          tf.tensor2d(
            [
              [1, 2],
              [3, 0],
              [5, 5],
            ],
            [3, 2],
            'int32',
          ),
        ),
    },
    'cross-entropy': {
      shapes: [[3, 4]],
      work: (logits) => fused.crossEntropy(logits as Tensor2D, tf.tensor1d([0, 3, 1], 'int32')),
    },
  }))
    it(`are those of the operations themselves: ${name}, forward and backward`, () => {
      expectSame(shapes, work);
      expectSame(shapes, gradients(work));
    });

  it('are those of products of batches of matrices', () => {
    expectSame(
      [
        [1, 4, 2, 3],
        [5, 1, 6, 3],
      ],
      (a, b) => tf.matMul(a, b, false, true),
    );
  });

  it('take no memory: a tensor of a petabyte is multiplied by another', () => {
    const before = [tf.memory().numTensors, backend().binding.getNumOfTensors()];
    const { outputs } = record(
      'shapes',
      [
        [1e7, 1e7],
        [1e7, 1e7],
      ],
      (a, b) => tf.relu(tf.matMul(a, b)),
    );
    expect(outputs).toEqual(['float32 [10000000, 10000000]']);
    expect([tf.memory().numTensors, backend().binding.getNumOfTensors()]).toEqual(before);
  });

  it('are refused where they depend on what is computed, and where the operation is not known', () => {
    const run = (work: Work) => () => record('shapes', [[4]], work);
    expect(run((x) => tf.cumsum(x))).toThrow(new UnknownShape('the shape that Cumsum gives is not known'));
    expect(run((x) => tf.scalar(x.dataSync()[0]!))).toThrow(NotRecordable);
    const computed = { shape: [1], dtype: 3, values: () => [] };
    expect(() => shapesOf('constructor', [computed], () => null)).toThrow(UnknownShape);
    const valid = { strides: [1, 1, 1, 1], data_format: 'NHWC', padding: 'EXPLICIT', ksize: [1, 2, 2, 1] };
    const x = { ...computed, shape: [1, 4, 4, 1] };
    expect(() => shapesOf('AvgPool', [x], (name) => valid[name as keyof typeof valid])).toThrow(UnknownShape);
  });

  it('are refused where inputs do not fit each other', () => {
    expect(() =>
      record(
        'shapes',
        [
          [2, 3],
          [4, 3],
        ],
        (a, b) => tf.add(a, b),
      ),
    ).toThrow(RangeError);
    const matrix = (sides: number[]) => ({ shape: sides, dtype: 1, values: () => [] });
    expect(() => shapesOf('MatMul', [matrix([2, 3]), matrix([2, 3])], () => false)).toThrow(RangeError);
  });

  it('are known of many operations', () => {
    expect(Object.keys(rules).length).toBeGreaterThan(50);
  });
});
