import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { TopLevelSpec } from 'vega-lite';
import type { Figure, Style } from '../schema/generated/resolved.js';
import type { Plan } from '../schema/plan.js';
import { describeFigure, type Description } from './describe.js';
import { Drawer } from './drawer.js';
import type { Bounds } from './left-out.js';
import { error, some, type Notice } from './notice.js';
import { readResults } from './results/read.js';
import type { Results } from './results/types.js';

export interface MadeFigure {
  readonly name: string;
  readonly kind: Figure['kind'];
  /** Paths of what was drawn, the one to look at first. Empty where there is nothing to show. */
  readonly files: readonly string[];
  /** False where what is there already shows the same. */
  readonly redrawn: boolean;
  /** For a terminal; tables only. */
  readonly text?: string;
  readonly caption: string;
  readonly notices: readonly Notice[];
}

export interface MadeFigures {
  readonly figures: readonly MadeFigure[];
  /** About the results as a whole: broken lines, unknown figures. */
  readonly notices: readonly Notice[];
}

export interface FigureOptions {
  /** Names of the figures to make; the default is all. */
  readonly only?: readonly string[];
  /** Results to draw instead of those of the plan's runs. */
  readonly results?: Results;
  /** Which runs are left out, in place of what the figures say. */
  readonly bounds?: Bounds;
  /** Another folder for the files. */
  readonly folder?: string;
}

/** Raised when a change of what turns results into files, or of its libraries, changes files of the same results. */
const version = 3;

/**
 * Makes the figures of a plan from what its runs have measured so far, in outputs/experiments/<name>/figures/. A
 * figure is drawn again only when something that it shows has changed. One that has nothing to show is a notice, and
 * its old files are removed: they would show what is not so.
 */
export async function makeFigures(
  plan: Plan,
  outputs: string,
  options: FigureOptions = {},
): Promise<MadeFigures> {
  const results = options.results ?? readResults(plan, outputs);
  const wanted = plan.figures
    .filter(({ name }) => options.only?.includes(name) ?? true)
    .map((figure) => bounded(figure, options.bounds));
  const folder = options.folder ?? figuresFolder(outputs, plan.experiment);
  const figures = await makeAll(results, wanted, folder, plan.style);
  return { figures, notices: [...results.notices, ...unknown(plan.figures, options.only ?? [])] };
}

/** Contact sheets show pictures, whenever runs were made of them. */
function bounded(figure: Figure, bounds: Bounds | undefined): Figure {
  return figure.kind === 'contact-sheet' ? figure : { ...figure, ...bounds };
}

/** Where the figures of an experiment are. */
export function figuresFolder(outputs: string, experiment: string): string {
  return join(outputs, 'experiments', experiment, 'figures');
}

/** Makes figures of any results in a folder. */
export async function makeAll(
  results: Results,
  figures: readonly Figure[],
  folder: string,
  style?: Style,
): Promise<MadeFigure[]> {
  const drawer = new Drawer(folder);
  const made: MadeFigure[] = [];
  for (const figure of figures)
    made.push(await make(await describeFigure(results, figure, style), figure, drawer));
  return made;
}

async function make(description: Description, figure: Figure, drawer: Drawer): Promise<MadeFigure> {
  const { texts, picture, caption, text, notices } = description;
  const common = {
    name: figure.name,
    kind: figure.kind,
    caption,
    notices,
    ...(text === undefined ? {} : { text }),
  };
  if (texts === null) {
    drawer.remove(figure.name);
    return { ...common, files: [], redrawn: false };
  }
  const formats = picture === null || figure.kind === 'table' ? [] : figure.formats;
  const names = [...formats, ...Object.keys(texts)].map((end) => `${figure.name}.${end}`);
  const digest = createHash('sha256')
    .update(JSON.stringify([version, picture, texts]))
    .digest('hex');
  const redrawn = await drawer.draw(figure.name, names, digest, async () =>
    Object.fromEntries(
      Object.entries({ ...(await drawn(picture, formats)), ...texts }).map(([end, content]) => [
        `${figure.name}.${end}`,
        content,
      ]),
    ),
  );
  return { ...common, files: names.map((name) => drawer.path(name)), redrawn };
}

type Format = 'png' | 'svg' | 'pdf';

async function drawn(
  picture: TopLevelSpec | null,
  formats: readonly Format[],
): Promise<Partial<Record<Format, string | Uint8Array>>> {
  if (picture === null) return {};
  const { renderPdf, renderPng, renderSvg } = await import('./figure/render.js');
  const svg = await renderSvg(picture);
  const files: Partial<Record<Format, string | Uint8Array>> = {};
  for (const format of formats)
    files[format] =
      format === 'svg' ? svg : format === 'png' ? await renderPng(svg) : await renderPdf(picture);
  return files;
}

function unknown(figures: readonly Figure[], only: readonly string[]): Notice[] {
  const known = figures.map(({ name }) => name);
  return only
    .filter((name) => !known.includes(name))
    .map((name) =>
      error('unknownFigure', `the experiment has no figure \`${name}\``, {
        hint: known.length === 0 ? 'it declares none' : `it has ${some(known, 12)}`,
      }),
    );
}
