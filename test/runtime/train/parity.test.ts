import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { tf } from '../../../runtime/backend/tensorflow.js';
import { ModelState, toArray } from '../../../runtime/model/state.js';
import { weightedLosses, type LossName } from '../../../runtime/objective/objective.js';
import { asFloat32, elements, float32Array, type NamedArrays } from '../../../runtime/store/array.js';
import { EagerEngine } from '../../../runtime/train/eager.js';
import type { Engine, EngineConfig, TrainBatch } from '../../../runtime/train/engine.js';
import { GraphEngine } from '../../../runtime/train/graph/engine.js';
import { lossGradients } from '../../../runtime/train/gradients.js';
import { fixtureModel } from '../../support/fixture-model.js';
import { fixtureArrays, fixtureJson, floats, ints, record } from '../../support/parity.js';

// oneDNN's convolutions round differently from one CPU to the next and a little more coarsely than TensorFlow's own, and
// after a few steps a single flipped ReLU shows (see `compareWeights`). This is about the algorithm, so it is held to the
// original with the kernels that round alike everywhere; each test file has a process of its own.
vi.hoisted(() => {
  process.env.TF_ENABLE_ONEDNN_OPTS = '0';
});

interface Losses {
  readonly lr: readonly number[];
  readonly loss: readonly number[];
  readonly logit_scale_after: readonly number[];
  readonly loss_float64_first5?: readonly number[];
  readonly loss_float64?: readonly number[];
}
interface Run {
  readonly study: Losses;
  readonly textbook: Losses;
  readonly final5_fp32_vs_fp64: Record<string, { readonly fraction_over_1e_5: number }>;
}
interface Clamp {
  readonly start: number;
  readonly lr: readonly number[];
  readonly loss: readonly number[];
  readonly options: { readonly inmodal?: boolean };
  readonly augmented_is_original: boolean;
  readonly logit_scale_after_clamp: readonly number[];
}
const fixture = fixtureJson<{
  readonly weight_decay: number;
  readonly runs: Record<string, Run>;
  readonly clamp: Record<string, Clamp>;
}>('train/train.json');
const batches = fixtureArrays('train/batches.safetensors');
const weights = fixtureArrays('model-rn/weights.safetensors');
const model = fixtureModel('model-rn');
/** Batches of the file, and pairs of each. */
const [steps, pairs] = batches.get('input_ids')!.shape as [number, number];

const objectives: Record<string, Partial<Record<LossName, number>>> = {
  mmcl: { mmcl: 1 },
  mmcl_ssl_1_1: { mmcl: 1, ssl: 1 },
  mmcl_ssl_1_4: { mmcl: 1, ssl: 4 },
};

const engines: Record<string, (config: EngineConfig) => Engine> = {
  eager: (config) => new EagerEngine(config),
  graph: (config) => new GraphEngine(config, { step: pairs, evaluation: pairs }),
};

/** Batch `index` of the fixture, with augmented copies where the objective needs them. */
function batch(index: number, objective: object, augmentedIsOriginal = false): TrainBatch {
  const part = <T extends Uint8Array | Int32Array>(all: T) =>
    all.subarray((index * all.length) / steps, ((index + 1) * all.length) / steps) as T;
  const view = (prefix: string) => ({
    images: part(batches.get(`${prefix}images_u8_nhwc`)!.data),
    ids: part(ints(batches, `${prefix}input_ids`)),
  });
  if (!('ssl' in objective)) return view('');
  return { ...view(''), augmented: view(augmentedIsOriginal ? '' : 'augmented_') };
}

// Steps block the thread (see `setImmediate` between them), for long where many programs share the machine.
vi.setConfig({ testTimeout: 300_000 });

const made: Engine[] = [];
afterEach(async () => {
  made.splice(0).forEach((engine) => engine.dispose());
  await setImmediate();
});

/** An engine at the fixture's start, or at other weights. */
function start(kind: string, objective: object, arrays: NamedArrays = weights): Engine {
  const optimizer = { lr: 1, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: fixture.weight_decay };
  const engine = engines[kind]!({ model, objective, optimizer });
  made.push(engine);
  engine.writeState(arrays, 0, { optimizer: false });
  return engine;
}

/**
 * After the first step the fixture's own rule holds for all arrays, later for those that no ReLU comes after: nearly
 * all elements within 2e-5, none off by more than twice the sum of the rates. (AdamW turns a gradient that is only
 * rounding noise into a full step, so a few may be.)
 *
 * Later, the image encoder's arrays may also be off by 5e-5 on average. Some ReLU inputs lie within 1e-6 of 0, float32
 * rounding decides their sign, and one that flips changes a gradient by up to a percent. PyTorch itself is no better:
 * with the same formulas its release 2.15 in float32 differs from the fixture's 2.0.1 by up to 0.011 in the losses and
 * breaks the rule for half of the parameters, where both agree with float64 to 1e-6 as long as nothing flips.
 */
function compareWeights(
  what: string,
  state: NamedArrays,
  file: string,
  run: Run,
  rates: readonly number[],
): void {
  const expected = fixtureArrays(`train/${file}.reduced.safetensors`);
  const limit = 2 * rates.reduce((sum, lr) => sum + lr, 0);
  const wrong: string[] = [];
  for (const [key, { dtype, shape }] of expected) {
    const name = key.replace('#rows', '');
    if (dtype === 'I64') {
      expect([name, ints(state, name)[0]]).toEqual([name, ints(expected, key)[0]]);
      continue;
    }
    const given = floats(expected, key);
    const actual = floats(state, name).subarray(0, elements(shape));
    const { absolute } = record('train', `weights, ${what}`, actual, given, limit);
    if (absolute > limit) wrong.push(`${name}: off by ${absolute}`);
    const distances = actual.map((value, i) => Math.abs(value - given[i]!));
    const mean = distances.reduce((sum, value) => sum + value, 0) / distances.length;
    const far = distances.filter((value) => value > 2e-5).length / distances.length;
    const noise = run.final5_fp32_vs_fp64[name]?.fraction_over_1e_5 ?? 0;
    const isRounding = rates.length > 1 && name.startsWith('visual.') && mean < 5e-5;
    if (far > 3 * noise + 0.01 && !isRounding) {
      wrong.push(`${name}: ${far} of the elements are off, on average by ${mean}`);
    }
  }
  expect(wrong).toEqual([]);
}

/** The fixture's tolerance for later losses, or, where that is smaller, what flipped ReLUs make of them (see above). */
function lossTolerance(losses: Losses): number {
  const exact = losses.loss_float64_first5 ?? losses.loss_float64!;
  return Math.max(2e-3, 10 * Math.max(...exact.map((value, i) => Math.abs(value - losses.loss[i]!))));
}

for (const kind of Object.keys(engines)) {
  for (const [name, objective] of Object.entries(objectives)) {
    const run = fixture.runs[name]!;
    for (const schedule of ['study', 'textbook'] as const) {
      const given = run[schedule];
      const title = `${name}, ${schedule} schedule, ${kind} engine`;

      it(`has the losses, logit scales and weights of the original: ${title}`, async () => {
        const engine = start(kind, objective);
        const results = [];
        for (let i = 0; i < steps; i++) {
          results.push(await engine.step(batch(i, objective), given.lr[i]!));
          await setImmediate();
          if (schedule === 'study' && i === 0 && name !== 'mmcl_ssl_1_4') {
            compareWeights(`${title}, after 1 step`, await engine.readState(), `${name}.after1`, run, [
              given.lr[0]!,
            ]);
          }
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
        compare('losses', losses, given.loss.slice(0, steps), lossTolerance(given));
        const scales = results.map(({ logit_scale }) => logit_scale);
        compare('logit scale', scales, given.logit_scale_after.slice(0, steps), 2e-5);
        const rates = given.lr.slice(0, steps);
        if (schedule === 'study')
          compareWeights(`${title}, after 5 steps`, await engine.readState(), `${name}.final5`, run, rates);
        else if (name === 'mmcl') {
          compareWeights(
            `${title}, after 5 steps`,
            await engine.readState(),
            'mmcl.textbook.final5',
            run,
            rates,
          );
        }
      });
    }
  }

  describe(`the clamp of the logit scale, ${kind} engine`, () => {
    for (const [name, clamp] of Object.entries(fixture.clamp)) {
      it(`keeps it where the original keeps it: ${name}`, async () => {
        const arrays = new Map(weights).set('logit_scale', float32Array(Float32Array.of(clamp.start), []));
        const objective = clamp.options.inmodal ? { ssl: 1 } : { mmcl: 1 };
        const engine = start(kind, objective, arrays);
        const scales: number[] = [];
        for (let i = 0; i < steps; i++) {
          const result = await engine.step(batch(i, objective, clamp.augmented_is_original), clamp.lr[i]!);
          scales.push(result.logit_scale);
        }
        const expected = clamp.logit_scale_after_clamp;
        expect(
          record('train', `clamp ${name}, ${kind} engine`, scales, expected, 1e-4).absolute,
        ).toBeLessThan(1e-4);
        expect(Math.max(...scales)).toBeLessThanOrEqual(Math.fround(4.6052));
        expect(Math.min(...scales)).toBeGreaterThanOrEqual(0);
      });
    }
  });
}

for (const name of ['mmcl', 'mmcl_ssl_1_1']) {
  it(`has the gradients of the original in the first step: ${name}`, () => {
    const objective = objectives[name]!;
    const state = new ModelState(model);
    state.write(weights);
    tf.tidy(() => {
      const input = onDevice(batch(0, objective));
      const { gradients } = lossGradients(state, model, weightedLosses(objective), input);
      const expected = fixtureArrays(`train/${name}.grad1.reduced.safetensors`);
      for (const [key, { shape }] of expected) {
        const parameter = key.replace('#rows', '');
        if (parameter === 'visual.attnpool.k_proj.bias') continue; // its true gradient is 0
        const full = state.parameters.find(({ spec }) => spec.name === parameter)!;
        const gradient = asFloat32(toArray(gradients[full.variable.name]!, full.spec.shape));
        const compared = gradient.subarray(0, elements(shape));
        const { relative } = record(
          'train',
          `gradients of the first step, ${name}`,
          compared,
          floats(expected, key),
          1e-3,
        );
        expect([parameter, relative < 1e-3]).toEqual([parameter, true]);
      }
    });
    state.dispose();
  });
}

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
