import { spread } from '../best.js';
import { metricName } from '../caption.js';
import { axisText, labelText } from '../labels.js';
import { labelAt } from '../select.js';
import type { Best, SeedRow, TableModel, TableRow } from './compute.js';

/** A table as texts, ready to be laid out for a terminal, Markdown or LaTeX. */
export interface Grid {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Sentences that belong under the table. */
  readonly notes: readonly string[];
}

export interface GridColumn {
  /** What a few neighbouring columns have in common; empty for none. */
  readonly group: string;
  readonly name: string;
  readonly align: 'left' | 'right';
}

interface Column extends GridColumn {
  cell(row: TableRow): string;
}

/** Writes the numbers of a table as texts, in percent, averaged over seeds. */
export function cells(model: TableModel): Grid {
  const columns = columnsOf(model);
  const seeds = Math.max(0, ...model.rows.map((row) => row.seeds.length));
  const spreadNote = `Mean ± standard deviation of the best model of each of ${seeds} seeds.`;
  return {
    columns: columns.map(({ group, name, align }) => ({ group, name, align })),
    rows: model.rows.map((row) => columns.map((column) => column.cell(row))),
    notes: [...(seeds > 1 ? [spreadNote] : []), ...model.caption],
  };
}

function columnsOf(model: TableModel): Column[] {
  const { figure } = model;
  const wanted = new Set(figure.columns);
  const labels = model.axes.map((axis, i) => ({
    group: '',
    name: axisText(axis, figure.labels),
    align: 'left' as const,
    cell: (row: TableRow) => labelText(row.labels[i]!, figure.labels, axis),
  }));
  return [
    ...labels,
    ...(wanted.has('start') ? startColumns(model) : []),
    ...figure.asr_limits.flatMap((_, i) => limitColumns(model, i)),
    ...(wanted.has('extremes') ? extremeColumns(model) : []),
    ...(wanted.has('counts') ? countColumns : []),
  ];
}

function startColumns({ figure }: TableModel): Column[] {
  const range = (row: TableRow, of: 'accuracy' | 'asr') => {
    const values = row.seeds.flatMap(({ starts }) => starts.map((start) => start[of]));
    if (row.seeds.every(({ starts }) => starts.length <= 1)) return percent(values, figure.decimals) ?? '-';
    return `${fixed(Math.min(...values), figure.decimals)} to ${fixed(Math.max(...values), figure.decimals)}`;
  };
  return [
    number('start model', `${metricName(figure.accuracy)} %`, (row) => range(row, 'accuracy')),
    number('start model', `${metricName(figure.asr)} %`, (row) => range(row, 'asr')),
  ];
}

function limitColumns(model: TableModel, index: number): Column[] {
  const { figure } = model;
  const wanted = new Set(figure.columns);
  const group = `best with ${metricName(figure.asr)} ≤ ${figure.asr_limits[index]} %`;
  const found = (row: TableRow) => row.seeds.flatMap(({ best }) => best[index] ?? []);
  const value = (of: (best: Best) => number | null, decimals: number) => (row: TableRow) =>
    percent(
      found(row).flatMap((best) => of(best) ?? []),
      decimals,
    ) ?? '-';
  const accuracy = (row: TableRow) => {
    const best = found(row);
    if (best.length === 0) return 'none';
    const text = value((b) => b.accuracy, figure.decimals)(row);
    return best.length === row.seeds.length ? text : `${text} (${best.length} of ${row.seeds.length} seeds)`;
  };
  return [
    ...(wanted.has('best')
      ? [
          number(group, `${metricName(figure.accuracy)} %`, accuracy),
          number(
            group,
            `${metricName(figure.asr)} %`,
            value((best) => best.asr, figure.decimals),
          ),
        ]
      : []),
    ...(wanted.has('drop')
      ? [
          number(
            group,
            'drop, points',
            value((best) => best.drop, figure.decimals),
          ),
          number(
            group,
            'drop, %',
            value((best) => best.relativeDrop, 1),
          ),
        ]
      : []),
    ...(wanted.has('where') ? whereColumns(model, group, found) : []),
  ];
}

function whereColumns(model: TableModel, group: string, found: (row: TableRow) => Best[]): Column[] {
  const { swept, figure } = model;
  const label = (best: Best, axis: string) => labelText(labelAt(best.run, axis), figure.labels, axis);
  const listed = (texts: string[]) => (texts.length === 0 ? '-' : texts.join(', '));
  return [
    number(group, 'epoch', (row) =>
      listed(found(row).map(({ epoch }) => (epoch === null ? '?' : String(Number(epoch.toFixed(2)))))),
    ),
    ...swept.map((axis) =>
      number(group, axisText(axis, figure.labels), (row) =>
        listed(found(row).map((best) => label(best, axis))),
      ),
    ),
  ];
}

function extremeColumns({ figure }: TableModel): Column[] {
  const value = (of: (extremes: NonNullable<SeedRow['extremes']>) => number) => (row: TableRow) =>
    percent(
      row.seeds.flatMap(({ extremes }) => (extremes === null ? [] : [of(extremes)])),
      figure.decimals,
    ) ?? '-';
  return [
    number(
      'highest',
      `${metricName(figure.accuracy)} %`,
      value((extremes) => extremes.highestAccuracy),
    ),
    number(
      'lowest',
      `${metricName(figure.asr)} %`,
      value((extremes) => extremes.lowestAsr),
    ),
  ];
}

const countColumns: Column[] = [
  number('', 'runs', ({ seeds }) =>
    seeds.some(({ runs }) => runs === null) ? '?' : String(sum(seeds.map(({ runs }) => runs!))),
  ),
  number('', 'points', ({ seeds }) => String(sum(seeds.map(({ points }) => points)))),
];

function number(group: string, name: string, cell: Column['cell']): Column {
  return { group, name, align: 'right', cell };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** `44.10`, or `44.10 ± 0.82` of several values; null of none. */
function percent(values: readonly number[], decimals: number): string | null {
  const result = spread(values);
  if (result === null) return null;
  const mean = fixed(result.mean, decimals);
  return result.sd === null ? mean : `${mean} ± ${fixed(result.sd, decimals)}`;
}

/** A fraction in percent. Never `-0.00`. */
function fixed(fraction: number, decimals: number): string {
  const text = (fraction * 100).toFixed(decimals);
  return Number(text) === 0 ? text.replace('-', '') : text;
}
