import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDataset } from '../../../runtime/data/artifact/open.js';
import type { PairDataset } from '../../../runtime/data/dataset.js';
import { prepareEvaluation } from '../../../runtime/evaluate/evaluation.js';
import { createTokenizer } from '../../../runtime/text/tokenizer.js';
import { createEngine } from '../../../runtime/train/create-engine.js';
import type { Engine } from '../../../runtime/train/engine.js';
import type { EvaluationConfig } from '../../../schema/stages/evaluation.js';
import { madePairs, writeDataset } from '../../support/datasets.js';
import { tinyResnet } from '../../support/models.js';
import { temporaryFolder } from '../../support/stage.js';

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
