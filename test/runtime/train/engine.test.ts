import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { backend } from '../../../runtime/backend/raw.js';
import { tf } from '../../../runtime/backend/tensorflow.js';
import { StageFailure } from '../../../runtime/execute/context.js';
import { initialize } from '../../../runtime/model/initialize.js';
import { asFloat32, float32Array, type NamedArrays } from '../../../runtime/store/array.js';
import { EagerEngine } from '../../../runtime/train/eager.js';
import type { Engine, EngineConfig } from '../../../runtime/train/engine.js';
import { GraphEngine } from '../../../runtime/train/graph/engine.js';
import { differingArrays, expectSameArrays } from '../../support/arrays.js';
import { randomBatch, randomView } from '../../support/batches.js';
import { enginePool } from '../../support/engine-pool.js';
import { fixtureModel } from '../../support/fixture-model.js';
import { tinyResnet } from '../../support/models.js';
import { fixtureArrays, floats, ints, record } from '../../support/parity.js';

const optimizer = { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.1 };
const mmcl: EngineConfig = { model: tinyResnet, objective: { mmcl: 1 }, optimizer };
const both: EngineConfig = { model: tinyResnet, objective: { mmcl: 1, ssl: 2 }, optimizer };

const kinds: Record<string, (config: EngineConfig) => Engine> = {
  eager: (config) => new EagerEngine(config),
  graph: (config) => new GraphEngine(config, { step: 4, evaluation: 8 }),
};

// Steps block the thread; the test runner has to be heard from in between, and the machine may be busy.
vi.setConfig({ testTimeout: 300_000 });

const lend = enginePool((config, kind) => kinds[kind]!(config));

/** Steps `from` to `to` of a made-up training. */
async function run(engine: Engine, config: EngineConfig, from: number, to: number) {
  const results = [];
  for (let i = from; i < to; i++) {
    const batch = randomBatch(config.model, 4, i, config.objective!.ssl !== undefined);
    results.push(await engine.step(batch, 1e-3 / (i + 1)));
    await setImmediate();
  }
  return results;
}

const copy = (arrays: NamedArrays): NamedArrays =>
  new Map([...arrays].map(([name, array]) => [name, { ...array, data: array.data.slice() }]));

/** Tensors that tfjs and its addon hold. */
const held = () => [tf.memory().numTensors, tf.memory().numDataBuffers, backend().binding.getNumOfTensors()];

for (const [kind, create] of Object.entries(kinds)) {
  const make = (config: EngineConfig) => lend(config, kind);

  describe(`the ${kind} engine in training`, () => {
    for (const [name, config] of Object.entries({ mmcl, 'mmcl+ssl': both })) {
      it(`goes on from a saved state as if it had never stopped, bit for bit (${name})`, async () => {
        const whole = make(config);
        whole.initialize(1);
        const expected = await run(whole, config, 0, 4);

        const first = make(config);
        first.initialize(1);
        const before = await run(first, config, 0, 2);
        const state = copy(await first.readState());
        const second = make(config);
        second.writeState(state, 2);
        expect([...before, ...(await run(second, config, 2, 4))]).toEqual(expected);
        expectSameArrays(await second.readState(), await whole.readState());
      });
    }

    it('learns a batch by heart', async () => {
      const engine = make(mmcl);
      engine.initialize(0);
      const batch = randomBatch(tinyResnet, 4, 0);
      const losses = [];
      for (let i = 0; i < 30; i++) losses.push((await engine.step(batch, 3e-3)).loss);
      expect(losses[0]).toBeGreaterThan(1);
      expect(losses.at(-1)).toBeLessThan(0.1);
    });

    it('tells each loss without its weight', async () => {
      const engine = make(both);
      engine.initialize(0);
      const [result] = await run(engine, both, 0, 1);
      expect(Object.keys(result!.losses)).toEqual(['mmcl', 'ssl']);
      expect(result!.loss).toBeCloseTo(result!.losses.mmcl! + 2 * result!.losses.ssl!, 5);
      expect(result!.logit_scale).toBeCloseTo(Math.log(1 / 0.07), 2);
    });

    it('changes neither the arrays it was given nor those it gave', async () => {
      const engine = make(mmcl);
      const given = initialize(tinyResnet, 3);
      const original = copy(given);
      engine.writeState(given, 0, { optimizer: false });
      const read = await engine.readState();
      const readCopy = copy(read);
      await run(engine, mmcl, 0, 2);
      expectSameArrays(given, original);
      expectSameArrays(read, readCopy);
      expect(differingArrays(await engine.readState(), read).length).toBeGreaterThan(50);
    });

    it('starts with fresh moments when asked to, whatever it was given', async () => {
      const engine = make(mmcl);
      engine.initialize(0);
      await run(engine, mmcl, 0, 3);
      const state = await engine.readState();
      const weights = new Map([...state].filter(([name]) => !name.startsWith('optimizer.')));
      const fresh = make(mmcl);
      fresh.writeState(weights, 0, { optimizer: false });
      engine.writeState(state, 3, { optimizer: false });
      expect(await run(engine, mmcl, 3, 5)).toEqual(await run(fresh, mmcl, 3, 5));
      expectSameArrays(await engine.readState(), await fresh.readState());
    });

    it('takes the number of steps into account: early moments are corrected more', async () => {
      const engine = make(mmcl);
      engine.initialize(0);
      await run(engine, mmcl, 0, 1);
      const state = await engine.readState();
      const unsaid = new Map([...state].filter(([name]) => name !== 'optimizer.steps.model'));
      const after = async (step: number, arrays = unsaid) => {
        engine.writeState(arrays, step);
        await run(engine, mmcl, 1, 2);
        return copy(await engine.readState());
      };
      expect(differingArrays(await after(1), await after(1000)).length).toBeGreaterThan(50);
      expectSameArrays(await after(1000, state), await after(1)); // a state that says it itself is right
    });

    it('tells a loss that is no number', async () => {
      const engine = make(mmcl);
      const arrays = initialize(tinyResnet, 0).set('logit_scale', float32Array(Float32Array.of(NaN), []));
      engine.writeState(arrays, 0, { optimizer: false });
      expect((await run(engine, mmcl, 0, 1))[0]!.loss).toBeNaN();
    });

    it('holds the same number of tensors after every step, evaluation and checkpoint', async () => {
      const engine = make(both);
      engine.initialize(0);
      const round = async (i: number) => {
        await run(engine, both, i, i + 1);
        const view = randomView(tinyResnet, 5, i);
        await engine.embedImages(view.images, 5);
        await engine.imageFeatures(view.images, 5);
        await engine.embedTexts(view.ids, 5);
        engine.writeState(await engine.readState(), i + 1);
      };
      await round(0);
      await round(1);
      const before = held();
      for (let i = 2; i < 6; i++) await round(i);
      expect(held()).toEqual(before);
    });

    it('gives all memory back when it is disposed', () => {
      const before = held();
      const engine = create(both);
      engine.initialize(0);
      engine.dispose();
      expect(held()).toEqual(before);
    });
  });

  describe(`the ${kind} engine asked for embeddings`, () => {
    const weights = fixtureArrays('model-rn/weights.safetensors');
    const io = fixtureArrays('model-rn/io.safetensors');

    it('gives those of the original', async () => {
      const engine = make({ model: fixtureModel('model-rn') });
      const count = io.get('images_u8_nhwc')!.shape[0]!;
      engine.writeState(weights, 0, { optimizer: false });
      const images = await engine.embedImages(io.get('images_u8_nhwc')!.data, count);
      const texts = await engine.embedTexts(ints(io, 'input_ids'), count);
      const tolerance = 1e-5;
      const compare = (name: string, values: Float32Array) =>
        record('model-rn', `${kind} engine ${name}`, values, floats(io, name), tolerance).absolute;
      expect(compare('eval.image_embeds', images)).toBeLessThan(tolerance);
      expect(compare('eval.text_embeds', texts)).toBeLessThan(tolerance);
    });

    it('gives the features before they are normalised with the very same embeddings', async () => {
      const engine = make({ model: tinyResnet });
      engine.initialize(2);
      const { images } = randomView(tinyResnet, 5, 0);
      const { features, embeddings } = await engine.imageFeatures(images, 5);
      expect(embeddings).toEqual(await engine.embedImages(images, 5));
      expect(features).toHaveLength(5 * 16);
      for (let i = 0; i < 5; i++) {
        const row = features.subarray(i * 16, (i + 1) * 16);
        const length = Math.hypot(...row);
        expect(Math.abs(length - 1)).toBeGreaterThan(1e-3);
        row.forEach((value, j) => expect(embeddings[i * 16 + j]).toBeCloseTo(value / length, 6));
      }
    });

    it('gives unit rows that do not depend on the company', async () => {
      const engine = make({ model: tinyResnet });
      engine.initialize(2);
      const { images, ids } = randomView(tinyResnet, 8, 0);
      const all = await engine.embedImages(images, 8);
      const texts = await engine.embedTexts(ids, 8);
      for (let i = 0; i < 8; i++) {
        const row = all.subarray(i * 16, (i + 1) * 16);
        expect(Math.hypot(...row)).toBeCloseTo(1, 5);
        const alone = await engine.embedImages(images.subarray(i * 768, (i + 1) * 768), 1);
        row.forEach((value, j) => expect(alone[j]).toBeCloseTo(value, 5));
        const text = await engine.embedTexts(ids.subarray(i * 8, (i + 1) * 8), 1);
        text.forEach((value, j) => expect(value).toBeCloseTo(texts[i * 16 + j]!, 5));
      }
    });

    it('is left as it was: batch norm does not move', async () => {
      const engine = make(mmcl);
      engine.initialize(0);
      const before = await engine.readState();
      const { images, ids } = randomView(tinyResnet, 4, 0);
      await engine.embedImages(images, 4);
      await engine.embedTexts(ids, 4);
      expectSameArrays(await engine.readState(), before);
    });
  });

  describe(`the ${kind} engine given what it cannot use`, () => {
    it('refuses weights of another model, names them, and stays as it was', async () => {
      const engine = make(mmcl);
      engine.initialize(0);
      const before = copy(await engine.readState());
      const wider = initialize({ ...tinyResnet, embed_dim: 32 }, 0);
      expect(() => engine.writeState(wider, 0, { optimizer: false })).toThrow(StageFailure);
      expect(() => engine.writeState(wider, 0, { optimizer: false })).toThrow(
        'text_projection is [16, 32], not [16, 16]',
      );
      expectSameArrays(await engine.readState(), before);
    });

    it('refuses a state without moments when it shall keep them', async () => {
      const engine = make(mmcl);
      engine.initialize(0);
      const weights = initialize(tinyResnet, 5);
      expect(() => engine.writeState(weights, 3)).toThrow('optimizer.m.positional_embedding is missing');
      expect(asFloat32((await engine.readState()).get('text_projection')!)).not.toEqual(
        asFloat32(weights.get('text_projection')!),
      );
    });

    it('does not train without an objective', () => {
      const engine = make({ model: tinyResnet });
      engine.initialize(0);
      expect(() => engine.step(randomBatch(tinyResnet, 4, 0), 1e-3)).toThrow(
        'without an objective and an optimizer',
      );
    });

    it('says what is wrong with a batch, and takes no step', async () => {
      const engine = make(both);
      engine.initialize(0);
      const before = await engine.readState();
      const batch = randomBatch(tinyResnet, 4, 0, true);
      expect(() => engine.step({ ...batch, augmented: undefined }, 1)).toThrow('needs the augmented copies');
      expect(() => engine.step({ ...batch, images: batch.images.subarray(1) }, 1)).toThrow(
        '3071 values for 4 pictures of 16 px, which take 3072',
      );
      const smaller = randomView(tinyResnet, 3, 0);
      expect(() => engine.step({ ...batch, augmented: smaller }, 1)).toThrow('2304 values for 4 pictures');
      expect(() => engine.embedTexts(batch.ids, 3)).toThrow(
        '32 values for 3 captions of 8 tokens, which take 24',
      );
      expectSameArrays(await engine.readState(), before);
    });

    it('looks at augmented copies only where a loss needs them', async () => {
      const [given, without] = [make(mmcl), make(mmcl)];
      for (const engine of [given, without]) engine.initialize(0);
      const batch = randomBatch(tinyResnet, 4, 0, true);
      expect(await given.step(batch, 1e-3)).toEqual(
        await without.step({ ...batch, augmented: undefined }, 1e-3),
      );
    });
  });
}
