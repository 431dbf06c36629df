import Table from 'cli-table3';
import type { Grid } from './cells.js';
import { headerSpans } from './groups.js';

/** A table for a terminal: no colours and no frame, so that it can be piped and compared. Ends with a newline. */
export function tableAsText({ columns, rows, notes }: Grid, title?: string): string {
  const table = new Table({
    chars: noFrame,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
    colAligns: columns.map(({ align }) => align),
  });
  const spans = headerSpans(columns);
  if (spans.length > 0)
    table.push(spans.map(({ text, columns: n }) => ({ content: text, colSpan: n, hAlign: 'center' })));
  table.push(columns.map(({ name }) => name));
  table.push(
    columns.map(({ name }, i) => '-'.repeat(Math.max(name.length, ...rows.map((row) => row[i]!.length)))),
  );
  table.push(...rows.map((row) => [...row]));
  const lines = table.toString().split('\n');
  const parts = [...(title === undefined ? [] : [title, '']), ...lines, '', ...notes];
  return `${parts
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()}\n`;
}

const sides = ['top', 'bottom', 'left', 'mid', 'right'];
const corners = ['-mid', '-left', '-right'].flatMap((end) => ['top', 'bottom'].map((side) => side + end));
const noFrame = Object.fromEntries(
  [...sides, ...corners, 'left-mid', 'mid-mid', 'right-mid', 'middle'].map((name) => [name, '']),
);
