import { count, thousands } from '../emit/columns.js';
import { labelText } from '../expand/label.js';
import type { Difference, SideSummary } from './difference.js';
import type { ParameterDifference } from './parameters.js';
import { rowGroups, valueText } from './rows.js';
import { stageHead, stageRows, verdictText } from './text.js';

/** A comparison for a paper's appendix: tables in Markdown, every value written out. */
export function differenceMarkdown(difference: Difference): string {
  const { a, b, axes, results, operational, runs, stages } = difference;
  const parts = [`${sideLine('A', a)}${sideLine('B', b)}`];
  if (axes.length > 0)
    parts.push(
      table(
        ['axis', 'only in A', 'only in B', 'in both'],
        axes.map(({ axis, onlyA, onlyB, both }) => [
          `\`${axis}\``,
          ...[onlyA, onlyB, both].map((labels) => labels.map(labelText).join(', ')),
        ]),
      ),
    );
  if (results.length > 0) parts.push(parameterTable('changes results', results));
  if (operational.length > 0) parts.push(parameterTable('does not change results', operational));
  const verdict = verdictText(difference);
  if (verdict !== null) parts.push(`${verdict[0]!.toUpperCase()}${verdict.slice(1)}.\n`);
  const { onlyA, onlyB, changed, shared } = runs;
  parts.push(
    table(
      ['runs only in A', 'only in B', 'of the same name, with other work', 'shared'],
      [[onlyA, onlyB, changed, shared].map(({ length }) => thousands(length))],
    ),
    table(['stages that B needs', ...stageHead.slice(1)], stageRows(stages)),
  );
  return parts.join('\n');
}

function sideLine(letter: string, { name, title, runs }: SideSummary): string {
  return `- **${letter}**: \`${name}\`, ${count(runs, 'run')}${title === null ? '' : `. ${title}`}\n`;
}

function parameterTable(head: string, parameters: readonly ParameterDifference[]): string {
  return table(
    ['stage', head, 'A', 'B'],
    rowGroups(parameters).flatMap(({ heading, rows }) =>
      rows.map(({ path, a, b }) => [heading, `\`${path}\``, valuesText(a), valuesText(b)]),
    ),
  );
}

function valuesText(values: readonly unknown[]): string {
  return values.length === 0 ? 'no such stage' : values.map(valueText).join(', ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}
