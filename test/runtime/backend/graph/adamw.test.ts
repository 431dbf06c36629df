import { describe, expect, it } from 'vitest';
import { adamwStep } from '../../../../runtime/backend/adamw.js';
import { adamwInputs, applyAdamW, momentsOf } from '../../../../runtime/backend/graph/adamw.js';
import { FLOAT, GraphBuilder } from '../../../../runtime/backend/graph/builder.js';
import { Session } from '../../../../runtime/backend/graph/session.js';
import { GraphVariable } from '../../../../runtime/backend/graph/variable.js';
import { ops } from '../../../../runtime/backend/ops.js';
import { tf, type Tensor } from '../../../../runtime/backend/tensorflow.js';

const values = (tensor: Tensor) => [...tensor.dataSync()];

describe('a variable inside a graph', () => {
  const builder = new GraphBuilder();
  const variable = new GraphVariable(builder, 'w', [2]);
  const one = builder.constant(FLOAT, [2], new Uint8Array(Float32Array.of(1, 1).buffer));
  const { feed, assigned } = variable.setter();
  const done = builder.allDone([assigned], 'set');
  variable.assign(builder.add('Add', [variable.value, one], { T: { type: FLOAT } }));
  const step = builder.after(variable.value, FLOAT, variable.updated, 'step');
  const later = variable.read();
  const session = new Session(builder.nodes);

  it('keeps its value from run to run, and is set from outside', () => {
    session.run({ [feed]: tf.tensor1d([5, 6]) }, [done]);
    expect(values(session.run({}, [variable.value])[0]!)).toEqual([5, 6]);
    session.run({}, [step]);
    session.run({}, [step]);
    expect(values(session.run({}, [variable.value])[0]!)).toEqual([7, 8]);
  });

  it('is read after its update where that is asked for', () => {
    session.run({ [feed]: tf.tensor1d([0, 0]) }, [done]);
    expect(values(session.run({}, [later])[0]!)).toEqual([1, 1]);
  });

  it('does not share memory with what it was set from', () => {
    const given = tf.tensor1d([1, 2]);
    session.run({ [feed]: given }, [done]);
    session.run({}, [step]);
    expect(values(given)).toEqual([1, 2]);
  });
});

describe('AdamW in a graph', () => {
  it.each([true, false])('does what the eager step does, bit for bit (decay: %s)', (decays) => {
    const builder = new GraphBuilder();
    const inputs = adamwInputs(builder, 0.9, 0.999);
    const parameter = new GraphVariable(builder, 'w', [3]);
    const moments = momentsOf(builder, parameter);
    const gradient = builder.placeholder(FLOAT, [3], 'gradient');
    applyAdamW(builder, parameter, moments, gradient, decays, inputs);
    const step = builder.after(inputs.zero, FLOAT, parameter.updated, 'step');
    const all = [parameter, moments.m, moments.v];
    const setters = all.map((variable) => variable.setter());
    const loaded = builder.allDone(
      setters.map(({ assigned }) => assigned),
      'loaded',
    );
    const session = new Session(builder.nodes);
    const start = [tf.tensor1d([1, -2, 0.5]), tf.zeros([3]), tf.zeros([3])];
    session.run(Object.fromEntries(setters.map(({ feed }, i) => [feed, start[i]!])), [loaded]);

    const eager = tf.variable(tf.tensor1d([1, -2, 0.5]));
    const slot = ops.adamwSlot(eager, decays);
    for (let t = 1; t <= 5; t++) {
      const g = tf.tensor1d([0.1 * t, -0.2, Math.sin(t)]);
      const settings = {
        learningRate: 0.01,
        beta1: 0.9,
        beta2: 0.999,
        epsilon: 1e-8,
        weightDecay: 0.1,
        step: t,
      };
      adamwStep([slot], [g], settings);
      const correction1 = 1 - Math.fround(0.9) ** t;
      const correction2 = Math.sqrt(1 - Math.fround(0.999) ** t);
      session.run(
        {
          gradient: g,
          [inputs.stepSize]: tf.scalar((0.01 * correction2) / correction1),
          [inputs.epsilon]: tf.scalar(1e-8 * correction2),
          [inputs.keep]: tf.scalar(1 - 0.01 * 0.1),
        },
        [step],
      );
      const [w, m, v] = session.run(
        {},
        all.map(({ value }) => value),
      );
      expect(values(w!)).toEqual(values(eager));
      const eagerMoments = slot.read();
      expect(values(m!)).toEqual(values(eagerMoments.m));
      expect(values(v!)).toEqual(values(eagerMoments.v));
    }
  });
});
