import { createHash } from 'node:crypto';
import { toColumns } from './columns.js';
import type { Interactive } from './figures/interactive.js';
import { runPoints, runRows } from './gather/run-rows.js';
import type { Model } from './model.js';
import { curves, figures } from './sections/figures.js';
import { experiment } from './sections/experiment.js';
import { overview } from './sections/overview.js';
import type { Section } from './sections/parts.js';
import { pictures } from './sections/pictures.js';
import { comparison, failures, notices, provenance } from './sections/rest.js';
import { runs } from './sections/runs.js';

/** A page as data: markup by section, and what its script draws by part. Plain JSON, so that changes can be sent. */
export interface Snapshot {
  readonly title: string;
  readonly experiment: string;
  readonly at: string;
  /** In the order of the page; an empty body is hidden. */
  readonly sections: readonly { readonly id: string; readonly title: string; readonly body: string }[];
  readonly parts: Parts;
}

export type Parts = Readonly<Record<string, unknown>>;

/** Evaluations that are carried along for the runs' own curves. */
const mostPoints = 40_000;

export function snapshotOf(model: Model, live: boolean): Snapshot {
  const { plan, results, at } = model;
  const list = runRows(plan, results);
  const numbers = new Map(list.rows.map((row, i) => [String(row['name']), i]));
  const sections: Section[] = [
    overview(model),
    failures(model),
    figures(model),
    runs(list),
    curves(model),
    pictures(model),
    comparison(model),
    experiment(model, live),
    provenance(model),
    notices(model),
  ];
  return {
    title: plan.title ?? plan.experiment,
    experiment: plan.experiment,
    at,
    sections: sections.map(({ id, title, body }) => ({ id, title, body: body?.text ?? '' })),
    parts: {
      runs: { columns: list.columns, rows: toColumns(list.rows, new Map()) },
      points: toColumns(runPoints(results, mostPoints), numbers),
      ...drawings(model, numbers),
    },
  };
}

/** What figures and curves are drawn from, and the figures' data to save. */
function drawings({ figures: views, curves: lines }: Model, numbers: ReadonlyMap<string, number>): Parts {
  const parts: Record<string, unknown> = {};
  const drawn = (picture: Interactive) => ({ ...picture, rows: toColumns(picture.rows, numbers) });
  for (const { name, picture, csv } of views) {
    if (picture !== null) parts[`figure:${name}`] = drawn(picture);
    if (csv !== null) parts[`csv:${name}`] = csv;
  }
  for (const { name, picture } of lines) parts[`curve:${name}`] = drawn(picture);
  return parts;
}

/** Digest of each section and part, to find what changed. */
export function digestsOf({ sections, parts }: Snapshot): Map<string, string> {
  const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('base64url');
  return new Map([
    ...sections.map((section) => [`section ${section.id}`, digest(section)] as const),
    ...Object.entries(parts).map(([name, part]) => [`part ${name}`, digest(part)] as const),
  ]);
}
