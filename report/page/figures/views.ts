import type { Figure } from '../../../schema/generated/resolved.js';
import { draw } from '../../describe.js';
import { contactSheet } from '../../figure/contact-sheet.js';
import type { Notice } from '../../notice.js';
import type { Results } from '../../results/types.js';
import { cells, type Grid } from '../../table/cells.js';
import { computeTable } from '../../table/compute.js';
import { tableAsCsv } from '../../table/csv.js';
import { interactive, type Interactive } from './interactive.js';

/** A figure or table of the experiment as the page shows it. */
export interface FigureView {
  readonly name: string;
  readonly title: string;
  readonly caption: string;
  readonly picture: Interactive | null;
  /** The picture as SVG, where it has too many marks to be drawn in the page. */
  readonly svg: string | null;
  readonly table: Grid | null;
  /** What is shown, as CSV, where it is small enough to be carried in the page. */
  readonly csv: string | null;
  readonly notices: readonly Notice[];
}

const largestCsv = 300_000;

/** Every figure of an experiment, with nothing left out: one that has nothing to show says why. */
export async function figureViews(results: Results, figures: readonly Figure[]): Promise<FigureView[]> {
  const views: FigureView[] = [];
  for (const figure of figures) views.push(await viewOf(results, figure));
  return views;
}

async function viewOf(results: Results, figure: Figure): Promise<FigureView> {
  const title = ('title' in figure ? figure.title : undefined) ?? figure.name;
  const nothing = { name: figure.name, title, caption: '', picture: null, svg: null, table: null, csv: null };
  if (figure.kind === 'table') {
    const model = computeTable(results, figure);
    const { rows, notices } = model;
    if (rows.length === 0) return { ...nothing, notices };
    return { ...nothing, csv: small(tableAsCsv(model)), table: cells(model), notices };
  }
  const { picture, notices } =
    figure.kind === 'contact-sheet' ? await contactSheet(results, figure) : draw(results, figure);
  if (picture === null) return { ...nothing, notices };
  const drawn = interactive(untitled(picture.spec));
  const caption = withoutTitle(picture.caption, title);
  const view = { ...nothing, caption, csv: small(picture.csv), picture: drawn, notices };
  if (drawn !== null) return view;
  const { renderSvg } = await import('../../figure/render.js');
  return { ...view, svg: await renderSvg(picture.spec) };
}

function small(csv: string): string | null {
  return csv.length <= largestCsv ? csv : null;
}

/** The page has a heading of its own; what the picture says beneath its title stays. */
function untitled<Spec extends object>(spec: Spec): Spec {
  const { title, ...rest } = spec as { title?: { subtitle?: unknown } };
  const subtitle = title?.subtitle;
  return (subtitle === undefined ? rest : { ...rest, title: { text: '', subtitle } }) as Spec;
}

function withoutTitle(caption: string, title: string): string {
  const [first = '', ...rest] = caption.split('\n');
  return first === `${title.replace(/\.$/, '')}.` ? rest.join('\n') : caption;
}
