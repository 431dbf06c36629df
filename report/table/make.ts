import type { TableFigure } from '../../schema/generated/resolved.js';
import type { Plan } from '../../schema/plan.js';
import type { Bounds } from '../left-out.js';
import { error, some, type Notice } from '../notice.js';
import { readResults } from '../results/read.js';
import type { Results } from '../results/types.js';
import { computeTable } from './compute.js';
import type { TableFormat } from './format-names.js';
import { tableIn } from './formats.js';

export interface TableRequest {
  readonly format: TableFormat;
  /** Names of the tables; the default is all. */
  readonly only?: readonly string[];
  /** Results in place of those of the plan's runs. */
  readonly results?: Results;
  /** Limits on the ASR in percent, in place of the table's own. */
  readonly limits?: readonly number[];
  readonly rows?: readonly string[];
  /** Which runs are left out, in place of what the table says. */
  readonly bounds?: Bounds;
}

export interface MadeTables {
  readonly texts: readonly string[];
  readonly notices: readonly Notice[];
}

/** The table of an experiment that declares none. */
const plain: TableFigure = {
  kind: 'table',
  name: 'best',
  min_points: 1,
  points: 'all',
  accuracy: 'accuracy.top1',
  asr: 'asr.top1',
  asr_limits: [5],
  columns: ['start', 'best', 'where', 'drop', 'counts'],
  decimals: 2,
};

/** The tables of a plan as texts. */
export function makeTables(plan: Plan, outputs: string, request: TableRequest): MadeTables {
  const declared = plan.figures.filter((figure): figure is TableFigure => figure.kind === 'table');
  const all = declared.length === 0 ? [plain] : declared;
  const wanted = all.filter(({ name }) => request.only?.includes(name) ?? true);
  const results = request.results ?? readResults(plan, outputs);
  const tables = wanted.map((table) => {
    const figure = changed(table, request);
    const model = computeTable(results, figure);
    return {
      text: model.rows.length === 0 ? null : tableIn(request.format, model, figure),
      notices: model.notices,
    };
  });
  return {
    texts: tables.flatMap(({ text }) => text ?? []),
    notices: [
      ...results.notices,
      ...unknown(all, request.only ?? []),
      ...tables.flatMap(({ notices }) => notices),
    ],
  };
}

function changed(table: TableFigure, { limits, rows, bounds }: TableRequest): TableFigure {
  return {
    ...table,
    ...bounds,
    ...(limits === undefined ? {} : { asr_limits: [...limits] }),
    ...(rows === undefined ? {} : { rows: [...rows] }),
  };
}

function unknown(tables: readonly TableFigure[], only: readonly string[]): Notice[] {
  const known = tables.map(({ name }) => name);
  return only
    .filter((name) => !known.includes(name))
    .map((name) =>
      error('unknownFigure', `the experiment has no table \`${name}\``, {
        hint: `it has ${some(known, 12)}`,
      }),
    );
}
