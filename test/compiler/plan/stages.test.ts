import { describe, expect, test } from 'vitest';
import { stageKey } from '../../../compiler/plan/key.js';
import { compile } from '../../../compiler/index.js';
import { baseText, planOver, stageOf } from '../../support/compile.js';
import { memoryHost } from '../../support/memory-host.js';

/** The only run of a plan without ablations. */
function single(text: string) {
  const plan = planOver(text);
  return { plan, run: plan.runs[0]! };
}

test('a run has all stages, inputs before the stages that use them, each with its true key', () => {
  const { plan, run } = single('');
  expect(Object.keys(run.stages)).toEqual([
    'train',
    'test',
    'poison',
    'pretrain',
    'evaluate',
    'cleaning-set',
    'clean',
  ]);
  const seen = new Set<string>();
  for (const stage of plan.stages) {
    for (const key of Object.values<string>(stage.inputs)) expect(seen).toContain(key);
    seen.add(stage.key);
    expect(stageKey(stage)).toBe(stage.key);
    expect(stage.id).toBe(`${stage.kind}-${stage.key.slice(0, 12)}`);
  }
});

test('what goes into what', () => {
  const { plan, run } = single('clean: { data: { poisons: 5 } }');
  const { train, test, poison, pretrain } = run.stages;
  expect(stageOf(plan, run, 'poison').inputs).toEqual({ dataset: train });
  expect(stageOf(plan, run, 'pretrain').inputs).toEqual({ data: poison });
  expect(stageOf(plan, run, 'evaluate').inputs).toEqual({ model: pretrain, test });
  expect(stageOf(plan, run, 'cleaning-set').inputs).toEqual({ dataset: poison });
  expect(stageOf(plan, run, 'cleaning-poison').inputs).toEqual({ dataset: run.stages['cleaning-set'] });
  expect(stageOf(plan, run, 'clean').inputs).toEqual({
    model: pretrain,
    data: run.stages['cleaning-poison'],
    test,
  });
});

test('without an attack, pre-training reads the data set itself and only accuracy is measured', () => {
  const { plan, run } = single('poison: null');
  expect(run.stages.poison).toBeUndefined();
  expect(stageOf(plan, run, 'pretrain').inputs).toEqual({ data: run.stages.train });
  expect(stageOf<'evaluate'>(plan, run, 'evaluate').config.evaluation.asr).toBeNull();
});

test('a model that was never attacked can be measured with a trigger and a target', () => {
  const { plan, run } = single(
    'poison: null\nevaluate: { asr: { trigger: { kind: blended }, target: banana } }',
  );
  expect(stageOf<'evaluate'>(plan, run, 'evaluate').config.evaluation.asr).toEqual({
    trigger: { kind: 'blended', opacity: 0.2 },
    target: 'banana',
    copies: 1,
    redraw: false,
    seed: 0,
  });
});

test('without cleaning a run ends with the evaluation of the pre-training', () => {
  const { run } = single('clean: null');
  expect(Object.keys(run.stages)).toEqual(['train', 'test', 'poison', 'pretrain', 'evaluate']);
});

describe('only what a stage depends on enters its configuration', () => {
  test('a loss of weight 0 is no loss, and no loss on copies needs no augmentation', () => {
    const { plan, run } = single('clean: { objective: { mmcl: 1, ssl: 0 }, augment: { text: none } }');
    const { config } = stageOf<'clean'>(plan, run, 'clean');
    expect(config.objective).toEqual({ mmcl: 1 });
    expect(config.augment).toBeNull();
  });

  test('templates of poisoned captions default to those of the zero-shot classifier', () => {
    const { plan, run } = single('');
    expect(stageOf<'poison'>(plan, run, 'poison').config.templates).toEqual(['a photo of a {}.']);
  });

  test('label-consistent poison keeps its captions and needs no templates', () => {
    const { plan, run } = single('poison: { labels: consistent }');
    expect(stageOf<'poison'>(plan, run, 'poison').config.templates).toEqual([]);
  });

  test('seeds default to the seed of the experiment, those of data sets do not', () => {
    const { plan, run } = single('seed: 9\npretrain: { seed: 4 }');
    expect(stageOf<'poison'>(plan, run, 'poison').config.seed).toBe(9);
    expect(stageOf<'pretrain'>(plan, run, 'pretrain').config.seed).toBe(4);
    expect(stageOf<'clean'>(plan, run, 'clean').config.seed).toBe(9);
    expect(stageOf<'subset'>(plan, run, 'cleaning-set').config.seed).toBe(9);
    expect(stageOf<'dataset'>(plan, run, 'train').config.source).toMatchObject({ seed: 0 });
  });

  test('the last epoch by its number is the last epoch', () => {
    const last = single('clean: { from: last }');
    const tenth = single('clean: { from: 10 }');
    expect(tenth.run.stages.clean).toBe(last.run.stages.clean);
    expect(single('clean: { from: 9 }').run.stages.clean).not.toBe(last.run.stages.clean);
  });
});

test('a pre-training keeps the epochs that cleanings start from', () => {
  const plan = planOver('ablations: [{ name: a, matrix: { clean.from: [last, 3, 7] } }]');
  const pretrain = plan.stages.find((stage) => stage.kind === 'pretrain')!;
  expect(pretrain.locals).toEqual({
    checkpoint_minutes: 10,
    keep_last: 2,
    keep_epochs: [3, 7, 10],
    evaluation_batch: 100,
  });
  expect(plan.stages.filter((stage) => stage.kind === 'pretrain')).toHaveLength(1);
});

test('equal work is one stage, across runs and ablations', () => {
  const plan = planOver(`
ablations:
  - name: a
    matrix: { clean.optimizer.lr: [1e-3, 1e-4] }
  - name: b
    matrix: { clean.optimizer.lr: [0.0001, 1.0e-5] }`);
  expect(plan.runs).toHaveLength(4);
  expect(plan.runs[1]!.stages.clean).toBe(plan.runs[2]!.stages.clean);
  expect(plan.stages.filter((stage) => stage.kind === 'clean')).toHaveLength(3);
  expect(plan.stages.filter((stage) => stage.kind !== 'clean')).toHaveLength(6);
});

describe('files', () => {
  const csv = 'datasets: { train: { kind: csv, path: data/train.csv, resolution: 32 } }';
  const over = (text: string, files: Record<string, string>, folder = '/study') => {
    const plan = planOver(text, { files, folder });
    return stageOf<'dataset'>(plan, plan.runs[0]!, 'train');
  };

  test('enter by their content; their paths are for the machine only', () => {
    const stage = over(csv, { '/study/data/train.csv': 'image,caption\n' });
    expect(stage.config.source).not.toHaveProperty('path');
    // printf 'image,caption\n' | sha256sum
    expect(stage.config.files).toEqual({
      path: '8ae27bb37fa4fbc6272962f12f80b46aabfd279c58f96111792391a48b5181d1',
    });
    expect(stage.locals).toEqual({ paths: { path: '/study/data/train.csv' } });
  });

  test('moved or renamed are the same work, changed are not', () => {
    const here = over(csv, { '/study/data/train.csv': 'image,caption\n' });
    const moved = over(csv.replace('data/train.csv', '../other/pairs.csv'), {
      '/other/pairs.csv': 'image,caption\n',
    });
    const changed = over(csv, { '/study/data/train.csv': 'image,caption\na.png,a\n' });
    expect(moved.key).toBe(here.key);
    expect(changed.key).not.toBe(here.key);
  });

  test('are named relative to the file that names them, or to the working folder from the command line', () => {
    const template = 'datasets: { train: { kind: csv, path: train.csv, root: pictures, resolution: 32 } }';
    const files = {
      'base.yaml': baseText,
      'templates/data.yaml': template,
      'experiments/x.yaml': 'extends: [../base.yaml, ../templates/data.yaml]\nname: x',
      '/study/templates/train.csv': 'image,caption\n',
    };
    const options = { folder: '/study', set: ['datasets.train.root=elsewhere'] };
    const { plan } = compile(memoryHost(files), 'experiments/x.yaml', options);
    expect(stageOf(plan!, plan!.runs[0]!, 'train').locals).toEqual({
      paths: { path: '/study/templates/train.csv', root: '/study/elsewhere' },
    });
  });

  test('that are not there are told; a plan can be looked at without them, but not run', () => {
    const looked = planOver(csv);
    expect(looked.runs).toHaveLength(1);
    expect(() => planOver(csv, { missingFiles: 'error' })).toThrow(
      'EXPC001 the data file `/study/data/train.csv` does not exist',
    );
  });
});
