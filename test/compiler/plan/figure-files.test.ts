import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../compiler/index.js';
import { memoryHost } from '../../support/memory-host.js';

const base = readFileSync('docs/errors/base.yaml', 'utf8');

function planOf(text: string, files: Readonly<Record<string, string>> = {}) {
  const host = memoryHost({ 'base.yaml': base, 'experiment.yaml': `extends: base.yaml\n${text}`, ...files });
  return compile(host, 'experiment.yaml', { folder: '/there' });
}

describe('the data files of figures', () => {
  const figures =
    'figures: [{ kind: scatter, name: a, reference: [{ path: data/r.csv }, { values: { asr.top1: 1 } }] }]\n';

  it('are named by absolute paths', () => {
    const { plan, diagnostics } = planOf(figures, { '/there/data/r.csv': 'accuracy.top1\n1\n' });
    expect(diagnostics).toEqual([]);
    expect(plan!.figures[0]).toMatchObject({
      reference: [{ path: '/there/data/r.csv' }, { values: { 'asr.top1': 1 } }],
    });
  });

  it('are told of when they are not there', () => {
    const { diagnostics } = planOf(figures);
    expect(diagnostics).toMatchObject([
      { code: 'EXPC001', severity: 'warning', place: { file: 'experiment.yaml' } },
    ]);
  });
});

it('figures and their style are no part of any key', () => {
  const style = 'style: { font_size: 20, marks: { a: { color: red } } }\n';
  const [plain, drawn] = [
    planOf(''),
    planOf(`figures: [{ kind: box, name: a, axis: clean.epochs }]\n${style}`),
  ];
  expect(drawn.plan!.style).toMatchObject({ font_size: 20, opacity: 0.65 });
  expect(plain.plan!.style).toBeUndefined();
  expect(drawn.plan!.stages.map(({ key }) => key)).toEqual(plain.plan!.stages.map(({ key }) => key));
});

it.each([
  ['style: { color: red }', 'EXPC201'],
  ['style: { font_size: 1 }', 'EXPC208'],
  ['style: { marks: { a: { shape: star } } }', 'EXPC205'],
  ['style: { star_color: "rgb(1,2,3)" }', 'EXPC211'],
  ['figures: [{ kind: pie, name: a }]', 'EXPC207'],
  ['figures: [{ kind: bar, name: a }]', 'EXPC202'],
  ['figures: [{ kind: scatter, name: a, seeds: averaged }]', 'EXPC205'],
  ['figures: [{ kind: scatter, name: a, x: "<b>" }]', 'EXPC211'],
])('%s is refused', (text, code) => {
  expect(planOf(text).diagnostics.map((found) => found.code)).toContain(code);
});
