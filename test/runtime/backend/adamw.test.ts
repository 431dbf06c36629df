import { afterEach, describe, expect, it } from 'vitest';
import { adamwStep, type AdamWSettings } from '../../../runtime/backend/adamw.js';
import { fused } from '../../../runtime/backend/fused/index.js';
import type { AdamWSlot } from '../../../runtime/backend/ops.js';
import { plain } from '../../../runtime/backend/plain/index.js';
import { backend } from '../../../runtime/backend/raw.js';
import { tf, type Tensor } from '../../../runtime/backend/tensorflow.js';
import { numbers, relativeError } from './agree.js';

const settings = { beta1: 0.9, beta2: 0.98, epsilon: 1e-6, weightDecay: 0.2 };
const schedule = (step: number) => 1e-2 / step;
const gradientAt = (step: number, shape: readonly number[]): Tensor =>
  tf.mul(numbers(shape, 10 + step), 3 / step);

/** PyTorch's documented AdamW for one parameter, in float64. */
function reference(
  start: Float32Array,
  gradients: Float32Array[],
  decays: boolean,
  options = settings,
): Float64Array {
  const p = Float64Array.from(start);
  const m = new Float64Array(p.length);
  const v = new Float64Array(p.length);
  gradients.forEach((gradient, index) => {
    const t = index + 1;
    const lr = schedule(t);
    for (let i = 0; i < p.length; i++) {
      const g = gradient[i]!;
      if (decays) p[i]! *= 1 - lr * options.weightDecay;
      m[i] = options.beta1 * m[i]! + (1 - options.beta1) * g;
      v[i] = options.beta2 * v[i]! + (1 - options.beta2) * g * g;
      const mHat = m[i]! / (1 - options.beta1 ** t);
      const vHat = v[i]! / (1 - options.beta2 ** t);
      p[i]! -= (lr * mHat) / (Math.sqrt(vHat) + options.epsilon);
    }
  });
  return p;
}

const slots: AdamWSlot[] = [];
afterEach(() => {
  for (const slot of slots.splice(0)) {
    slot.dispose();
    slot.variable.dispose();
  }
});

/** `step` applies the step with that number. */
function train(
  slot: AdamWSlot,
  first: number,
  last: number,
  options: Partial<AdamWSettings> = settings,
): void {
  for (let step = first; step <= last; step++) {
    tf.tidy(() =>
      adamwStep([slot], [gradientAt(step, slot.variable.shape)], {
        ...settings,
        ...options,
        learningRate: schedule(step),
        step,
      }),
    );
  }
}

const values = (tensor: Tensor) => tensor.dataSync<'float32'>();

describe.each([
  ['fused', fused],
  ['plain', plain],
])('AdamW, %s', (_, ops) => {
  function slotOf(start: Tensor, decays: boolean): AdamWSlot {
    const slot = ops.adamwSlot(tf.variable(start), decays);
    start.dispose();
    slots.push(slot);
    return slot;
  }

  it.each([
    ['with decay', true, 0.98],
    ['without decay', false, 0.98],
    ['with decay and beta2 = 0.999', true, 0.999],
  ])("follows PyTorch's formula for 12 steps, %s", (_name, decays, beta2) => {
    const shape = [5, 7];
    const slot = slotOf(numbers(shape), decays);
    const start = values(slot.variable).slice();
    train(slot, 1, 12, { beta2 });
    const gradients = Array.from({ length: 12 }, (_unused, i) => values(gradientAt(i + 1, shape)));
    const expected = reference(start, gradients, decays, { ...settings, beta2 });
    expect(relativeError(values(slot.variable), expected)).toBeLessThan(1e-6);
    expect(relativeError(start, expected)).toBeGreaterThan(1e-2);
  });

  it('moves by the learning rate at the first step, whatever the size of the gradient', () => {
    const slot = slotOf(tf.tensor1d([1, 1, 1]), false);
    adamwStep([slot], [tf.tensor1d([1e-3, 5, -200])], {
      ...settings,
      epsilon: 0,
      learningRate: 0.1,
      step: 1,
    });
    const moved = values(slot.variable);
    [0.9, 0.9, 1.1].forEach((x, i) => expect(moved[i]).toBeCloseTo(x, 6));
  });

  it('counts epsilon outside the root and after the bias correction', () => {
    const slot = slotOf(tf.tensor1d([0]), false);
    adamwStep([slot], [tf.tensor1d([1])], { ...settings, epsilon: 1, learningRate: 1, step: 1 });
    expect(values(slot.variable)[0]).toBeCloseTo(-1 / 2, 6);
  });

  it('decays by the learning rate times the weight decay, without a gradient', () => {
    const slot = slotOf(tf.tensor1d([2, -4]), true);
    adamwStep([slot], [tf.zeros([2])], { ...settings, learningRate: 0.5, step: 1 });
    const decayed = values(slot.variable);
    expect(decayed[0]).toBeCloseTo(1.8, 6);
    expect(decayed[1]).toBeCloseTo(-3.6, 6);
  });

  it('goes on from moments that were read and written, to the same bits', () => {
    const whole = slotOf(numbers([6, 3]), true);
    train(whole, 1, 8);

    const before = slotOf(numbers([6, 3]), true);
    train(before, 1, 5);
    const after = slotOf(tf.clone(before.variable), true);
    const { m, v } = before.read();
    after.write(m, v);
    tf.dispose([m, v]);
    train(before, 6, 6); // What was written is a copy: going on with the first does not touch the second.
    train(after, 6, 8);
    expect(values(after.variable)).toEqual(values(whole.variable));
  });

  it('starts from zero moments and shows them', () => {
    const slot = slotOf(numbers([4]), true);
    const start = slot.read();
    expect([...values(start.m), ...values(start.v)]).toEqual(Array<number>(8).fill(0));
    train(slot, 1, 1);
    expect([...values(start.m)]).toEqual([0, 0, 0, 0]);
    const { m, v } = slot.read();
    const gradient = gradientAt(1, [4]);
    expect(relativeError(values(m), values(tf.mul(gradient, 0.1)))).toBeLessThan(1e-6);
    expect(relativeError(values(v), values(tf.mul(tf.square(gradient), 0.02)))).toBeLessThan(2e-6);
  });

  it('sees a value assigned to the variable between steps', () => {
    const slot = slotOf(tf.tensor1d([5]), false);
    train(slot, 1, 2);
    tf.tidy(() => slot.variable.assign(tf.tensor1d([100])));
    train(slot, 3, 3);
    expect(values(slot.variable)[0]).toBeGreaterThan(99.9);
  });

  it('changes neither copies of the variable nor the array that it was made from', () => {
    const array = Float32Array.from([1, 2, 3]);
    const slot = slotOf(tf.tensor1d(array), true);
    train(slot, 1, 1);
    const copy = tf.clone(slot.variable);
    const kept = values(copy).slice();
    train(slot, 2, 3);
    expect(values(copy)).toEqual(kept);
    expect(values(slot.variable)).not.toEqual(kept);
    expect([...array]).toEqual([1, 2, 3]);
  });

  it('keeps the number of tensors, in tfjs and in the addon', () => {
    const slot = slotOf(numbers([10, 10]), true);
    train(slot, 1, 2);
    const before = { ...tf.memory(), addon: backend().binding.getNumOfTensors() };
    for (let round = 0; round < 5; round++) {
      train(slot, 3, 12);
      expect(tf.memory().numTensors).toBe(before.numTensors);
      expect(tf.memory().numBytes).toBe(before.numBytes);
      expect(backend().binding.getNumOfTensors()).toBe(before.addon);
    }
  });

  it('refuses a gradient of another shape and leaves the variable as it was', () => {
    const slot = slotOf(tf.tensor1d([1, 2]), true);
    const wrong = () => adamwStep([slot], [tf.zeros([3])], { ...settings, learningRate: 1, step: 1 });
    expect(wrong).toThrow(/AdamW/);
    expect([...values(slot.variable)]).toEqual([1, 2]);
  });
});

it('gives the same from fused and plain slots over many parameters', () => {
  const shapes = [[3, 3, 2, 4], [4], [8, 5], [1]];
  const run = (ops: typeof fused): Float32Array[] => {
    const own = shapes.map((shape, i) => ops.adamwSlot(tf.variable(numbers(shape, i)), shape.length > 1));
    for (let step = 1; step <= 6; step++) {
      tf.tidy(() => {
        const gradients = own.map((slot) => gradientAt(step, slot.variable.shape));
        adamwStep(own, gradients, { ...settings, learningRate: schedule(step), step });
      });
    }
    slots.push(...own);
    return own.map((slot) => values(slot.variable));
  };
  const [a, b] = [run(fused), run(plain)];
  a.forEach((value, i) => expect(relativeError(value, b[i]!)).toBeLessThan(1e-6));
});

describe('adamwStep', () => {
  it.each([0, -1, 1.5, NaN])('refuses step %s', (step) => {
    expect(() => adamwStep([], [], { ...settings, learningRate: 1, step })).toThrow(RangeError);
  });

  it('refuses a number of gradients that is not the number of slots', () => {
    expect(() => adamwStep([], [tf.scalar(1)], { ...settings, learningRate: 1, step: 1 })).toThrow(
      /0 slots and 1/,
    );
  });
});
