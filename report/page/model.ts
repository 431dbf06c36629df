import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../../schema/plan.js';
import { readStatus, type Status } from '../../runtime/execute/status.js';
import { warning, type Notice } from '../notice.js';
import { readResults } from '../results/read.js';
import type { Results } from '../results/types.js';
import { figureViews, type FigureView } from './figures/views.js';
import { contactSheets, type ContactSheet } from './gather/pictures.js';
import { curveViews, type CurveView } from './gather/curves.js';
import { parametersOf, type Parameters } from './gather/parameters.js';
import { provenances, type Provenances } from './gather/provenance.js';

/** A comparison with another experiment, as tables: made by the compiler, shown by the page. */
export interface Comparison {
  readonly a: string;
  readonly b: string;
  readonly tables: readonly {
    readonly title: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
  readonly notes: readonly string[];
}

/** Everything that a page about an experiment shows. */
export interface Model {
  readonly plan: Plan;
  readonly results: Results;
  readonly status: Status;
  readonly figures: readonly FigureView[];
  readonly curves: readonly CurveView[];
  readonly sheets: readonly ContactSheet[];
  readonly parameters: Parameters;
  readonly provenances: Provenances;
  readonly comparison: Comparison | null;
  readonly notices: readonly Notice[];
  /** When this was so, ISO 8601. */
  readonly at: string;
}

export interface ModelOptions {
  readonly comparison?: Comparison | null;
  readonly at?: string;
}

/** Reads what the store holds of an experiment. What is missing or broken is a notice, never a failure. */
export async function readModel(plan: Plan, outputs: string, options: ModelOptions = {}): Promise<Model> {
  const results = readResults(plan, outputs);
  const problems: Notice[] = [];
  return {
    plan,
    results,
    status: readStatus(plan, outputs),
    figures: await figureViews(results, plan.figures),
    curves: curveViews(plan, results, outputs),
    sheets: await sheetsOr(plan, outputs, problems),
    parameters: parametersOf(plan),
    provenances: provenances(plan, outputs),
    comparison: options.comparison ?? null,
    notices: [...results.notices, ...problems],
    at: options.at ?? new Date().toISOString(),
  };
}

/** Pictures are an extra: a data set that cannot be opened leaves them out, with a word. */
async function sheetsOr(plan: Plan, outputs: string, problems: Notice[]): Promise<ContactSheet[]> {
  if (!existsSync(join(outputs, 'stages'))) return [];
  try {
    return await contactSheets(plan, outputs);
  } catch (error) {
    const message = `the contact sheets are left out: ${error instanceof Error ? error.message : String(error)}`;
    problems.push(warning('noPictures', message));
    return [];
  }
}
