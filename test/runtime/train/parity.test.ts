import { setImmediate } from 'node:timers/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { tf } from '../../../runtime/backend/tensorflow.js';
import { ModelState, toArray } from '../../../runtime/model/state.js';
import { weightedLosses } from '../../../runtime/objective/objective.js';
import { asFloat32, float32Array } from '../../../runtime/store/array.js';
import { EagerEngine } from '../../../runtime/train/eager.js';
import type { Engine, EngineConfig, TrainBatch } from '../../../runtime/train/engine.js';
import { GraphEngine } from '../../../runtime/train/graph/engine.js';
import { lossGradients } from '../../../runtime/train/gradients.js';
import { record } from '../../support/parity.js';
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

const engines: Record<string, (config: EngineConfig) => Engine> = {
  eager: (config) => new EagerEngine(config),
  graph: (config) => new GraphEngine(config, { step: pairs, evaluation: pairs }),
};

// Steps block the thread (see `setImmediate` between them), for long where many programs share the machine.
vi.setConfig({ testTimeout: 300_000 });

const made = new Map<string, Engine>();
afterAll(() => made.forEach((engine) => engine.dispose()));

/** The engine of an objective at the fixture's start, or at another logit scale. */
function start(kind: string, objective: object, logitScale?: number): Engine {
  const key = kind + JSON.stringify(objective);
  const engine = made.get(key) ?? engines[kind]!({ model, objective, optimizer });
  made.set(key, engine);
  const arrays = new Map(weights);
  if (logitScale !== undefined) arrays.set('logit_scale', float32Array(Float32Array.of(logitScale), []));
  engine.writeState(arrays, 0, { optimizer: false });
  return engine;
}

// The manifest's rules are held in double precision, where nothing is rounded: see `parity-double.test.ts`. In float32
// some ReLU inputs lie within rounding of 0, which decides their sign, and one that flips changes gradients of the image
// encoder by a percent and sets AdamW's steps off. PyTorch itself is no better: with the same formulas its release 2.15
// in float32 differs from the fixture's 2.0.1 by up to 0.011 in the losses and breaks the rule for half of the weights.
// So losses may be off by 2e-2 here, and the image encoder's arrays by a fifth of the way that they can have gone.
const LOSS = 2e-2;
const isRounding = (rates: readonly number[]) => (name: string, mean: number) =>
  name.startsWith('visual.') && mean < 0.2 * rates.reduce((sum, lr) => sum + lr, 0);
const gradientLimit = (name: string) => (name.startsWith('visual.') ? 1e-1 : 1e-3);

describe.each(Object.keys(engines))(
  'the %s engine has the losses, logit scales and weights of the original',
  (kind) => {
    const cases = Object.entries(fixture.runs).flatMap(([name, run]) =>
      // The eager engine is held to the other one by `graph/agrees.test.ts`: here one schedule is enough.
      (kind === 'graph' ? (['study', 'textbook'] as const) : (['study'] as const)).map(
        (schedule) => [name, schedule, run] as const,
      ),
    );

    it.each(cases)('%s, %s schedule', async (name, schedule, run) => {
      const objective = objectiveOf(run.options);
      const given = run[schedule];
      const title = `${name}, ${schedule} schedule, ${kind} engine`;
      const engine = start(kind, objective);
      const rates = given.lr.slice(0, steps);
      const results = [];
      for (const [i, lr] of rates.entries()) {
        results.push(await engine.step(batch(i, objective), lr));
        await setImmediate();
        const file = `${name}.after1`;
        if (i > 0 || schedule === 'textbook' || !hasWeights(file)) continue;
        const after = {
          what: `${title}, after 1 step`,
          file,
          run,
          rates: [lr],
          excused: isRounding([lr]),
        };
        expect(weightsThatDiffer(await engine.readState(), after)).toEqual([]);
      }
      const compare = (
        part: string,
        values: readonly number[],
        expected: readonly number[],
        tolerance: number,
      ) =>
        expect(record('train', `${title}, ${part}`, values, expected, tolerance).absolute).toBeLessThan(
          tolerance,
        );
      const losses = results.map(({ loss }) => loss);
      compare('loss 1', losses.slice(0, 1), given.loss.slice(0, 1), 1e-5);
      compare('losses', losses, given.loss.slice(0, steps), lossTolerance(given, LOSS));
      const scales = results.map(({ logit_scale }) => logit_scale);
      compare('logit scale', scales, given.logit_scale_after.slice(0, steps), 2e-5);
      const file = schedule === 'study' ? `${name}.final5` : `${name}.textbook.final5`;
      if (!hasWeights(file)) return;
      const what = `${title}, after ${steps} steps`;
      const compared = { what, file, run, rates, excused: isRounding(rates) };
      expect(weightsThatDiffer(await engine.readState(), compared)).toEqual([]);
    });
  },
);

describe.each(Object.keys(engines))('the clamp of the logit scale, %s engine', (kind) => {
  it.each(Object.entries(fixture.clamp))('keeps it where the original keeps it: %s', async (name, clamp) => {
    const objective = objectiveOf(clamp.options);
    const engine = start(kind, objective, clamp.start);
    const scales: number[] = [];
    for (let i = 0; i < steps; i++) {
      const result = await engine.step(batch(i, objective, clamp.augmented_is_original), clamp.lr[i]!);
      scales.push(result.logit_scale);
      await setImmediate();
    }
    const expected = clamp.logit_scale_after_clamp;
    const limit = clampTolerance(clamp);
    const { absolute } = record('train', `clamp ${name}, ${kind} engine`, scales, expected, limit);
    expect(absolute).toBeLessThan(limit);
    expect(Math.max(...scales)).toBeLessThanOrEqual(Math.fround(4.6052));
    expect(Math.min(...scales)).toBeGreaterThanOrEqual(0);
  });

  it.each([
    [4.7, 4.6052],
    [-0.1, 0],
  ])('puts %d at %d', async (from, to) => {
    const engine = start(kind, { mmcl: 1 }, from);
    const { logit_scale } = await engine.step(batch(0, { mmcl: 1 }), 1e-9);
    expect(logit_scale).toBe(Math.fround(to));
  });
});

it.each(['mmcl', 'mmcl_ssl_1_1'])('has the gradients of the original in the first step: %s', (name) => {
  const objective = objectiveOf(fixture.runs[name]!.options);
  const state = new ModelState(model);
  state.write(weights);
  tf.tidy(() => {
    const input = onDevice(batch(0, objective));
    const { gradients } = lossGradients(state, model, weightedLosses(objective), input);
    const found = gradientDeviations(name, `gradients of the first step, ${name}`, (parameter) => {
      const { variable, spec } = state.parameters.find((one) => one.spec.name === parameter)!;
      return asFloat32(toArray(gradients[variable.name]!, spec.shape));
    });
    const wrong = [...found].filter(([parameter, relative]) => !(relative < gradientLimit(parameter)));
    expect(wrong).toEqual([]);
  });
  state.dispose();
});

function onDevice({ images, ids, augmented }: TrainBatch) {
  const count = augmented ? 2 * pairs : pairs;
  const side = model.image.resolution;
  const bytes = augmented ? Buffer.concat([images, augmented.images]) : images;
  const tokens = [...ids, ...(augmented?.ids ?? [])];
  return {
    images: tf.tensor4d(Float32Array.from(bytes), [count, side, side, 3]),
    ids: tf.tensor2d(tokens, [count, model.text.context], 'int32'),
  };
}
