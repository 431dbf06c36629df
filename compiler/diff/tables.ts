import { thousands } from '../emit/columns.js';
import { labelText } from '../expand/label.js';
import type { Difference } from './difference.js';
import type { ParameterDifference } from './parameters.js';
import { rowGroups, valueText } from './rows.js';
import { stageHead, stageRows, verdictText } from './text.js';

/** A comparison as tables, for whoever lays it out. */
export interface DifferenceTables {
  readonly a: string;
  readonly b: string;
  readonly tables: readonly DifferenceTable[];
  /** Sentences. */
  readonly notes: readonly string[];
}

export interface DifferenceTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function differenceTables(difference: Difference): DifferenceTables {
  const { a, b, axes, results, operational, runs, stages } = difference;
  const axisRows = axes.map(({ axis, onlyA, onlyB, both }) => [
    axis,
    ...[onlyA, onlyB, both].map((labels) => labels.map(labelText).join(', ')),
  ]);
  const { onlyA, onlyB, changed, shared } = runs;
  const counts = [onlyA, onlyB, changed, shared].map(({ length }) => thousands(length));
  const verdict = verdictText(difference);
  const tables = [
    { title: 'Axes', columns: ['axis', 'only in A', 'only in B', 'in both'], rows: axisRows },
    parameterTable('What changes results', results),
    parameterTable('What does not change results', operational),
    {
      title: 'Runs',
      columns: ['only in A', 'only in B', 'of the same name, with other work', 'shared'],
      rows: [counts],
    },
    { title: 'Stages that B needs', columns: ['kind', ...stageHead.slice(1)], rows: stageRows(stages) },
  ];
  return {
    a: a.name,
    b: b.name,
    tables: tables.filter(({ rows }) => rows.length > 0),
    notes: verdict === null ? [] : [`${verdict[0]!.toUpperCase()}${verdict.slice(1)}.`],
  };
}

function parameterTable(title: string, parameters: readonly ParameterDifference[]): DifferenceTable {
  const text = (values: readonly unknown[]) =>
    values.length === 0 ? 'no such stage' : values.map(valueText).join(', ');
  return {
    title,
    columns: ['parameter', 'stage', 'A', 'B'],
    rows: rowGroups(parameters).flatMap(({ heading, rows }) =>
      rows.map(({ path, a, b }) => [path, heading, text(a), text(b)]),
    ),
  };
}
