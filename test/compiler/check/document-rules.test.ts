import { describe, expect, test } from 'vitest';
import { axisNames } from '../../../compiler/check/rules/figures-refer.js';
import { checkOver, map } from '../../support/language.js';

const over = (text: string) => checkOver(text).found.map((line) => line.replace('experiment.yaml:', ''));

describe('augmentation', () => {
  const augment = 'pretrain: { augment: { text: none } }\n';
  test('without any weight on ssl has no effect', () => {
    expect(over(augment)).toEqual([
      'EXPC406 2:13 `pretrain.augment` has no effect: no run gives `ssl` a weight',
    ]);
  });
  test.each([
    'pretrain: { objective: { ssl: 2 }, augment: { text: none } }\n',
    `${augment}ablations: [{ name: a, matrix: { pretrain.objective.ssl: [0, 1] } }]\n`,
    `${augment}ablations: [{ name: a, matrix: { o: { x: { pretrain.objective: { ssl: 1 } }, y: {} } } }]\n`,
    'clean: { augment: { text: none } }\n',
  ])('has one in %j', (text) => {
    expect(over(text)).toEqual([]);
  });
});

describe('options of a loss', () => {
  test.each(['siglip: { form: study }', 'clustering: { clusters: 9 }'])('without its weight, %s', (text) => {
    const options = text.split(':')[0]!;
    expect(over(`clean: { ${text} }\n`)).toEqual([
      `EXPC424 2:10 \`clean.${options}\` has no effect: no run gives \`${options}\` a weight`,
    ]);
    expect(over(`clean: { objective: { ${options}: 1 }, ${text} }\n`)).toEqual([]);
  });
});

describe('the supervised head', () => {
  const measured = 'evaluate: { supervised: true }\n';
  test('is not there to measure without its loss', () => {
    expect(over(measured)).toEqual([
      'EXPC424 2:13 `evaluate.supervised` measures nothing: no run gives `supervised` a weight, so there is no head',
    ]);
    expect(over('evaluate: { supervised: false }\n')).toEqual([]);
  });
  test.each([
    `${measured}clean: { objective: { supervised: 1 } }\n`,
    `${measured}pretrain: { objective: { supervised: 1 } }\n`,
    `${measured}ablations: [{ name: a, matrix: { how: { x: { clean.objective: { supervised: 1 } }, y: {} } } }]\n`,
  ])('is there in %j', (text) => {
    expect(over(text)).toEqual([]);
  });
});

describe('figures', () => {
  const ablations = 'ablations: [{ name: rates, matrix: { clean.epochs: [1, 2] }, seeds: [0, 1] }]\n';
  test.each([
    'figures: [{ kind: scatter, name: a, ablation: rates, facet: clean.epochs, series: seed }]',
    'figures: [{ kind: scatter, name: a, where: { clean.epochs: 1 } }, { kind: table, name: b, rows: [seed] }]',
    'figures: [{ kind: scatter, name: a, facet: [clean.epochs, seed], where: { ablation: [rates] } }]',
    'figures: [{ kind: trajectory, name: a, facet: run, order: [clean.data.size], rule: asr <= 5 }]',
    'figures: [{ kind: bar, name: a, axis: clean.epochs, series: poison.count }]',
    'figures: [{ kind: heatmap, name: a, x: clean.epochs, y: pretrain.optimizer.lr }]',
  ])('%s', (text) => {
    expect(over(ablations + text)).toEqual([]);
  });
  test.each([
    ['figures: [{ kind: scatter, name: a, ablation: rate }]', 'EXPC401 3:47 there is no ablation `rate`'],
    ['figures: [{ kind: scatter, name: a, facet: epochs }]', 'EXPC505 3:44 no ablation has an axis `epochs`'],
    [
      'figures: [{ kind: table, name: a, ablation: rates, where: { seeds: 1 } }]',
      'EXPC505 3:61 ablation `rates` has no axis `seeds`',
    ],
    [
      'figures: [{ kind: scatter, name: a, exclude: [{ ablation: [rates, rats] }] }]',
      'EXPC401 3:67 there is no ablation `rats`',
    ],
    [
      'figures: [{ kind: scatter, name: a, color: clean.epoch }]',
      'EXPC505 3:44 no ablation has an axis `clean.epoch`',
    ],
    ['figures: [{ kind: heatmap, name: a, x: seed, y: lr }]', 'EXPC505 3:49 no ablation has an axis `lr`'],
    [
      'figures: [{ kind: scatter, name: a, reference: [{ values: { asr.top1: 1 }, where: { lr: 1 } }] }]',
      'EXPC505 3:85 no ablation has an axis `lr`',
    ],
    [
      'figures: [{ kind: scatter, name: a, facet: [clean.epochs, epochs] }]',
      'EXPC505 3:59 no ablation has an axis `epochs`',
    ],
    [
      'figures: [{ kind: scatter, name: a, rule: "asr <= 5, best" }]',
      'EXPC521 3:43 the rule `asr <= 5, best` is not understood at `best`',
    ],
    [
      'figures: [{ kind: scatter, name: a }, { kind: scatter, name: a }]',
      'EXPC503 3:62 two figures are called `a`',
    ],
  ])('%s', (text, message) => {
    expect(over(ablations + text)).toEqual([message]);
  });
});

test('the axes of an ablation are those of its matrix, zip, grids and seeds', () => {
  const ablation = map(
    'matrix: { a: [1] }\nzip: { b: { c: [1] } }\ngrids: [{ matrix: { d: [1] } }]\nseeds: [0]',
  );
  expect(axisNames(ablation)).toEqual(['a', 'b', 'd', 'seed']);
});
