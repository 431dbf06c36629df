import type { TableFigure } from '../../schema/generated/resolved.js';
import { cells } from '../table/cells.js';
import { computeTable } from '../table/compute.js';
import { tableAsText } from '../table/text.js';
import type { Imported } from './imported.js';

const table: TableFigure = {
  kind: 'table',
  name: 'best',
  min_points: 1,
  points: 'all',
  accuracy: 'accuracy.top1',
  asr: 'asr.top1',
  rows: ['dataset', 'clean.data.size', 'clean.data.poisons', 'pretraining', 'cleaning', 'part'],
  asr_limits: [5, 10],
  columns: ['start', 'best', 'drop', 'extremes', 'counts'],
  decimals: 3,
  labels: {
    'clean.data.size': 'cleaning pairs',
    'clean.data.poisons': 'poisons left',
    pretraining: 'pre-training',
    part: 'runs of',
  },
};

/** The study's table over all evaluations, and over the ends of epochs alone, as text. */
export function publishedTables({ runs }: Imported): string[] {
  const results = { experiment: 'published', title: null, runs, notices: [] };
  const titles = {
    all: 'Best models of every evaluation',
    'epoch-ends': 'Best models at the ends of epochs',
  } as const;
  return (['all', 'epoch-ends'] as const).map((points) =>
    tableAsText(cells(computeTable(results, { ...table, points })), titles[points]),
  );
}
