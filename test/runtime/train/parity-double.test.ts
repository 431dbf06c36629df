import { setImmediate } from 'node:timers/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { float32Array } from '../../../runtime/store/array.js';
import type { StepResult } from '../../../runtime/train/engine.js';
import { GraphEngine } from '../../../runtime/train/graph/engine.js';
import { floats, record } from '../../support/parity.js';
import {
  batch,
  clampTolerance,
  fixture,
  gradientDeviations,
  hasWeights,
  lossTolerance,
  model,
  objectiveOf,
  optimizer,
  pairs,
  steps,
  weights,
  weightsThatDiffer,
} from '../../support/train-fixture.js';

// The graph that a training runs, with every number of it in double precision. So no rounding is between the original and
// what is computed here: not a formula, a schedule or an order may differ. TensorFlow's fused batch normalisation exists
// in float32 only; the plain one takes its place, to which `backend/fused.test.ts` holds it.
vi.mock(import('../../../runtime/backend/ops.js'), async (original) => {
  const { plain } = await import('../../../runtime/backend/plain/index.js');
  const all = await original();
  const batchNorms: Partial<typeof plain> = {
    batchNorm: (...given) => plain.batchNorm(...given),
    batchNormInference: (...given) => plain.batchNormInference(...given),
  };
  return { ...all, ops: { ...all.ops, ...batchNorms } };
});
vi.mock(import('../../../runtime/backend/graph/session.js'), async (original) => {
  const { doubled } = await import('../../support/double-session.js');
  return { Session: doubled((await original()).Session) };
});
vi.setConfig({ testTimeout: 300_000 });

const engines = new Map<string, GraphEngine>();
afterAll(() => engines.forEach((engine) => engine.dispose()));

/** The engine of an objective at the fixture's start, or at another logit scale. */
function start(objective: object, logitScale?: number): GraphEngine {
  const key = JSON.stringify(objective);
  const engine =
    engines.get(key) ?? new GraphEngine({ model, objective, optimizer }, { step: pairs, evaluation: 1 });
  engines.set(key, engine);
  const arrays = new Map(weights);
  if (logitScale !== undefined) arrays.set('logit_scale', float32Array(Float32Array.of(logitScale), []));
  engine.writeState(arrays, 0, { optimizer: false });
  return engine;
}

describe.each(Object.entries(fixture.runs))('in double precision, %s', (name, run) => {
  const objective = objectiveOf(run.options);

  it.each(['study', 'textbook'] as const)(
    "has the original's losses, logit scales, gradients and weights: %s schedule",
    async (schedule) => {
      const given = run[schedule];
      const what = (part: string) => `${name}, ${schedule} schedule, in double precision, ${part}`;
      const engine = start(objective);
      const rates = given.lr.slice(0, steps);
      const results: StepResult[] = [];
      for (const [i, lr] of rates.entries()) {
        results.push(await engine.step(batch(i, objective), lr));
        await setImmediate();
        const file = `${name}.after1`;
        if (i > 0 || schedule === 'textbook' || !hasWeights(file)) continue;
        const state = await engine.readState();
        // The first moment starts from nothing.
        const gradients = gradientDeviations(name, what('gradients of the first step'), (parameter) =>
          floats(state, `optimizer.m.${parameter}`).map((m) => m / (1 - optimizer.beta1)),
        );
        expect([...gradients].filter(([, deviation]) => !(deviation < 1e-3))).toEqual([]);
        const after = { what: what('after 1 step'), file, run, rates: [lr] };
        expect(weightsThatDiffer(state, after)).toEqual([]);
      }
      const compare = (part: string, key: 'loss' | 'logit_scale', all: readonly number[], limit: number) => {
        const values = results.map((result) => result[key]);
        const { absolute } = record('train', what(part), values, all.slice(0, steps), limit);
        expect(absolute, part).toBeLessThan(limit);
      };
      compare('losses', 'loss', given.loss, lossTolerance(given, 1e-4));
      compare('logit scale', 'logit_scale', given.logit_scale_after, 2e-5);
      const file = schedule === 'study' ? `${name}.final5` : `${name}.textbook.final5`;
      if (!hasWeights(file)) return;
      const compared = { what: what(`after ${steps} steps`), file, run, rates };
      expect(weightsThatDiffer(await engine.readState(), compared)).toEqual([]);
    },
  );
});

it.each(Object.entries(fixture.clamp))(
  'in double precision, clamps the logit scale: %s',
  async (name, clamp) => {
    const objective = objectiveOf(clamp.options);
    const engine = start(objective, clamp.start);
    const results = [];
    for (let i = 0; i < steps; i++) {
      results.push(await engine.step(batch(i, objective, clamp.augmented_is_original), clamp.lr[i]!));
      await setImmediate();
    }
    const losses = results.map(({ loss }) => loss);
    const scales = results.map(({ logit_scale }) => logit_scale);
    const what = `clamp ${name}, in double precision`;
    // Losses under large logits are large, and so is their rounding in the original.
    const near = 1e-5 * Math.max(1, clamp.loss[0]!);
    const first = record('train', `${what}, loss 1`, losses.slice(0, 1), clamp.loss.slice(0, 1), near);
    expect(first.absolute).toBeLessThan(near);
    const limit = clampTolerance(clamp);
    const { absolute } = record('train', what, scales, clamp.logit_scale_after_clamp, limit);
    expect(absolute).toBeLessThan(limit);
  },
);
