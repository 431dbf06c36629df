import type { GridColumn } from './cells.js';

export interface HeaderSpan {
  readonly text: string;
  /** Columns under it. */
  readonly columns: number;
}

/** The upper line of a two-line header: neighbouring columns of a group share a cell. Empty if there are no groups. */
export function headerSpans(columns: readonly GridColumn[]): HeaderSpan[] {
  const spans: { text: string; columns: number }[] = [];
  columns.forEach(({ group }, i) => {
    if (i > 0 && group === columns[i - 1]!.group) spans.at(-1)!.columns++;
    else spans.push({ text: group, columns: 1 });
  });
  return spans.some(({ text }) => text !== '') ? spans : [];
}
