import type { TableFigure } from '../../schema/generated/resolved.js';
import { cells } from './cells.js';
import type { TableModel } from './compute.js';
import { tableAsCsv } from './csv.js';
import type { TableFormat } from './format-names.js';
import { tableAsLatex } from './latex.js';
import { tableAsMarkdown } from './markdown.js';
import { tableAsText } from './text.js';

/** A table in one of its forms. */
export function tableIn(format: TableFormat, model: TableModel, { name, title }: TableFigure): string {
  switch (format) {
    case 'text':
      return tableAsText(cells(model), title);
    case 'markdown':
      return tableAsMarkdown(cells(model), title);
    case 'latex':
      return tableAsLatex(cells(model), name, title);
    case 'csv':
      return tableAsCsv(model);
  }
}
