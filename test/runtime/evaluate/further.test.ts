import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isShare } from '../../../report/results/metrics-file.js';
import { openDataset } from '../../../runtime/data/artifact/open.js';
import type { PairDataset } from '../../../runtime/data/dataset.js';
import { prepareEvaluation } from '../../../runtime/evaluate/evaluation.js';
import { float32Array } from '../../../runtime/store/array.js';
import { createTokenizer } from '../../../runtime/text/tokenizer.js';
import { createEngine } from '../../../runtime/train/create-engine.js';
import type { Engine } from '../../../runtime/train/engine.js';
import { metricNames } from '../../../schema/metric-names.js';
import type { EvaluationConfig } from '../../../schema/stages/evaluation.js';
import { madePairs, writeDataset } from '../../support/datasets.js';
import { tinyResnet } from '../../support/models.js';
import { temporaryFolder } from '../../support/stage.js';
import { ToyEngine } from '../../support/toy-engine.js';

const tokenizer = createTokenizer(tinyResnet.text.vocabulary);
const classes = ['apple', 'banana', 'cherry'];

function dataset(count: number): PairDataset {
  const folder = join(temporaryFolder(), 'data');
  mkdirSync(folder);
  return openDataset(writeDataset(folder, madePairs(count, 16, classes)));
}

const patch = { kind: 'solid-patch', size: 4, location: 'top-left', color: [1, 1, 0] } as const;
const config: EvaluationConfig = {
  templates: ['{}', 'a {}'],
  top_k: [1, 2],
  asr: { trigger: { ...patch, color: [1, 1, 0] }, target: 'banana', copies: 1, redraw: false, seed: 1 },
};

/** A real model with fresh weights: numbers are what they are, but all must be there and make sense. */
let engine: Engine;
beforeAll(() => {
  engine = createEngine({ model: tinyResnet }, { step: 1, evaluation: 8 }, () => undefined);
  engine.initialize(3);
});
afterAll(() => engine.dispose());

async function measured(
  more: Partial<EvaluationConfig>,
  inputs: Readonly<Record<string, PairDataset>> = {},
  size = 30,
) {
  const { definitions, measure } = await prepareEvaluation({
    config: { ...config, ...more },
    model: tinyResnet,
    test: dataset(size),
    inputs,
    tokenizer,
    batch: 8,
  });
  const metrics = await measure(engine, 1);
  const again = await measure(engine, 1);
  expect(again).toEqual(metrics);
  expect(Object.keys(definitions).sort()).toEqual(Object.keys(metrics).sort());
  for (const [name, value] of Object.entries(metrics)) {
    expect(Number.isFinite(value), name).toBe(true);
    const { unit, description, pictures } = definitions[name]!;
    expect(description).toMatch(/\.$/);
    expect(pictures).toBeGreaterThan(0);
    if (unit === 'fraction') expect(value >= 0 && value <= 1, `${name} ${value}`).toBe(true);
  }
  return { metrics, definitions };
}

describe('alternatives to the attack success rate', () => {
  it('are measured beside it, and leave it as it is', async () => {
    const alone = await measured({});
    const { metrics, definitions } = await measured({
      asr: { ...config.asr!, also: ['false-alarm', 'target-share', 'triggered-accuracy'] },
    });
    expect(metrics).toMatchObject(alone.metrics);
    expect(Object.keys(metrics)).toContain('triggered_accuracy.top2');
    expect(definitions['asr.top1']!.pictures).toBe(20);
    expect(definitions['target_share.top1']!.pictures).toBe(30);
    expect(definitions['false_alarm.top1']).toMatchObject({ pictures: 20, excluded: 10 });
  });

  it('agree: the target share counts what the rate counts, and the target’s own pictures', async () => {
    const { metrics } = await measured({ asr: { ...config.asr!, also: ['target-share'] } });
    const own = 30 * metrics['target_share.top1']! - 20 * metrics['asr.top1']!;
    expect(own).toBeGreaterThanOrEqual(-1e-9);
    expect(own).toBeLessThanOrEqual(10 + 1e-9);
  });
});

describe('several attacks', () => {
  it('are measured each for its target, the first as alone', async () => {
    const alone = await measured({});
    const others = [{ trigger: { kind: 'blended', opacity: 0.9 } as const, target: 'cherry' }];
    const { metrics, definitions } = await measured({ asr: { ...config.asr!, others } });
    expect(metrics).toMatchObject(alone.metrics);
    expect(definitions['asr.cherry.top1']).toMatchObject({ target: 'cherry', pictures: 20 });
  });
});

describe('a selection split', () => {
  it('divides the test pictures: together both parts count all of them', async () => {
    const whole = await measured({}, {}, 60);
    const { metrics, definitions } = await measured({ selection: 0.4, seed: 5 }, {}, 60);
    const share = (prefix: string) => definitions[`${prefix}accuracy.top1`]!.pictures;
    expect(share('') + share('selection.')).toBe(60);
    expect(share('selection.')).toBeGreaterThan(10);
    const hits =
      share('') * metrics['accuracy.top1']! + share('selection.') * metrics['selection.accuracy.top1']!;
    expect(hits).toBeCloseTo(60 * whole.metrics['accuracy.top1']!, 6);
    expect(definitions['selection.asr.top1']).toMatchObject({ selection: 0.4, target: 'banana' });
  });
});

describe('measures of their own', () => {
  it('superclasses: one of all classes is always right', async () => {
    const { metrics } = await measured({ superclasses: { fruit: classes } });
    expect(metrics['superclass_accuracy.top1']).toBe(1);
    await expect(measured({ superclasses: { fruit: ['pear'] } })).rejects.toThrow('"pear"');
  });

  it('similarity of clean and triggered pairs, and the gap', async () => {
    const { metrics, definitions } = await measured({ similarity: true });
    for (const name of ['similarity.clean.mean', 'similarity.triggered.mean'])
      expect(Math.abs(metrics[name]!)).toBeLessThanOrEqual(100);
    expect(metrics['similarity.gap']).toBeGreaterThan(0);
    expect(definitions['similarity.gap']!.unit).toBe('distance');
    expect(Object.keys((await measured({ similarity: true, asr: null })).metrics)).not.toContain(
      'similarity.triggered.mean',
    );
  });

  it('poison detection on training data', async () => {
    const data = dataset(40);
    const poisoned: PairDataset = {
      ...data,
      info: (i) => ({ ...data.info(i), poisoned: i % 8 === 0 }),
      picture: (i) => data.picture(i),
    };
    const { metrics, definitions } = await measured({ detection: { pairs: 20 }, seed: 1 }, { poisoned });
    expect(definitions['detection.auc']!.settings).toEqual({ clean: 20, poisoned: 5 });
    expect(metrics['detection.found50']).toBeGreaterThanOrEqual(metrics['detection.found1']!);
    await expect(measured({ detection: { pairs: 20 } })).rejects.toThrow('no poisoned training data');
  });

  it('the validation loss: that of chance is near ln of the batch for fresh weights', async () => {
    const { metrics, definitions } = await measured(
      { validation: { batch_size: 8 } },
      { validation: dataset(20) },
    );
    expect(metrics['validation.loss']).toBeGreaterThan(1);
    expect(metrics['validation.loss']).toBeLessThan(8);
    expect(definitions['validation.loss']).toMatchObject({ unit: 'nats', pictures: 20 });
  });

  it('retrieval: among all captions every one is found', async () => {
    const retrieval = { top_k: [1, 20], closest: 2 };
    const { metrics, definitions } = await measured({ retrieval }, { retrieval: dataset(20) });
    expect(metrics['retrieval.recall20']).toBe(1);
    expect(definitions['retrieval.asr1']).toMatchObject({ target: 'banana', settings: { closest: 2 } });
    const clean = await measured({ retrieval, asr: null }, { retrieval: dataset(20) });
    expect(Object.keys(clean.metrics)).not.toContain('retrieval.asr1');
  });

  it('readouts: neighbours among the very test pictures find each picture itself', async () => {
    const readouts = {
      neighbours: 1,
      prototypes: true,
      linear_probe: { epochs: 2, batch_size: 16, lr: 0.005, weight_decay: 0.01 },
    };
    const { metrics, definitions } = await measured({ readouts, seed: 1 }, { readout: dataset(30) });
    // Fresh weights embed alike pictures almost alike: rounding may put another one first.
    expect(metrics['knn.accuracy']).toBeGreaterThan(0.8);
    expect(Object.keys(metrics)).toEqual(
      expect.arrayContaining(['knn.asr', 'prototypes.accuracy', 'prototypes.asr', 'linear_probe.accuracy']),
    );
    expect(definitions['knn.accuracy']!.settings).toMatchObject({ neighbours: 1, training: 30 });
  });

  it('readouts want a data set of the same classes', async () => {
    const folder = join(temporaryFolder(), 'other');
    mkdirSync(folder);
    const other = openDataset(writeDataset(folder, madePairs(6, 16, ['car', 'bus'])));
    await expect(measured({ readouts: { neighbours: 1 } }, { readout: other })).rejects.toThrow(
      'none of the classes',
    );
  });
});

describe('the supervised head', () => {
  const trained = (of: string[]) => {
    const folder = join(temporaryFolder(), 'trained');
    mkdirSync(folder);
    return openDataset(writeDataset(folder, madePairs(12, 16, of)));
  };
  /** Arrays of a head that always takes one class for the best, another for the second. */
  const head = (biases: readonly number[]) =>
    new Map([
      ['heads.supervised.weight', float32Array(new Float32Array(biases.length * 16), [biases.length, 16])],
      ['heads.supervised.bias', float32Array(Float32Array.from(biases), [biases.length])],
    ]);
  const prepare = (more: Partial<EvaluationConfig>, of: string[]) =>
    prepareEvaluation({
      config: { ...config, supervised: true, ...more },
      model: tinyResnet,
      test: dataset(30),
      inputs: { trained: trained(of) },
      tokenizer,
      batch: 8,
    });

  it('is right where it takes the label, and attacked where it takes the target', async () => {
    const { definitions, measure } = await prepare({}, classes);
    const banana = await measure(engine, 1, head([0, 2, 1]));
    expect(banana).toMatchObject({
      'supervised.accuracy.top1': 1 / 3,
      'supervised.accuracy.top2': 2 / 3,
      'supervised.asr.top1': 1,
      'supervised.asr.top2': 1,
    });
    const apple = await measure(engine, 1, head([2, 0, 1]));
    expect(apple).toMatchObject({ 'supervised.asr.top1': 0, 'supervised.asr.top2': 0 });
    expect(definitions['supervised.accuracy.top1']).toMatchObject({ k: 1, pictures: 30, classes: 3 });
    expect(definitions['supervised.asr.top1']).toMatchObject({ pictures: 20, target: 'banana' });
  });

  it('takes its weights to features before normalisation, as it was trained', async () => {
    // Features are three times unit vectors: apple's score is 3, where that of embeddings would be 1.
    const weight = new Float32Array(3 * 16);
    weight.fill(1, 0, 16);
    const arrays = (bias: number) =>
      new Map([
        ['heads.supervised.weight', float32Array(weight, [3, 16])],
        ['heads.supervised.bias', float32Array(Float32Array.of(0, bias, bias), [3])],
      ]);
    const { measure } = await prepare({}, classes);
    const toy = new ToyEngine(16);
    expect((await measure(toy, 1, arrays(2)))['supervised.asr.top1']).toBe(0);
    expect((await measure(toy, 1, arrays(4)))['supervised.asr.top1']).toBe(1);
  });

  it('counts pictures of its own classes, whatever their order and number', async () => {
    const { definitions, measure } = await prepare({}, ['cherry', 'banana', 'date', 'elderberry']);
    expect(definitions['supervised.accuracy.top1']).toMatchObject({ pictures: 20, classes: 4 });
    // Sorted: banana, cherry, date, elderberry.
    const metrics = await measure(engine, 1, head([0, 3, 2, 1]));
    expect(metrics).toMatchObject({ 'supervised.accuracy.top1': 1 / 2, 'supervised.asr.top1': 0 });
  });

  it('has no attack success rate where it does not know the target', async () => {
    const { definitions } = await prepare({}, ['apple', 'cherry']);
    expect(Object.keys(definitions)).not.toContain('supervised.asr.top1');
    expect(definitions['supervised.accuracy.top1']!.pictures).toBe(20);
  });

  it('is divided for selection like the other shares', async () => {
    const { definitions, measure } = await prepare({ selection: 0.4, seed: 5 }, classes);
    const metrics = await measure(engine, 1, head([0, 2, 1]));
    const hits = ['', 'selection.'].map(
      (part) =>
        metrics[`${part}supervised.accuracy.top1`]! *
        definitions[`${part}supervised.accuracy.top1`]!.pictures,
    );
    expect(hits[0]! + hits[1]!).toBeCloseTo(10, 9);
  });

  it('wants classes that the test pictures have, and a model with such a head', async () => {
    await expect(prepare({}, ['car', 'bus'])).rejects.toThrow('none of the classes');
    const { measure } = await prepare({}, classes);
    await expect(measure(engine, 1)).rejects.toThrow('no supervised head of 3 classes');
    await expect(measure(engine, 1, head([0, 1]))).rejects.toThrow('no supervised head of 3 classes');
  });
});

describe('whatever is asked for', () => {
  /** An engine that counts the pictures and texts that go through it. */
  function counting() {
    const counts = { pictures: 0, texts: 0 };
    const counted: Pick<Engine, 'embedImages' | 'embedTexts' | 'imageFeatures' | 'readState'> = {
      embedImages: (images, count) => ((counts.pictures += count), engine.embedImages(images, count)),
      imageFeatures: (images, count) => ((counts.pictures += count), engine.imageFeatures(images, count)),
      embedTexts: (ids, count) => ((counts.texts += count), engine.embedTexts(ids, count)),
      readState: () => engine.readState(),
    };
    return { counts, engine: counted as Engine };
  }

  const readouts = {
    neighbours: 3,
    prototypes: true,
    linear_probe: { epochs: 1, batch_size: 16, lr: 0.005, weight_decay: 0.01 },
  };
  const everything: Partial<EvaluationConfig> = {
    asr: { ...config.asr!, also: ['false-alarm', 'target-share', 'triggered-accuracy'] },
    superclasses: { fruit: classes },
    similarity: true,
    validation: { batch_size: 8 },
    retrieval: { top_k: [1], closest: 2 },
    readouts,
    supervised: true,
    seed: 1,
  };
  const heads = new Map([
    ['heads.supervised.weight', float32Array(new Float32Array(3 * 16), [3, 16])],
    ['heads.supervised.bias', float32Array(new Float32Array(3), [3])],
    ['logit_scale', float32Array(Float32Array.of(1), [])],
  ]);

  it('each data set is embedded once at a measurement, and again at the next', async () => {
    const [test, other] = [dataset(30), dataset(20)];
    const { measure } = await prepareEvaluation({
      config: { ...config, ...everything },
      model: tinyResnet,
      test,
      inputs: { validation: other, retrieval: other, readout: other, trained: other },
      tokenizer,
      batch: 8,
    });
    const { counts, engine: counted } = counting();
    const first = await measure(counted, 1, heads);
    // Clean, and triggered; the other data set clean, and triggered for retrieval.
    expect(counts.pictures).toBe(30 + 30 + 20 + 20);
    // Prompts of the classes, those of the target twice, captions of both data sets.
    expect(counts.texts).toBe(3 * 2 + 2 * 2 + 30 + 20);
    expect(await measure(counted, 1, heads)).toEqual(first);
    expect(counts.pictures).toBe(200);
  });

  it('also where all measures look at the test pictures', async () => {
    const test = dataset(30);
    const { measure } = await prepareEvaluation({
      config: { ...config, ...everything, asr: null },
      model: tinyResnet,
      test,
      inputs: { validation: test, retrieval: test, readout: test, trained: test },
      tokenizer,
      batch: 8,
    });
    const { counts, engine: counted } = counting();
    await measure(counted, 1, heads);
    expect(counts).toEqual({ pictures: 30, texts: 3 * 2 + 30 });
  });

  it('the names of what is measured are those that rules may choose by', async () => {
    const data = dataset(20);
    const poisoned = { ...data, info: (i: number) => ({ ...data.info(i), poisoned: i % 4 === 0 }) };
    const others = [{ trigger: { kind: 'blended', opacity: 0.9 } as const, target: 'cherry' }];
    const all = {
      ...everything,
      top_k: [1, 2],
      selection: 0.4,
      detection: { pairs: 10 },
      asr: { ...everything.asr!, others },
    };
    for (const asked of [all, { ...all, asr: null }, { top_k: [2], asr: config.asr, selection: 0.5 }]) {
      const { definitions } = await prepareEvaluation({
        config: { ...config, ...asked },
        model: tinyResnet,
        test: dataset(30),
        inputs: { validation: data, retrieval: data, readout: data, trained: data, poisoned },
        tokenizer,
        batch: 8,
      });
      expect(Object.keys(definitions).sort()).toEqual(metricNames(asked).sort());
      for (const [name, { unit }] of Object.entries(definitions))
        expect(isShare(name), name).toBe(unit === 'fraction');
    }
  });

  it('one measure gives what it gives among all', async () => {
    const test = dataset(30);
    const numbers = async (more: Partial<EvaluationConfig>) => {
      const { measure } = await prepareEvaluation({
        config: { ...config, ...more },
        model: tinyResnet,
        test,
        inputs: { validation: test, retrieval: test, readout: test, trained: test },
        tokenizer,
        batch: 8,
      });
      return measure(engine, 1, heads);
    };
    const all = await numbers(everything);
    const { neighbours, prototypes, linear_probe } = readouts;
    const parts: Partial<EvaluationConfig>[] = [
      {},
      { similarity: true },
      { validation: { batch_size: 8 } },
      { retrieval: { top_k: [1], closest: 2 } },
      { readouts: { neighbours } },
      { readouts: { prototypes } },
      { readouts: { linear_probe }, seed: 1 },
      { supervised: true },
    ];
    for (const part of parts) expect(all).toMatchObject(await numbers({ asr: everything.asr!, ...part }));
  });
});
