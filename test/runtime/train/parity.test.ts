import { afterEach, describe, expect, it } from 'vitest';
import { tf, type Tensor4D, type Tensor2D } from '../../../runtime/backend/tensorflow.js';
import { ModelState, toArray } from '../../../runtime/model/state.js';
import { weightedLosses, type LossName } from '../../../runtime/objective/objective.js';
import { asFloat32, elements, float32Array, type NamedArrays } from '../../../runtime/store/array.js';
import { createEngine, type Engine, type TrainBatch } from '../../../runtime/train/engine.js';
import { lossGradients } from '../../../runtime/train/step.js';
import { smallResnet } from '../../support/models.js';
import { deviation, fixtureArrays, fixtureJson, floats, ints, record } from '../../support/parity.js';

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

const objectives: Record<string, Partial<Record<LossName, number>>> = {
  mmcl: { mmcl: 1 },
  mmcl_ssl_1_1: { mmcl: 1, ssl: 1 },
  mmcl_ssl_1_4: { mmcl: 1, ssl: 4 },
};

/** Batch `index` of the fixture's five. */
function batch(index: number, augmented: 'augmented' | 'original' = 'augmented'): TrainBatch {
  const part = <T extends Uint8Array | Int32Array>(all: T) =>
    all.subarray((index * all.length) / 5, ((index + 1) * all.length) / 5) as T;
  const view = (prefix: string) => ({
    images: part(batches.get(`${prefix}images_u8_nhwc`)!.data),
    ids: part(ints(batches, `${prefix}input_ids`)),
  });
  return { ...view(''), augmented: view(augmented === 'augmented' ? 'augmented_' : '') };
}

let engine: Engine | undefined;
afterEach(() => {
  engine?.dispose();
  engine = undefined;
});

async function start(objective: object, arrays: NamedArrays = weights): Promise<Engine> {
  const optimizer = { lr: 1, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: fixture.weight_decay };
  engine = await createEngine({ model: smallResnet, objective, optimizer });
  engine.writeState(arrays, 0, { optimizer: false });
  return engine;
}

/**
 * The fixture's rule for weights after training: nearly all elements within 2e-5, none off by more than twice the sum
 * of the rates. AdamW turns a gradient that is only rounding noise into a full step, so a few may be.
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
    const { absolute } = record('train', `${what} ${name}`, actual, given, limit);
    const far = actual.filter((value, i) => Math.abs(value - given[i]!) > 2e-5).length / actual.length;
    const allowed = 3 * (run.final5_fp32_vs_fp64[name]?.fraction_over_1e_5 ?? 0) + 0.01;
    if (far > allowed || absolute > limit) wrong.push(`${name}: ${far} of the elements, at most ${absolute}`);
  }
  expect(wrong).toEqual([]);
}

/** The fixture's tolerance for the losses of later steps. */
function lossTolerance(losses: Losses): number {
  const exact = losses.loss_float64_first5 ?? losses.loss_float64!;
  return Math.max(1e-4, 10 * Math.max(...exact.map((value, i) => Math.abs(value - losses.loss[i]!))));
}

for (const [name, objective] of Object.entries(objectives)) {
  describe(`training with ${name}`, () => {
    const run = fixture.runs[name]!;

    for (const schedule of ['study', 'textbook'] as const) {
      const given = run[schedule];
      it(`has the losses and logit scales of the original, ${schedule} schedule`, async () => {
        const training = await start(objective);
        const results = [];
        for (let i = 0; i < 5; i++) {
          results.push(await training.step(batch(i), given.lr[i]!));
          if (schedule === 'study' && i === 0 && name !== 'mmcl_ssl_1_4') {
            compareWeights(
              `${name} after 1`,
              await training.readState(),
              `${name}.after1`,
              run,
              given.lr.slice(0, 1),
            );
          }
        }
        const losses = results.map(({ loss }) => loss);
        const tolerance = lossTolerance(given);
        const first = record(
          'train',
          `${name} ${schedule} loss 1`,
          losses.slice(0, 1),
          given.loss.slice(0, 1),
          1e-5,
        );
        expect(first.absolute).toBeLessThan(1e-5);
        const rest = record('train', `${name} ${schedule} losses`, losses, given.loss.slice(0, 5), tolerance);
        expect(rest.absolute).toBeLessThan(tolerance);
        const scales = results.map(({ logit_scale }) => logit_scale);
        expect(deviation(scales, given.logit_scale_after.slice(0, 5)).absolute).toBeLessThan(2e-5);
        if (schedule === 'study') {
          compareWeights(
            `${name} final`,
            await training.readState(),
            `${name}.final5`,
            run,
            given.lr.slice(0, 5),
          );
        } else if (name === 'mmcl') {
          compareWeights(
            'textbook final',
            await training.readState(),
            `${name}.textbook.final5`,
            run,
            given.lr,
          );
        }
      });
    }

    it.skipIf(name === 'mmcl_ssl_1_4')('has the gradients of the original in the first step', () => {
      const state = new ModelState(smallResnet);
      state.write(weights);
      tf.tidy(() => {
        const { gradients } = lossGradients(state, smallResnet, weightedLosses(objective), {
          ...onDevice(batch(0), name !== 'mmcl'),
        });
        const expected = fixtureArrays(`train/${name}.grad1.reduced.safetensors`);
        for (const [key, { shape }] of expected) {
          const parameter = key.replace('#rows', '');
          if (parameter === 'visual.attnpool.k_proj.bias') continue; // its true gradient is 0
          const full = state.parameters.find(({ spec }) => spec.name === parameter)!;
          const gradient = asFloat32(toArray(gradients[full.variable.name]!, full.spec.shape));
          const compared = gradient.subarray(0, elements(shape));
          const { relative } = record(
            'train',
            `${name} gradient ${parameter}`,
            compared,
            floats(expected, key),
            1e-3,
          );
          expect([parameter, relative < 1e-3]).toEqual([parameter, true]);
        }
      });
      state.dispose();
    });
  });
}

function onDevice({ images, ids, augmented }: TrainBatch, both: boolean) {
  const count = (both ? 2 : 1) * 8;
  const bytes = both ? Buffer.concat([images, augmented!.images]) : images;
  const tokens = both ? [...ids, ...augmented!.ids] : [...ids];
  return {
    images: tf.tensor4d(Float32Array.from(bytes), [count, 64, 64, 3]) as Tensor4D,
    ids: tf.tensor2d(tokens, [count, 32], 'int32') as Tensor2D,
  };
}

describe('the clamp of the logit scale', () => {
  for (const [name, clamp] of Object.entries(fixture.clamp)) {
    it(`keeps it where the original keeps it: ${name}`, async () => {
      const arrays = new Map(weights).set('logit_scale', float32Array(Float32Array.of(clamp.start), []));
      const training = await start(clamp.options.inmodal ? { ssl: 1 } : { mmcl: 1 }, arrays);
      const scales: number[] = [];
      for (let i = 0; i < 5; i++) {
        const view = batch(i, clamp.augmented_is_original ? 'original' : 'augmented');
        scales.push((await training.step(view, clamp.lr[i]!)).logit_scale);
      }
      const { absolute } = record('train', `clamp ${name}`, scales, clamp.logit_scale_after_clamp, 1e-4);
      expect(absolute).toBeLessThan(1e-4);
      expect(Math.max(...scales)).toBeLessThanOrEqual(Math.fround(4.6052));
      expect(Math.min(...scales)).toBeGreaterThanOrEqual(0);
    });
  }
});
