import type { ScatterFigure, TableFigure } from '../../schema/generated/resolved.js';
import type { Results } from '../results/types.js';
import { cells } from '../table/cells.js';
import { computeTable } from '../table/compute.js';
import { tableAsText } from '../table/text.js';

const table: TableFigure = {
  kind: 'table',
  name: 'best',
  min_points: 1,
  points: 'all',
  accuracy: 'accuracy.top1',
  asr: 'asr.top1',
  rows: ['dataset', 'cleaning_size', 'left', 'pretraining', 'cleaning', 'part'],
  asr_limits: [5, 10],
  columns: ['start', 'best', 'drop', 'extremes', 'counts'],
  decimals: 3,
  labels: {
    cleaning_size: 'cleaning pairs',
    left: 'poisons left',
    pretraining: 'pre-training',
    part: 'runs of',
  },
};

/** The study's table over all evaluations, and over the ends of epochs alone, as text. */
export function publishedTables(results: Results): string[] {
  const titles = {
    all: 'Best models of every evaluation',
    'epoch-ends': 'Best models at the ends of epochs',
  } as const;
  return (['all', 'epoch-ends'] as const).map((points) =>
    tableAsText(cells(computeTable(results, { ...table, points })), titles[points]),
  );
}

const scatter: Omit<ScatterFigure, 'name'> = {
  kind: 'scatter',
  min_points: 1,
  points: 'all',
  asr_limit: 5,
  x: 'asr.top1',
  y: 'accuracy.top1',
  facet: 'pretraining',
  series: 'cleaning',
  start_model: true,
  seeds: 'pooled',
  formats: ['png', 'svg', 'pdf'],
  labels: {
    pretraining: 'pre-training',
    cleaning_size: 'cleaning pairs',
    left: 'poisons in the cleaning set',
  },
  width: 340,
  height: 300,
};

const clean = { cleaning_size: 100_000, left: 0 };
/** As in the study, of all numbers of poisons only some are shown. */
const poisoned = { cleaning: 'MMCL+SSL', cleaning_size: 100_000, left: [0, 5, 10] };

/** The study's figures that can be drawn from what it published. */
export const publishedFigures: readonly ScatterFigure[] = [
  { ...scatter, name: 'cc3m', where: { dataset: 'CC3M', ...clean } },
  { ...scatter, name: 'cc6m', where: { dataset: 'CC6M', ...clean } },
  { ...scatter, name: 'cc3m-poisoned-cleaning', where: { dataset: 'CC3M', ...poisoned }, series: 'left' },
  { ...scatter, name: 'cc6m-poisoned-cleaning', where: { dataset: 'CC6M', ...poisoned }, series: 'left' },
  {
    ...scatter,
    name: 'cc6m-200k',
    where: { dataset: 'CC6M', pretraining: 'MMCL+SSL', left: 0 },
    facet: 'cleaning_size',
  },
];
