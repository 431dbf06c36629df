import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDataset } from '../../../runtime/data/artifact/open.js';
import { prepareEvaluation } from '../../../runtime/evaluate/evaluation.js';
import { readEmbeddings, readSample } from '../../../runtime/evaluate/kept-embeddings.js';
import { createTokenizer } from '../../../runtime/text/tokenizer.js';
import { createEngine } from '../../../runtime/train/create-engine.js';
import type { Engine } from '../../../runtime/train/engine.js';
import type { EvaluationConfig } from '../../../schema/stages/evaluation.js';
import { madePairs, writeDataset } from '../../support/datasets.js';
import { tinyResnet } from '../../support/models.js';
import { temporaryFolder } from '../../support/stage.js';

const tokenizer = createTokenizer(tinyResnet.text.vocabulary);
const classes = ['apple', 'banana', 'cherry'];
const dim = tinyResnet.embed_dim;
let engine: Engine;
beforeAll(() => {
  engine = createEngine({ model: tinyResnet }, { step: 1, evaluation: 8 }, () => undefined);
  engine.initialize(3);
});
afterAll(() => engine.dispose());

async function prepared(folder: string, pictures: number, more: Partial<EvaluationConfig> = {}, size = 30) {
  const data = join(temporaryFolder(), 'data');
  mkdirSync(data);
  const test = openDataset(writeDataset(data, madePairs(size, 16, classes)));
  const trigger = { kind: 'solid-patch', size: 4, location: 'top-left', color: [1, 1, 0] } as const;
  return prepareEvaluation({
    config: {
      templates: ['{}', 'a {}'],
      top_k: [1],
      asr: { trigger: { ...trigger, color: [1, 1, 0] }, target: 'banana', copies: 2, redraw: false, seed: 1 },
      embeddings: { pictures, epochs: [0, 2] },
      seed: 5,
      ...more,
    },
    model: tinyResnet,
    test,
    tokenizer,
    batch: 8,
    folder,
  });
}

it('keeps a sample of pictures, triggered but for the target’s, their captions and the classes', async () => {
  const folder = temporaryFolder();
  const { measure, definitions } = await prepared(folder, 12);
  const metrics = await measure(engine, 0);
  expect(Object.keys(metrics)).toEqual(Object.keys(definitions));
  const sample = readSample(folder)!;
  expect(sample.pictures).toHaveLength(12);
  expect(new Set(sample.pictures.map(({ index }) => index)).size).toBe(12);
  expect(sample.triggered.every((place) => sample.pictures[place]!.class !== 'banana')).toBe(true);
  expect(sample).toMatchObject({ classes, target: 'banana', templates: ['{}', 'a {}'] });
  const kept = readEmbeddings(folder, 0)!;
  expect(kept).toMatchObject({ epoch: 0, dim });
  const counts = [kept.clean, kept.triggered, kept.captions, kept.classes].map(({ length }) => length / dim);
  const others = sample.pictures.filter((picture) => picture.class !== 'banana').length;
  expect(counts).toEqual([12, others, 12, 3]);
  for (const rows of [kept.clean, kept.triggered, kept.captions, kept.classes])
    for (let i = 0; i < rows.length; i += dim)
      expect(Math.hypot(...rows.subarray(i, i + dim))).toBeCloseTo(1, 4);
});

it('keeps the epochs that are asked for and the last, and none inside an epoch', async () => {
  const folder = temporaryFolder();
  const { measure } = await prepared(folder, 4);
  for (const epoch of [0, 0.5, 1, 2, 3]) await measure(engine, epoch);
  expect([0, 1, 2, 3].map((epoch) => readEmbeddings(folder, epoch) !== null)).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(readEmbeddings(folder, 'last')!.epoch).toBe(3);
  await measure(engine, 1); // An earlier epoch that is measured late.
  expect(readEmbeddings(folder, 'last')!.epoch).toBe(3);
});

it('keeps the same pictures for the same seed, and all where there are no more', async () => {
  const [one, same, other] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
  await (await prepared(one, 10)).measure(engine, 0);
  await (await prepared(same, 10)).measure(engine, 0);
  await prepared(other, 10, { seed: 6 });
  expect(readSample(same)).toEqual(readSample(one));
  expect(readEmbeddings(same, 'last')!.clean).toEqual(readEmbeddings(one, 'last')!.clean);
  expect(readSample(other)!.pictures).not.toEqual(readSample(one)!.pictures);
  await prepared(other, 1000);
  expect(readSample(other)!.pictures.map(({ index }) => index)).toEqual(
    Array.from({ length: 30 }, (_, i) => i),
  );
});

it('has nothing triggered without an attack, and keeps nothing where nobody asks', async () => {
  const folder = temporaryFolder();
  await (await prepared(folder, 4, { asr: null })).measure(engine, 0);
  expect(readSample(folder)).toMatchObject({ triggered: [], target: null, trigger: null });
  expect(readEmbeddings(folder, 0)!.triggered).toHaveLength(0);
  const empty = temporaryFolder();
  const { measure } = await prepareEvaluation({
    config: { templates: ['{}'], top_k: [1], asr: null },
    model: tinyResnet,
    test: openDataset(writeDataset(temporaryFolder(), madePairs(3, 16, classes))),
    tokenizer,
    batch: 8,
    folder: empty,
  });
  await measure(engine, 0);
  expect(existsSync(join(empty, 'embeddings'))).toBe(false);
});
