import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { EvaluateStage } from '../../../schema/stages/evaluation.js';
import type { LabelStage } from '../../../schema/stages/labels.js';
import type { CleanStage, PretrainStage, TrainingConfig } from '../../../schema/stages/training.js';
import type { Definitions } from '../../../runtime/evaluate/definition.js';
import { StageInterrupted } from '../../../runtime/execute/context.js';
import { runLabelStage } from '../../../runtime/label/label-stage.js';
import { asFloat32, asInt32 } from '../../../runtime/store/array.js';
import { epochName, readCheckpoint } from '../../../runtime/store/checkpoint.js';
import { checkpoints } from '../../../runtime/train/kept-checkpoints.js';
import { freshParameters } from '../../../runtime/train/shrink-perturb.js';
import { runCleanStage, runEvaluateStage, runPretrainStage } from '../../../runtime/train/stages.js';
import type { MetricsRow } from '../../../runtime/train/training.js';
import { expectSameArrays } from '../../support/arrays.js';
import { madePairs, writeDataset } from '../../support/datasets.js';
import { tinyResnet } from '../../support/models.js';
import { deviation } from '../../support/deviation.js';
import { runStage } from '../../support/stage.js';

vi.hoisted(() => {
  process.env.EXPC_ENGINE = 'eager'; // quick to set up, and as exact
});
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const shared: Omit<TrainingConfig, 'objective'> = {
  model: tinyResnet,
  optimizer: { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.1 },
  schedule: { warmup_steps: 0, step_origin: 'textbook' },
  augment: null,
  epochs: 2,
  batch_size: 8,
  log_every: 1,
  seed: 3,
};
const clustering = {
  clusters: 5,
  iterations: 4,
  points_per_centroid: 256,
  embedding: 'training',
  batch_size: 6,
} as const;
const augment = { image: 'autoaugment-imagenet', text: 'none', text_draw: 'each-epoch' } as const;

type Method = Partial<CleanStage['config']> & Pick<TrainingConfig, 'objective'>;

/** What cleaning can do, each as little as it takes. */
const methods: Record<string, Method> = {
  'the sigmoid loss as published': {
    objective: { siglip: 1 },
    siglip: { form: 'published', initial_bias: -10 },
  },
  "the study's sigmoid loss, and ssl": {
    objective: { siglip: 0.1, ssl: 1 },
    siglip: { form: 'study' },
    augment,
  },
  'deep clustering': { objective: { mmcl: 1, clustering: 5 }, clustering },
  'deep clustering in evaluation mode': {
    objective: { mmcl: 1, clustering: 5 },
    clustering: { ...clustering, embedding: 'evaluation' },
  },
  'pseudo-labels': { objective: { mmcl: 1, pseudo_labels: 5 } },
  'supervised finetuning': {
    objective: { supervised: 1 },
    evaluation: { templates: ['a {}.'], top_k: [1], asr: null, supervised: true },
  },
  'shrink and perturb': { objective: { mmcl: 1 }, shrink_and_perturb: { shrink: 0.95, perturb: 1e-4 } },
  'batches in parts': { objective: { mmcl: 1, ssl: 1 }, augment, micro_batch_size: 3 },
  'heavy decay': { objective: { mmcl: 1 }, optimizer: { ...shared.optimizer, weight_decay: 100 } },
};

let root = '';
const locals = { checkpoint_minutes: 1e-9, keep_last: 3, keep_epochs: [0, 1, 2], evaluation_batch: 8 };
const inFolder = (...names: string[]) => join(root, ...names);

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'expc-methods-'));
  mkdirSync(inFolder('data'));
  writeDataset(inFolder('data'), madePairs(26, 16));
  await runStage<PretrainStage>(runPretrainStage, inFolder('pretrain'), {
    config: { ...shared, objective: { mmcl: 1 }, epochs: 1 },
    locals,
    inputs: { data: inFolder('data') },
  });
  const rows = madePairs(26).map(({ id }, i) => `${id},${i % 4}`);
  writeFileSync(inFolder('labels.csv'), ['image,label', ...rows.reverse()].join('\n'));
  await runStage<LabelStage>(runLabelStage, inFolder('labels'), {
    config: {
      teacher: { kind: 'csv', image_column: 'image', label_column: 'label', delimiter: ',' },
      files: {},
    },
    locals: { paths: { path: inFolder('labels.csv') }, batch: 8 },
    inputs: { data: inFolder('data') },
  });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Cleans in a folder of the name; `stop` is asked as often as a training asks. */
function clean(name: string, method: Method, stop?: () => boolean) {
  return runStage<CleanStage>(runCleanStage, inFolder(name), {
    config: {
      ...shared,
      from: 1,
      optimizer_state: 'kept',
      evaluation: { templates: ['a {}.'], top_k: [1], asr: null },
      ...method,
    },
    locals,
    inputs: {
      model: inFolder('pretrain'),
      data: inFolder('data'),
      test: inFolder('data'),
      ...(method.objective.pseudo_labels ? { labels: inFolder('labels') } : {}),
    },
    ...(stop ? { stopRequested: stop } : {}),
  });
}

const last = (name: string) => readCheckpoint(checkpoints(inFolder(name)), epochName(2)).tensors;
const text = (name: string, file: string) => readFileSync(inFolder(name, file), 'utf8');

describe.each(Object.entries(methods))('cleaning by %s', (title, method) => {
  const calm = `calm ${title}`;

  it('changes the model, and tells its losses', async () => {
    await clean(calm, method);
    const [before, after] = [
      readCheckpoint(checkpoints(inFolder('pretrain')), epochName(1)).tensors,
      last(calm),
    ];
    expect(asFloat32(after.get('visual.conv1.weight')!)).not.toEqual(
      asFloat32(before.get('visual.conv1.weight')!),
    );
    const rows = text(calm, 'train.jsonl').trim().split('\n');
    const losses = rows.map((row) => (JSON.parse(row) as { losses: Record<string, number> }).losses);
    expect(losses).toHaveLength(6);
    for (const row of losses) {
      expect(new Set(Object.keys(row))).toEqual(new Set(Object.keys(method.objective)));
      expect(Object.values(row).every(Number.isFinite)).toBe(true);
    }
  });

  it('ends with the same bytes however often it is stopped', async () => {
    const stopped = `stopped ${title}`;
    let stops = 0;
    for (let every = 1; ; every++) {
      let asked = 0;
      try {
        await clean(stopped, method, () => ++asked % every === 0);
        break;
      } catch (error) {
        if (!(error instanceof StageInterrupted)) throw error;
        stops++;
      }
    }
    expect(stops).toBeGreaterThan(1);
    expectSameArrays(last(stopped), last(calm));
    for (const file of ['train.jsonl', 'metrics.jsonl']) expect(text(stopped, file)).toBe(text(calm, file));
  });
});

it('training starts from the weights that were shrunk and perturbed', async () => {
  const still = { ...shared.optimizer, lr: 1e-12, weight_decay: 0 };
  const mixed = { shrink: 0, perturb: 1 };
  await clean('fresh', { objective: { mmcl: 1 }, optimizer: still, shrink_and_perturb: mixed });
  const fresh = freshParameters(tinyResnet, shared.seed);
  for (const [name, array] of fresh)
    expect(deviation(asFloat32(last('fresh').get(name)!), asFloat32(array)).absolute).toBeLessThan(1e-6);
});

it('the supervised head is measured before training and after every epoch', () => {
  const rows = text('calm supervised finetuning', 'metrics.jsonl').trim().split('\n');
  const found = rows.map((row) => JSON.parse(row) as MetricsRow);
  expect(found.map(({ epoch }) => epoch)).toEqual([0, 1, 2]);
  for (const { metrics } of found)
    expect(Object.keys(metrics)).toEqual(['accuracy.top1', 'supervised.accuracy.top1']);
  const definitions = JSON.parse(text('calm supervised finetuning', 'metrics.json')) as Definitions;
  expect(definitions['supervised.accuracy.top1']).toMatchObject({ unit: 'fraction', pictures: 26 });
});

it('the supervised head of a pre-training is measured also later, from its checkpoints', async () => {
  const evaluation = { templates: ['a {}.'], top_k: [1], asr: null, supervised: true } as const;
  const inputs = { test: inFolder('data'), trained: inFolder('data') };
  const model = inFolder('supervised pretrain');
  await runStage<PretrainStage>(runPretrainStage, model, {
    config: { ...shared, objective: { supervised: 1 } },
    locals,
    inputs: { data: inFolder('data') },
  });
  const late = {
    config: { model: tinyResnet, evaluation },
    locals: { evaluation_batch: 8 },
    inputs: { ...inputs, model },
  };
  await runStage<EvaluateStage>(runEvaluateStage, inFolder('late'), late);
  const rows = text('late', 'metrics.jsonl').trim().split('\n');
  const metrics = rows.map((row) => (JSON.parse(row) as MetricsRow).metrics);
  expect(metrics.map((each) => Object.keys(each))).toEqual(
    [0, 1, 2].map(() => ['accuracy.top1', 'supervised.accuracy.top1']),
  );
  const headless = { ...late, inputs: { ...inputs, model: inFolder('pretrain') } };
  await expect(runStage<EvaluateStage>(runEvaluateStage, inFolder('headless'), headless)).rejects.toThrow(
    'has no supervised head',
  );
});

it('a training that is made longer goes on with its heads, and with their moments', async () => {
  const objective = { mmcl: 1, pseudo_labels: 1, supervised: 1, siglip: 1 };
  const siglip = { form: 'published', initial_bias: -10 } as const;
  const still = { ...shared.optimizer, lr: 1e-12, weight_decay: 0 };
  const config = { ...shared, objective, siglip };
  const inputs = { data: inFolder('data'), labels: inFolder('labels') };
  const short = { config: { ...config, epochs: 1 }, locals, inputs };
  await runStage<PretrainStage>(runPretrainStage, inFolder('short'), short);
  await runStage<PretrainStage>(runPretrainStage, inFolder('longer'), {
    config: { ...config, optimizer: still, from: 1, continues: true },
    locals,
    inputs: { ...inputs, start: inFolder('short') },
  });
  const before = readCheckpoint(checkpoints(inFolder('short')), epochName(1)).tensors;
  const after = last('longer');
  for (const name of ['heads.supervised.weight', 'heads.pseudo_labels.weight', 'logit_bias'])
    expect(deviation(asFloat32(after.get(name)!), asFloat32(before.get(name)!)).absolute).toBeLessThan(1e-6);
  for (const loss of ['supervised', 'pseudo_labels'])
    expect(asInt32(after.get(`optimizer.steps.${loss}`)!)[0]).toBe(3 + 3);
});

it('heavy decay really decays, also with the moments that were kept', () => {
  const size = (name: string) =>
    asFloat32(last(name).get('visual.layer1.0.conv2.weight')!).reduce((sum, value) => sum + value * value, 0);
  // lr 1e-3 falls to 0 over six steps: about 1 - 100 * 0.003 is left, against 1 - 0.1 * 0.003.
  expect(size('calm heavy decay') / size('calm pseudo-labels')).toBeLessThan(0.7);
});

it('moments that were kept go on counting their steps, also after a stop', () => {
  for (const name of ['calm heavy decay', 'stopped heavy decay'])
    expect(asInt32(last(name).get('optimizer.steps.model')!)[0]).toBe(3 + 6);
});

it('a clustering head begins anew every epoch, a head on labels once', () => {
  expect(asInt32(last('calm deep clustering').get('optimizer.steps.clustering')!)[0]).toBe(3);
  expect(asInt32(last('calm pseudo-labels').get('optimizer.steps.pseudo_labels')!)[0]).toBe(6);
});

it('embedding in training mode moves batch-norm statistics, as the study; in evaluation mode not', () => {
  const seen = (name: string) => asInt32(last(name).get('visual.bn1.num_batches_tracked')!)[0];
  expect(seen('calm deep clustering')).toBe(3 + 6 + 2 * 4);
  expect(seen('calm deep clustering in evaluation mode')).toBe(3 + 6);
});
