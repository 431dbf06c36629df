import { describe, expect, it } from 'vitest';
import { GraphBuilder } from '../../../../runtime/backend/graph/builder.js';
import { NotRecordable, Recorder } from '../../../../runtime/backend/graph/recorder.js';
import { Session } from '../../../../runtime/backend/graph/session.js';
import { backend } from '../../../../runtime/backend/raw.js';
import { tf, type Tensor } from '../../../../runtime/backend/tensorflow.js';

const FLOAT = 1;

/** Records a function of some inputs, and gives it as a function that runs the graph. */
function recorded(inputs: Tensor[], work: (...inputs: Tensor[]) => Tensor) {
  const builder = new GraphBuilder();
  const recorder = new Recorder(builder);
  const names = inputs.map((tensor, i) => builder.placeholder(FLOAT, tensor.shape, `input${i}`));
  inputs.forEach((tensor, i) => recorder.name(tensor, names[i]!));
  const output = recorder.run(() => tf.tidy(() => recorder.outputOf(work(...inputs))));
  const session = new Session(builder.nodes);
  return {
    nodes: builder.nodes,
    run: (...values: Tensor[]) =>
      session.run(Object.fromEntries(names.map((name, i) => [name, values[i]!])), [output])[0]!,
    dispose: () => session.dispose(),
  };
}

describe('a recorded graph', () => {
  it('computes the same function of other inputs', () => {
    const work = (x: Tensor, y: Tensor) => tf.matMul<Tensor>(x.relu().add(0.5), y).sum(0).div(3);
    const graph = recorded([tf.ones([2, 3]), tf.ones([3, 4])], work);
    const [x, y] = [tf.randomNormal([2, 3], 0, 1, 'float32', 1), tf.randomNormal([3, 4], 0, 1, 'float32', 2)];
    expect([...graph.run(x, y).dataSync()]).toEqual([...work(x, y).dataSync()]);
    graph.dispose();
  });

  it('records gradients, which are operations like all others', () => {
    const gradient = tf.grad((x: Tensor) => x.square().mul(2).sum());
    const graph = recorded([tf.tensor1d([1, 2])], gradient);
    expect([...graph.run(tf.tensor1d([3, -4])).dataSync()]).toEqual([12, -16]);
    graph.dispose();
  });

  it('keeps what comes from outside as constants', () => {
    const outside = tf.tensor1d([10, 20]);
    const graph = recorded([tf.tensor1d([1, 1])], (x) => x.add(outside));
    outside.dispose();
    expect([...graph.run(tf.tensor1d([1, 2])).dataSync()]).toEqual([11, 22]);
    graph.dispose();
  });

  it('takes every output of an operation', () => {
    const graph = recorded([tf.tensor2d([[1, 2, 3, 4]])], (x) => {
      const [a, b] = tf.split(x, 2, 1);
      return a!.sub(b!);
    });
    expect([...graph.run(tf.tensor2d([[5, 6, 1, 1]])).dataSync()]).toEqual([4, 5]);
    graph.dispose();
  });

  it('refuses to read a value back to JavaScript, and puts the backend back', () => {
    const before = backend().binding;
    expect(() => recorded([tf.scalar(1)], (x) => tf.scalar(x.add(1).dataSync()[0]!))).toThrow(NotRecordable);
    expect(backend().binding).toBe(before);
    expect(tf.scalar(1).add(1).dataSync()[0]).toBe(2);
  });

  it('refuses a feed of another shape', () => {
    const graph = recorded([tf.ones([2])], (x) => x.add(1));
    expect(() => graph.run(tf.ones([3]))).toThrow('input0 has the shape [2], not [3]');
    graph.dispose();
  });

  it('leaks no tensors', () => {
    const graph = recorded([tf.ones([2])], (x) => x.add(1));
    const x = tf.ones([2]);
    const count = () => [tf.memory().numTensors, backend().binding.getNumOfTensors()];
    graph.run(x).dispose();
    const before = count();
    for (let i = 0; i < 50; i++) graph.run(x).dispose();
    expect(count()).toEqual(before);
    graph.dispose();
  });
});
