import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/index.js';
import { lossClaim, numberClaims } from '../../../compiler/check/names/claims.js';
import { fileHost } from '../../../cli/host.js';
import { compileOver } from '../../support/compile.js';

const claimed = (name: string): (string | number)[] =>
  numberClaims(name).flatMap(({ noun, value }) => [noun, value]);

describe('what a name states', () => {
  test.each([
    ['lr-1e-4', 'learning rate', 1e-4],
    ['lr_0.001', 'learning rate', 1e-3],
    ['LR=3e-5', 'learning rate', 3e-5],
    ['mmcl-lr1e-4', 'learning rate', 1e-4],
    ['wd-0.5', 'weight decay', 0.5],
    ['weight-decay-10', 'weight decay', 10],
    ['batch-128', 'batch size', 128],
    ['bs64', 'batch size', 64],
    ['100-epochs', 'number of epochs', 100],
    ['epochs_20', 'number of epochs', 20],
    ['25-poisons', 'number of poisoned pairs', 25],
    ['200k-pairs', 'number of pairs', 200_000],
    ['200k', 'number', 200_000],
    ['1.5k', 'number', 1500],
    ['warmup-50', 'warm-up', 50],
  ])('%s: a %s of %d', (name, noun, value) => {
    expect(claimed(name)).toEqual([noun, value]);
  });

  test.each([
    ...[
      'main',
      'run-2',
      'cc3m',
      'cc6m-200',
      'rn50x4',
      'vit-b32',
      'imagenet-1k',
      'siglip-400m',
      'seed-3',
      'mmcl-1',
    ],
    ...[
      'lr',
      'rates',
      'lr-high',
      'epoch-ends',
      'k-means',
      '400m',
      '3d',
      'heavy-decay',
      'lrs-1-2',
      'poison-count',
    ],
  ])('%s: nothing', (name) => {
    expect(claimed(name)).toEqual([]);
  });

  test('losses alone, in any order', () => {
    const losses = ['mmcl', 'ssl', 'siglip'];
    expect(lossClaim('mmcl+ssl', losses)).toEqual(['mmcl', 'ssl']);
    expect(lossClaim('SSL+MMCL', losses)).toEqual(['mmcl', 'ssl']);
    expect(lossClaim('mmcl', losses)).toEqual(['mmcl']);
    for (const name of ['cleanclip', 'mmcl-high', 'mmcl+', 'mmcl+mmcl', 'both'])
      expect(lossClaim(name, losses)).toBeNull();
  });
});

function told(text: string): string[] {
  const { diagnostics } = compileOver(text, { files: { 'mmcl.pt': 'a', 'mmcl_ssl.pt': 'b' } });
  return diagnostics
    .filter(({ code }) => code !== 'EXPC001')
    .map(({ code, message }) => `${code} ${message}`);
}

const ablation = (name: string, body: string): string => `ablations: [{ name: ${name}, ${body} }]`;
const variants = (text: string): string => ablation('some', `matrix: { it: { ${text} } }`);

describe('a name that is not true', () => {
  test.each([
    [
      variants('lr-1e-4: { clean.optimizer.lr: 1e-3 }, other: {}'),
      'EXPC420 the variant `lr-1e-4` seems to claim a learning rate of 1e-4, but `pretrain.optimizer.lr` is 1e-3, `clean.optimizer.lr` is 1e-3',
    ],
    [
      variants('20-epochs: { clean.epochs: 2 }, other: {}'),
      'EXPC420 the variant `20-epochs` seems to claim a number of epochs of 20, but `pretrain.epochs` is 10, `clean.epochs` is 2',
    ],
    [
      ablation('200k', 'set: { clean.data.size: 2000 }, matrix: { clean.seed: [1, 2] }'),
      'EXPC420 the ablation `200k` seems to claim 200000 of something, but no value of its runs is that',
    ],
    [
      ablation('wd-10', 'matrix: { clean.optimizer.weight_decay: [1, 2] }'),
      'EXPC420 the ablation `wd-10` seems to claim a weight decay of 10, but `pretrain.optimizer.weight_decay` is 0.1, `clean.optimizer.weight_decay` is 1, `clean.optimizer.weight_decay` is 2',
    ],
    [
      variants('mmcl: { clean.objective: { ssl: 2 } }, mmcl+ssl: {}'),
      'EXPC420 the variant `mmcl` of `it` seems to claim other losses than it has',
    ],
    [
      variants('siglip: { clean.objective: { mmcl: 1, ssl: 2 } }, none: {}'),
      'EXPC420 the variant `siglip` of `it` seems to claim other losses than it has',
    ],
    [
      variants(
        'mmcl: { clean.from: { kind: weights, path: mmcl_ssl.pt } }, mmcl+ssl: { clean.from: { kind: weights, path: mmcl.pt } }',
      ),
      'EXPC420 the variants `mmcl` and `mmcl+ssl` seem to have their starts swapped',
    ],
  ])('%s', (text, message) => {
    expect(told(text)).toEqual([message]);
  });
});

describe('a name that is true, or states nothing', () => {
  test.each([
    variants('lr-1e-3: { clean.optimizer.lr: 0.001 }, lr-1e-4: { clean.optimizer.lr: 1e-4 }'),
    // Another axis may set it.
    ablation(
      'some',
      'matrix: { it: { lr-1e-5: { clean.seed: 1 }, x: {} }, clean.optimizer.lr: [1e-5, 1e-6] }',
    ),
    ablation('10-epochs', 'matrix: { clean.epochs: [1, 10] }'),
    // A default.
    ablation('wd-0.1', 'matrix: { clean.seed: [1, 2] }'),
    ablation('2k', 'set: { clean.data.size: 2000 }, matrix: { clean.seed: [1, 2] }'),
    variants(
      'mmcl: { pretrain.objective: { mmcl: 1 } }, mmcl+ssl: { pretrain.objective: { mmcl: 1, ssl: 1 } }',
    ),
    variants('mmcl: { clean.objective: { ssl: 0 } }, ssl: { clean.objective: { mmcl: 0 } }'),
    // What is added to the others.
    variants('none: {}, siglip: { clean.objective.siglip: 1 }'),
    // Losses of which the variant says nothing.
    variants('mmcl: { clean.seed: 1 }, ssl: { clean.seed: 2 }'),
    variants(
      'mmcl: { clean.from: { kind: weights, path: mmcl.pt } }, mmcl+ssl: { clean.from: { kind: weights, path: mmcl_ssl.pt } }',
    ),
  ])('%s', (text) => {
    expect(told(text)).toEqual([]);
  });

  test('as all names of the experiments that come with the project', () => {
    const files = ['experiments', 'experiments/paper'].flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => `${folder}/${name}`),
    );
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) {
      const { diagnostics } = compile(fileHost(), file, { folder: process.cwd() });
      expect(diagnostics.filter(({ code }) => code !== 'EXPC001')).toEqual([]);
    }
  });
});
