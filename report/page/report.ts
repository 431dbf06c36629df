import type { Plan } from '../../schema/plan.js';
import { documentOf } from './document.js';
import { readModel, type ModelOptions } from './model.js';
import { snapshotOf } from './snapshot.js';

/** The report of an experiment as one HTML file: what its runs have come to so far. */
export async function reportPage(plan: Plan, outputs: string, options: ModelOptions = {}): Promise<string> {
  return documentOf(snapshotOf(await readModel(plan, outputs, options), false), false);
}
