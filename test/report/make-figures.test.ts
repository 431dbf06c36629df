import {
  appendFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { figuresFolder, makeFigures } from '../../report/make-figures.js';
import type { Figure } from '../../schema/generated/resolved.js';
import { makeExperiment, metricsLine, study, type Made } from './support/experiment.js';
import { scatter, table } from './support/figures.js';

const figures: Figure[] = [
  scatter({ name: 'asr-accuracy', facet: 'objective', series: 'cleaning' }),
  table({ name: 'best' }),
];

let made: Made;
beforeEach(() => (made = makeExperiment(study([0]), figures)));
const make = (only?: string[]) => makeFigures(made.plan, made.outputs, only === undefined ? {} : { only });
const redrawn = async () => (await make()).figures.map((figure) => [figure.name, figure.redrawn]);
const folder = () => figuresFolder(made.outputs, 'made');

describe('makeFigures', () => {
  it('writes every figure as files for print, for a restyle and for a calculation', async () => {
    const { figures: drawn, notices } = await make();
    expect(notices).toEqual([]);
    expect(drawn.map(({ name, kind, files }) => [name, kind, files.map((file) => basename(file))])).toEqual([
      [
        'asr-accuracy',
        'scatter',
        ['png', 'svg', 'vl.json', 'csv', 'caption.txt'].map((end) => `asr-accuracy.${end}`),
      ],
      ['best', 'table', ['txt', 'md', 'csv', 'tex'].map((end) => `best.${end}`)],
    ]);
    for (const { files } of drawn) for (const file of files) expect(statSync(file).size).toBeGreaterThan(50);
    expect(readdirSync(folder()).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    const spec = JSON.parse(readFileSync(join(folder(), 'asr-accuracy.vl.json'), 'utf8')) as {
      $schema: string;
    };
    expect(spec.$schema).toContain('vega-lite');
  });

  it('hands out the table as text', async () => {
    const { figures: drawn } = await make(['best']);
    expect(drawn).toHaveLength(1);
    expect(drawn[0]!.text).toBe(readFileSync(join(folder(), 'best.txt'), 'utf8'));
    expect(drawn[0]!.text).toContain('mmcl+ssl   CleanCLIP');
  });

  it('draws again only what shows something new', async () => {
    expect(await redrawn()).toEqual([['asr-accuracy', true], ['best', true]]); // prettier-ignore
    expect(await redrawn()).toEqual([['asr-accuracy', false], ['best', false]]); // prettier-ignore
    appendFileSync(made.file('mmcl/CleanCLIP/0.001/0', 'metrics.jsonl'), `${metricsLine([3, 37, 60])}\n`);
    expect(await redrawn()).toEqual([['asr-accuracy', true], ['best', true]]); // prettier-ignore
  });

  it('leaves alone the figures of other runs', async () => {
    const only = (objective: string) => scatter({ name: objective, where: { objective } });
    made = makeExperiment(study([0]), [only('mmcl'), only('mmcl+ssl')]);
    await make();
    appendFileSync(made.file('mmcl/CleanCLIP/0.001/0', 'metrics.jsonl'), `${metricsLine([3, 37, 60])}\n`);
    expect(await redrawn()).toEqual([['mmcl', true], ['mmcl+ssl', false]]); // prettier-ignore
  });

  it('draws again what was deleted, and what is declared in another way', async () => {
    await make();
    rmSync(join(folder(), 'best.tex'));
    expect(await redrawn()).toEqual([['asr-accuracy', false], ['best', true]]); // prettier-ignore
    made = {
      ...made,
      plan: { ...made.plan, figures: [{ ...figures[0]!, title: 'New' }, figures[1]!] },
    };
    expect(await redrawn()).toEqual([['asr-accuracy', true], ['best', false]]); // prettier-ignore
  });

  it('draws everything again when its own record is broken', async () => {
    await make();
    writeFileSync(join(folder(), '.drawn.json'), '{"best":');
    expect(await redrawn()).toEqual([['asr-accuracy', true], ['best', true]]); // prettier-ignore
  });

  it('removes a figure that would show what is not so any more', async () => {
    const [first] = (await make()).figures;
    expect(existsSync(first!.files[0]!)).toBe(true);
    made = { ...made, plan: { ...made.plan, figures: [scatter({ name: 'asr-accuracy', series: 'gone' })] } };
    const { figures: after } = await make();
    expect(after).toMatchObject([{ files: [], notices: [{ code: 'EXPC806', severity: 'error' }] }]);
    expect(readdirSync(folder()).filter((name) => name.startsWith('asr-accuracy'))).toEqual([]);
    expect(readdirSync(folder())).toContain('best.txt');
  });

  it('shows what there is of runs that go on, and says what is missing', async () => {
    const [first, ...rest] = study([0]);
    made = makeExperiment([{ ...first!, clean: [], epochs: 3 }, ...rest], figures);
    const { figures: drawn } = await make();
    for (const { notices, files } of drawn) {
      expect(files).not.toEqual([]);
      expect(notices).toMatchObject([{ code: 'EXPC804', severity: 'warning' }]);
    }
    expect(drawn[0]!.caption).toContain('Preliminary: 1 of 8 runs unfinished.');
  });

  it('makes no picture before anything is measured', async () => {
    made = makeExperiment(
      study([0]).map((run) => ({ ...run, clean: [], epochs: 3 })),
      figures,
    );
    const { figures: drawn } = await make();
    for (const { notices, files } of drawn) {
      expect(files).toEqual([]);
      expect(notices).toMatchObject([{ code: 'EXPC805', severity: 'error' }]);
    }
    expect(existsSync(folder())).toBe(false);
  });

  it('tells of broken lines once, and draws the rest', async () => {
    appendFileSync(made.file('mmcl/CleanCLIP/0.001/0', 'metrics.jsonl'), '{"epoch":3,');
    const { figures: drawn, notices } = await make();
    expect(notices).toMatchObject([{ code: 'EXPC800' }]);
    expect(drawn.every(({ files }) => files.length > 0)).toBe(true);
  });

  it('names the figures there are when asked for another', async () => {
    const { figures: drawn, notices } = await make(['bset']);
    expect(drawn).toEqual([]);
    expect(notices).toMatchObject([
      { code: 'EXPC815', severity: 'error', hint: 'it has `asr-accuracy`, `best`' },
    ]);
  });
});
