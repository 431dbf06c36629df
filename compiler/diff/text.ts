import type { StageKind } from '../../schema/plan.js';
import { columns, count, thousands } from '../emit/columns.js';
import { labelText } from '../expand/label.js';
import type { AxisDifference } from './axes.js';
import { isSame, type Difference, type NeededStage, type SideSummary } from './difference.js';
import type { ParameterDifference } from './parameters.js';
import { roleNames } from '../../schema/role-names.js';
import { rowGroups, valueText } from './rows.js';
import type { RunDifferences } from './runs.js';

const mostValues = 8;
const mostRuns = 5;
const longestValue = 72;

/** A comparison for a terminal. */
export function differenceText(difference: Difference): string {
  const { a, b, axes, results, operational, runs, stages } = difference;
  const parts = [`${sideText('A', a)}${sideText('B', b)}`];
  if (axes.length > 0)
    parts.push(
      `axes\n${columns(
        axes.map((axis) => [axis.axis, axisText(axis, short)]),
        '  ',
      )}`,
    );
  if (results.length > 0) parts.push(`what changes results\n${parameterTable(results)}`);
  if (operational.length > 0) parts.push(`what does not change results\n${parameterTable(operational)}`);
  const verdict = verdictText(difference);
  if (verdict !== null) parts.push(`${verdict}\n`);
  parts.push(runsText(runs), stagesText(stages));
  return parts.join('\n');
}

function sideText(letter: string, { name, title, runs }: SideSummary): string {
  return `${letter}  ${name}: ${count(runs, 'run')}\n${title === null ? '' : `   ${title}\n`}`;
}

/** What is the same, in a sentence; null when there is nothing to say. */
export function verdictText(difference: Difference): string | null {
  const { same, results } = difference;
  if (isSame(difference)) return 'both do the same work';
  if (results.length === 0) return 'the values are the same in both, the runs combine them in other ways';
  return same.length === 0 ? null : `the same in both: ${same.map((role) => roleNames[role]).join(', ')}`;
}

/** Which values of an axis only A or only B has. */
export function axisText({ varies, onlyA, onlyB, both }: AxisDifference, list: List): string {
  const texts = (labels: AxisDifference['both']): string => list(labels.map(labelText));
  if (varies === 'a') return `only A has it: ${texts(onlyA)}`;
  if (varies === 'b') return `only B has it: ${texts(onlyB)}`;
  return [
    ...(onlyA.length > 0 ? [`only in A: ${texts(onlyA)}`] : []),
    ...(onlyB.length > 0 ? [`only in B: ${texts(onlyB)}`] : []),
    ...(both.length > 0 ? [`in both: ${texts(both)}`] : []),
  ].join('; ');
}

/** How a list of values becomes a text. */
export type List = (texts: readonly string[]) => string;

function short(texts: readonly string[]): string {
  if (texts.length <= mostValues) return texts.join(', ');
  return `${texts.slice(0, mostValues - 1).join(', ')}, … ${texts.at(-1)} (${texts.length} values)`;
}

function parameterTable(parameters: readonly ParameterDifference[]): string {
  return rowGroups(parameters)
    .map(({ heading, rows }) => {
      const cells = rows.map(({ path, a, b }) => [path, `A: ${valuesText(a)}`, `B: ${valuesText(b)}`]);
      return `  ${heading}\n${columns(cells, '    ')}`;
    })
    .join('');
}

function valuesText(values: readonly unknown[]): string {
  return values.length === 0 ? 'no such stage' : short(values.map((value) => cut(valueText(value))));
}

function cut(text: string): string {
  return text.length <= longestValue ? text : `${text.slice(0, longestValue - 1)}…`;
}

function runsText({ onlyA, onlyB, changed, shared }: RunDifferences): string {
  return [
    'runs\n',
    someRuns(
      'only in A',
      onlyA.map(({ name }) => name),
    ),
    someRuns(
      'only in B',
      onlyB.map(({ name }) => name),
    ),
    ...(changed.length > 0
      ? [
          someRuns(
            'of the same name, with other work',
            changed.map(({ b }) => b),
          ),
        ]
      : []),
    `  shared: ${thousands(shared.length)}\n`,
  ].join('');
}

function someRuns(head: string, names: readonly string[]): string {
  const shown = names.slice(0, mostRuns).map((name) => `    ${name}\n`);
  const more = names.length > mostRuns ? [`    … and ${thousands(names.length - mostRuns)} more\n`] : [];
  return `  ${head}: ${thousands(names.length)}\n${[...shown, ...more].join('')}`;
}

function stagesText(stages: readonly NeededStage[]): string {
  return `stages that B needs\n${columns([stageHead, ...stageRows(stages)], '  ')}`;
}

export const stageHead = ['', 'all', 'A needs too', 'done', 'to do'];

/** Stages of B by their kinds, as counts. */
export function stageRows(stages: readonly NeededStage[]): string[][] {
  const kinds = new Map<StageKind, NeededStage[]>();
  for (const stage of stages) {
    const some = kinds.get(stage.kind);
    if (some === undefined) kinds.set(stage.kind, [stage]);
    else some.push(stage);
  }
  return [...kinds].map(([kind, some]) => {
    const done = some.filter(({ status }) => status === 'done').length;
    const inA = some.filter((stage) => stage.inA).length;
    return [kind, ...[some.length, inA, done, some.length - done].map(thousands)];
  });
}
