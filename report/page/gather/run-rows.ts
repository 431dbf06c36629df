import type { Plan } from '../../../schema/plan.js';
import { bestUnder, candidates } from '../../best.js';
import { axisText } from '../../labels.js';
import { axisNames, labelAt } from '../../select.js';
import type { Results, RunResult } from '../../results/types.js';

/** A column of the list of runs. */
export interface RunColumn {
  readonly key: string;
  readonly name: string;
  readonly kind: 'text' | 'number' | 'percent';
}

export interface RunRows {
  readonly columns: readonly RunColumn[];
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

const accuracy = 'accuracy.top1';
const asr = 'asr.top1';
export const asrLimit = 5;

/** A line for each run: its labels, how far it is, and what it comes to. Shares are in percent. */
export function runRows(plan: Plan, results: Results): RunRows {
  const axes = axisNames(results.runs);
  const ids = new Map(plan.stages.map(({ key, id }) => [key, id]));
  const columns: RunColumn[] = [
    ...axes.map((axis) => ({
      key: `axis:${axis}`,
      name: axisText(axis),
      kind: axisKind(results.runs, axis),
    })),
    { key: 'state', name: 'state', kind: 'text' },
    { key: 'epoch', name: 'epoch', kind: 'number' },
    { key: 'start_accuracy', name: 'accuracy before', kind: 'percent' },
    { key: 'start_asr', name: 'ASR before', kind: 'percent' },
    { key: 'accuracy', name: 'last accuracy', kind: 'percent' },
    { key: 'asr', name: 'last ASR', kind: 'percent' },
    { key: 'best', name: `best accuracy, ASR ≤ ${asrLimit} %`, kind: 'percent' },
  ];
  const rows = results.runs.map((run) => {
    const last = run.points.at(-1);
    const labels = axes.map((axis) => [`axis:${axis}`, cell(labelAt(run, axis))] as const);
    return {
      name: run.name,
      stage: ids.get(run.work) ?? null,
      ...Object.fromEntries(labels),
      state: run.state,
      epoch: last?.epoch ?? null,
      start_accuracy: percent(run.start?.metrics[accuracy]),
      start_asr: percent(run.start?.metrics[asr]),
      accuracy: percent(last?.metrics[accuracy]),
      asr: percent(last?.metrics[asr]),
      best: percent(bestUnder(candidates([run], 'all', accuracy, asr), asrLimit)?.accuracy),
    };
  });
  const isEmpty = ({ key }: RunColumn) =>
    key !== 'state' && rows.every((row) => (row as Record<string, unknown>)[key] === null);
  return { columns: columns.filter((column) => !isEmpty(column)), rows };
}

/** Evaluations of each run for its own curve: fewer of each where there are many. */
export function runPoints(
  results: Results,
  most: number,
): Readonly<Record<string, string | number | null>>[] {
  const each = Math.max(2, Math.floor(most / Math.max(1, results.runs.length)));
  return results.runs.flatMap((run) =>
    spread(run.points, each).map(({ epoch, metrics }) => ({
      run: run.name,
      epoch,
      accuracy: percent(metrics[accuracy]),
      asr: percent(metrics[asr]),
    })),
  );
}

/** At most `n`, evenly spread, with the first and the last. */
function spread<T>(list: readonly T[], n: number): readonly T[] {
  if (list.length <= n) return list;
  return Array.from({ length: n }, (_, i) => list[Math.round((i * (list.length - 1)) / (n - 1))]!);
}

function axisKind(runs: readonly RunResult[], axis: string): RunColumn['kind'] {
  return runs.every((run) => ['number', 'object'].includes(typeof labelAt(run, axis))) ? 'number' : 'text';
}

const cell = (value: string | number | boolean | null) =>
  typeof value === 'boolean' ? String(value) : value;

function percent(share: number | undefined): number | null {
  return share === undefined ? null : Number((100 * share).toFixed(4));
}
