import { axisText, combinationText, labelText, type Labels } from '../labels.js';
import type { RunResult } from '../results/types.js';
import { axisNames, labelAt } from '../select.js';

/** Runs that share a panel, a colour or a shape, and the text that stands for them. */
export interface Named {
  readonly name: string;
  /** Equal work counts once. */
  readonly runs: readonly RunResult[];
}

export type Axes = string | readonly string[] | undefined;

export const axesOf = (axes: Axes): readonly string[] =>
  axes === undefined ? [] : typeof axes === 'string' ? [axes] : axes;

/** Runs by their labels along some axes, in the order of the runs; without axes all are one group. */
export function named(runs: readonly RunResult[], axes: Axes, labels: Labels = {}, all = ''): Named[] {
  const among = axesOf(axes).includes('run') ? distinct(runs) : runs;
  const groups = new Map<string, Map<string, RunResult>>();
  for (const run of among) {
    const name = nameOf(run, axes, { among, labels, all });
    const group = groups.get(name) ?? new Map<string, RunResult>();
    if (!group.has(run.work)) group.set(run.work, run);
    groups.set(name, group);
  }
  return [...groups].map(([name, members]) => ({ name, runs: [...members.values()] }));
}

interface Naming {
  readonly among: readonly RunResult[];
  readonly labels?: Labels | undefined;
  /** The name where there are no axes. */
  readonly all?: string;
}

/** The text for a run's labels along some axes. */
export function nameOf(run: RunResult, axes: Axes, { among, labels = {}, all = '' }: Naming): string {
  const list = axesOf(axes);
  if (list.length === 0) return all;
  if (list.includes('run')) return runText(run, among, labels);
  return combinationText(
    list,
    list.map((axis) => labelAt(run, axis)),
    labels,
  );
}

/** The title of the panels or legend of some axes; null where every label says it itself. */
export function axesTitle(axes: Axes, labels: Labels = {}): string | null {
  const list = axesOf(axes);
  return list.length !== 1 || list[0] === 'run' ? null : axisText(list[0]!, labels);
}

function distinct(runs: readonly RunResult[]): RunResult[] {
  return [...new Map([...runs].reverse().map((run) => [run.work, run])).values()].reverse();
}

/** A run by the labels that tell it from the others: `lr 0.001, ssl 2`; its name where none does. */
function runText(run: RunResult, among: readonly RunResult[], labels: Labels): string {
  const differing = axisNames(among).filter(
    (axis) => labelAt(run, axis) !== null && new Set(among.map((one) => labelAt(one, axis))).size > 1,
  );
  if (differing.length === 0) return labelText(run.name, labels);
  return differing
    .map((axis) => `${axisText(axis, labels)} ${labelText(labelAt(run, axis), labels, axis)}`)
    .join(', ');
}
