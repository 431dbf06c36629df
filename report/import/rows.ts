import { metricProblem } from '../results/metrics-file.js';
import { count, error, warning, type Notice } from '../notice.js';
import type { AxisValue } from '../../schema/plan.js';
import type { Point } from '../results/types.js';
import type { ImportedRun } from './imported.js';

/** One evaluation of another tool: a row of a file. */
export interface Row {
  readonly line: number;
  /** Its run's name; null where the parameters alone tell runs apart. */
  readonly run: string | null;
  readonly epoch: number | null;
  readonly step: number | null;
  /** When it was measured, by ISO 8601. */
  readonly made?: string | null;
  /** Metric -> the text or number that was found. */
  readonly metrics: Readonly<Record<string, unknown>>;
  readonly parameters: Readonly<Record<string, AxisValue>>;
}

export interface RowOptions {
  /** Metrics are in percent; the default is shares of 0..1. */
  readonly percent?: boolean;
  /** The experiment whose figures may show the runs. */
  readonly experiment?: string;
  readonly ablation?: string;
}

/**
 * Rows as runs: rows of one run, or with the same parameters, belong together. A value that is no number, or a share
 * outside 0..1, leaves a gap and a notice; two rows of one place with different values are told.
 */
export function runsOfRows(
  rows: readonly Row[],
  file: string,
  options: RowOptions,
  notices: Notice[],
): ImportedRun[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row.run ?? JSON.stringify(row.parameters);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const runs = [...groups.values()].map((group) => runOf(group, file, options, notices));
  const scale = Math.max(
    0,
    ...runs.flatMap(({ points }) => points.flatMap(({ metrics }) => Object.values(metrics))),
  );
  if (options.percent !== true && runs.length > 0 && runs.every(({ points }) => points.every((p) => Object.keys(p.metrics).length === 0)))
    notices.push(error('badImport', `none of ${count(rows.length, 'row')} has a metric that can be read`, {
      place: { file, line: null },
      hint: 'shares are 0..1; say `--percent` when they are in percent',
    })); // prettier-ignore
  if (options.percent === true && scale > 0 && scale <= 0.01)
    notices.push(
      warning('badImport', 'no metric is above 1 %: are they really in percent?', {
        place: { file, line: null },
      }),
    );
  return runs;
}

function runOf(rows: readonly Row[], file: string, options: RowOptions, notices: Notice[]): ImportedRun {
  const [first] = rows as readonly [Row];
  const points = new Map<string, { point: Point; line: number }>();
  for (const row of rows) {
    const point = { epoch: row.epoch, step: row.step, metrics: metricsOf(row, file, options, notices) };
    const place = row.epoch === null && row.step === null ? `line ${row.line}` : `${row.epoch}/${row.step}`;
    const before = points.get(place);
    if (before !== undefined && JSON.stringify(before.point) !== JSON.stringify(point))
      notices.push(
        warning(
          'repeatedEvaluation',
          `epoch ${row.epoch ?? row.step} stands in line ${before.line} too, with other values; the later ones count`,
          {
            place: { file, line: row.line },
          },
        ),
      );
    points.set(place, { point, line: row.line });
  }
  const name = first.run ?? Object.values(first.parameters).map(String).join('/');
  const ordered = [...points.values()].map(({ point }) => point);
  ordered.sort((a, b) => (a.epoch ?? a.step ?? 0) - (b.epoch ?? b.step ?? 0));
  const start = ordered.find(({ epoch }) => epoch === 0);
  const made = newest(rows);
  return {
    name,
    experiment: options.experiment ?? null,
    ablation: options.ablation ?? null,
    axes: differing(rows, first.parameters),
    parameters: first.parameters,
    work: `${file}/${name}`,
    state: 'done',
    ...(made === undefined ? {} : { made }),
    // Nothing else says which runs start from one model.
    start: start === undefined ? null : { id: JSON.stringify(start.metrics), metrics: start.metrics },
    points: ordered,
    definitions: {},
    merged: ordered.every(({ epoch, step }) => epoch === null && step === null),
  };
}

/** When the last of some rows was measured. */
function newest(rows: readonly Row[]): string | undefined {
  const moments = rows.map(({ made }) => Date.parse(made ?? '')).filter((moment) => !Number.isNaN(moment));
  return moments.length === 0 ? undefined : new Date(Math.max(...moments)).toISOString();
}

/** What is the same in all rows of a run. */
function differing(rows: readonly Row[], first: Row['parameters']): Record<string, AxisValue> {
  return Object.fromEntries(
    Object.entries(first).filter(([name, value]) =>
      rows.every(({ parameters }) => parameters[name] === value),
    ),
  );
}

function metricsOf(
  row: Row,
  file: string,
  { percent }: RowOptions,
  notices: Notice[],
): Record<string, number> {
  const kept: Record<string, number> = {};
  for (const [name, found] of Object.entries(row.metrics)) {
    if (found === '' || found === null || found === undefined) continue;
    const value = typeof found === 'number' ? found : typeof found === 'string' ? Number(found) : Number.NaN;
    const share = percent === true ? value / 100 : value;
    const wrong = metricProblem(name, share);
    if (wrong === null) kept[name] = share;
    else
      notices.push(
        warning('badMetric', `\`${name}\` is ${JSON.stringify(found)}, ${wrong}; it is left out`, {
          place: { file, line: row.line },
        }),
      );
  }
  return kept;
}
