import { rules } from '../check/rules/index.js';
import type { Rule } from '../check/rules/rule.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { Origin } from '../document/node.js';
import { mergeChoices, rowChoices } from '../expand/grid.js';
import type { FactoredGrid } from './factor.js';
import type { FinishRun } from './factor.js';

const nowhere: Origin = { place: null, via: [] };

/**
 * Check what must hold of a run where several axes together decide it: the documents that were finished show each axis
 * alone. A rule is checked once for all rows that agree on what it reads; only a row that breaks one is finished, so
 * that its messages know their places.
 */
export function checkMixedRules(
  factored: FactoredGrid,
  finish: FinishRun,
  report: (found: Diagnostic) => void,
  chosen: readonly Rule[] = rules,
): void {
  for (const rule of chosen) {
    const view = factored.view(rule.reads);
    if (!view.mixed) continue;
    for (const row of view.groups.sample) {
      if (rule.check(view.document(row), () => nowhere).length === 0) continue;
      finish(mergeChoices(factored.grid, rowChoices(factored.grid, row), report), report);
    }
  }
}
