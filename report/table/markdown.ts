import type { Grid } from './cells.js';

/** A table in GitHub's Markdown. Labels cannot break out of their cell or become HTML. Ends with a newline. */
export function tableAsMarkdown({ columns, rows, notes }: Grid, title?: string): string {
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  const header = columns.map(({ group, name }) => escape(group === '' ? name : `${group}: ${name}`));
  const parts = [
    ...(title === undefined ? [] : [`**${escape(title)}**`, '']),
    line(header),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map((row) => line(row.map(escape))),
    '',
    ...notes.map((note) => `${escape(note)}  `),
  ];
  return `${parts.join('\n').trimEnd()}\n`;
}

function escape(text: string): string {
  return text
    .replace(/[\\`*_[\]|]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\r?\n/g, ' ');
}
