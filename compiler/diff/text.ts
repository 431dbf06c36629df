import type { Run } from '../../schema/plan.js';
import { columns, count } from '../emit/columns.js';
import { labelText, numberText } from '../expand/label.js';
import { isSame, type Difference, type ParameterDifference } from './difference.js';

/** What a role is called in a comparison. */
export const roleNames: Readonly<Record<ParameterDifference['role'], string>> = {
  execution: 'execution',
  train: 'training data',
  test: 'test data',
  poison: 'poison',
  pretrain: 'pre-training',
  evaluate: 'evaluation',
  'cleaning-set': 'cleaning data',
  'cleaning-poison': 'poison in the cleaning data',
  clean: 'cleaning',
};

const mostValues = 8;
const mostRuns = 5;

/** A comparison for a terminal. */
export function differenceText(difference: Difference): string {
  const { a, b, axes, results, operational, runs, stages } = difference;
  const parts = [`A  ${a.name}: ${count(a.runs, 'run')}\nB  ${b.name}: ${count(b.runs, 'run')}\n`];
  if (axes.length > 0)
    parts.push(
      `axes\n${columns(
        axes.map(({ axis, onlyA, onlyB, both }) => [
          axis,
          [
            ...(onlyA.length > 0 ? [`only in A: ${list(onlyA.map(labelText))}`] : []),
            ...(onlyB.length > 0 ? [`only in B: ${list(onlyB.map(labelText))}`] : []),
            ...(both.length > 0 ? [`in both: ${list(both.map(labelText))}`] : []),
          ].join('; '),
        ]),
        '  ',
      )}`,
    );
  if (results.length > 0) parts.push(`what changes results\n${parameterTable(results)}`);
  if (operational.length > 0) parts.push(`what does not change results\n${parameterTable(operational)}`);
  if (isSame(difference)) parts.push('both do the same work\n');
  parts.push(runsText(runs), `${stagesText(stages)}\n`);
  return parts.join('\n');
}

/** Rows by the part of a run they belong to. */
function parameterTable(parameters: readonly ParameterDifference[]): string {
  const byRole = new Map<ParameterDifference['role'], ParameterDifference[]>();
  for (const one of parameters) byRole.set(one.role, [...(byRole.get(one.role) ?? []), one]);
  return [...byRole]
    .map(([role, some]) => {
      const rows = some.map((one) => [one.path, ...valueCells(one)]);
      return `  ${roleNames[role]}\n${columns(rows, '    ')}`;
    })
    .join('');
}

/** `A: 1, 2` and `B: 3`. */
export function valueCells({ a, b }: Pick<ParameterDifference, 'a' | 'b'>): [string, string] {
  return [`A: ${valuesText(a)}`, `B: ${valuesText(b)}`];
}

export function valuesText(values: readonly unknown[]): string {
  return values.length === 0 ? 'no such stage' : list(values.map(valueText));
}

function valueText(value: unknown): string {
  if (value === null) return 'none';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return value;
  const text = JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}

export function list(texts: readonly string[]): string {
  if (texts.length <= mostValues) return texts.join(', ');
  return `${texts.slice(0, mostValues - 1).join(', ')}, … ${texts.at(-1)} (${texts.length} values)`;
}

function runsText({ onlyA, onlyB, shared }: Difference['runs']): string {
  return `runs\n${someRuns('only in A', onlyA)}${someRuns('only in B', onlyB)}  shared: ${shared.length}\n`;
}

function someRuns(head: string, runs: readonly Run[]): string {
  const names = runs.slice(0, mostRuns).map(({ name }) => `    ${name}\n`);
  const more = runs.length > mostRuns ? [`    … and ${runs.length - mostRuns} more\n`] : [];
  return `  ${head}: ${runs.length}\n${[...names, ...more].join('')}`;
}

export function stagesText({ b, shared, done }: Difference['stages']): string {
  return `B needs ${count(b, 'stage')}: ${shared} of them A needs too, ${done} ${done === 1 ? 'is' : 'are'} done`;
}
