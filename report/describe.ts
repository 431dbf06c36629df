import type { TopLevelSpec } from 'vega-lite';
import type { ContactSheetFigure, Figure, Style, TableFigure } from '../schema/generated/resolved.js';
import { bars } from './figure/bars.js';
import { contactSheet } from './figure/contact-sheet.js';
import { curve } from './figure/curve.js';
import { embedding } from './figure/embedding.js';
import { heatmap } from './figure/heatmap.js';
import { line } from './figure/line.js';
import type { Drawn } from './figure/picture.js';
import { scatter } from './figure/scatter.js';
import { trajectory } from './figure/trajectory.js';
import { leftOutText } from './left-out.js';
import type { Notice } from './notice.js';
import type { Results } from './results/types.js';
import { cells } from './table/cells.js';
import { computeTable } from './table/compute.js';
import { tableIn } from './table/formats.js';

/** What a figure shows, as text: everything but the drawing itself. */
export interface Description {
  /** Content of files by the end of their name; null where there is nothing to show. */
  readonly texts: Readonly<Record<string, string>> | null;
  /** To be drawn, in the figure's `formats`. */
  readonly picture: TopLevelSpec | null;
  readonly caption: string;
  /** For a terminal. */
  readonly text?: string;
  readonly notices: readonly Notice[];
}

/** Describes a figure of any kind. */
export async function describeFigure(results: Results, figure: Figure, style?: Style): Promise<Description> {
  if (figure.kind === 'contact-sheet') return describePicture(await contactSheet(results, figure, style));
  return describeNumbers(results, figure, style);
}

/** Describes a figure of any kind that shows numbers. */
export function describeNumbers(
  results: Results,
  figure: Exclude<Figure, ContactSheetFigure>,
  style?: Style,
): Description {
  if (figure.kind === 'table') return describeTable(results, figure);
  return describePicture(draw(results, figure, style));
}

/** Draws numbers, as a specification. */
export function draw(
  results: Results,
  figure: Exclude<Figure, TableFigure | ContactSheetFigure>,
  style?: Style,
): Drawn {
  switch (figure.kind) {
    case 'scatter':
      return scatter(results, figure, style);
    case 'trajectory':
      return trajectory(results, figure, style);
    case 'curve':
      return curve(results, figure, style);
    case 'line':
      return line(results, figure, style);
    case 'bar':
    case 'box':
      return bars(results, figure, style);
    case 'heatmap':
      return heatmap(results, figure, style);
    case 'embedding':
      return embedding(results, figure, style);
  }
}

function describePicture({ picture, notices }: Drawn): Description {
  if (picture === null) return { texts: null, picture: null, caption: '', notices };
  const { spec, csv } = picture;
  const caption = [picture.caption, ...leftOutText(notices)].join('\n');
  const texts = { 'vl.json': `${JSON.stringify(spec, null, 2)}\n`, csv, 'caption.txt': `${caption}\n` };
  return { texts, picture: spec, caption, notices };
}

function describeTable(results: Results, figure: TableFigure): Description {
  const model = computeTable(results, figure);
  if (model.rows.length === 0) return { texts: null, picture: null, caption: '', notices: model.notices };
  const text = tableIn('text', model, figure);
  const texts = {
    txt: text,
    md: tableIn('markdown', model, figure),
    csv: tableIn('csv', model, figure),
    tex: tableIn('latex', model, figure),
  };
  return { texts, picture: null, caption: cells(model).notes.join('\n'), text, notices: model.notices };
}
