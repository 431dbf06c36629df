import { count } from '../emit/columns.js';
import { labelText } from '../expand/label.js';
import { isSame, type Difference, type ParameterDifference } from './difference.js';
import { list, roleNames, stagesText, valuesText } from './text.js';

/** A comparison for a paper's appendix: tables in Markdown. */
export function differenceMarkdown(difference: Difference): string {
  const { a, b, axes, results, operational, runs, stages } = difference;
  const parts = [
    `**A**: \`${a.name}\`, ${count(a.runs, 'run')}; **B**: \`${b.name}\`, ${count(b.runs, 'run')}.\n`,
  ];
  if (axes.length > 0)
    parts.push(
      table(
        ['axis', 'only in A', 'only in B', 'in both'],
        axes.map(({ axis, onlyA, onlyB, both }) => [
          `\`${axis}\``,
          ...[onlyA, onlyB, both].map((labels) => list(labels.map(labelText))),
        ]),
      ),
    );
  if (results.length > 0) parts.push(parameterTable('changes results', results));
  if (operational.length > 0) parts.push(parameterTable('does not change results', operational));
  if (isSame(difference)) parts.push('Both do the same work.\n');
  parts.push(
    `Runs: ${runs.onlyA.length} only in A, ${runs.onlyB.length} only in B, ${runs.shared.length} shared. ${stagesText(stages)}.\n`,
  );
  return parts.join('\n');
}

function parameterTable(head: string, parameters: readonly ParameterDifference[]): string {
  return table(
    ['stage', head, 'A', 'B'],
    parameters.map(({ role, path, a, b }) => [roleNames[role], `\`${path}\``, valuesText(a), valuesText(b)]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}
