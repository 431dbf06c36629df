import type { Grid } from './cells.js';
import { headerSpans } from './groups.js';

/** A LaTeX table in the manner of booktabs, ready for `\input`. Ends with a newline. */
export function tableAsLatex(grid: Grid, name: string, title?: string): string {
  const { columns, rows, notes } = grid;
  const line = (texts: readonly string[]) => `    ${texts.join(' & ')} \\\\`;
  const caption = [...(title === undefined ? [] : [`${title.replace(/\.$/, '')}.`]), ...notes].join(' ');
  const parts = [
    '% Needs \\usepackage{booktabs}.',
    '\\begin{table}',
    '  \\centering',
    `  \\caption{${escape(caption)}}`,
    `  \\label{tab:${name}}`,
    `  \\begin{tabular}{${columns.map(({ align }) => align[0]!).join('')}}`,
    '    \\toprule',
    ...groupLines(grid, line),
    line(columns.map((column) => escape(column.name))),
    '    \\midrule',
    ...rows.map((row) => line(row.map(escape))),
    '    \\bottomrule',
    '  \\end{tabular}',
    '\\end{table}',
  ];
  return `${parts.join('\n')}\n`;
}

/** The line of group names and a rule under each. */
function groupLines({ columns }: Grid, line: (texts: readonly string[]) => string): string[] {
  const spans = headerSpans(columns);
  if (spans.length === 0) return [];
  const rules: string[] = [];
  let first = 1;
  for (const { text, columns: n } of spans) {
    if (text !== '') rules.push(`\\cmidrule(lr){${first}-${first + n - 1}}`);
    first += n;
  }
  const cells = spans.map(({ text, columns: n }) =>
    text === '' ? `\\multicolumn{${n}}{c}{}` : `\\multicolumn{${n}}{c}{${escape(text)}}`,
  );
  return [line(cells), `    ${rules.join(' ')}`];
}

const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '±': '$\\pm$',
  '≤': '$\\leq$',
  '\n': ' ',
};

function escape(text: string): string {
  return text.replace(
    /[\\~^<>|±≤\n]|(?<![\w])-(?=\d)|[&%$#_{}]/g,
    (found) => special[found] ?? (found === '-' ? '$-$' : `\\${found}`),
  );
}
