import { daysProblem } from '../../../schema/day.js';
import { parseFigureRule } from '../../../schema/figure-rule.js';
import type { Diagnostic } from '../../document/diagnostic.js';
import type { MapNode, Node } from '../../document/node.js';
import { problem } from '../../diagnostics/problem.js';

/** The rules and days of figures can be read, and their references have values. */
export function figureValues(document: MapNode): Diagnostic[] {
  return maps(document.entries.get('figures')?.value).flatMap((figure) => [
    ...ruleProblems(figure.entries.get('rule')?.value),
    ...dayProblems(figure),
    ...maps(figure.entries.get('reference')?.value).flatMap(referenceProblems),
  ]);
}

function ruleProblems(rule: Node | undefined): Diagnostic[] {
  if (rule?.kind !== 'scalar' || typeof rule.value !== 'string') return [];
  const parsed = parseFigureRule(rule.value);
  if (parsed.ok) return [];
  const message = `the rule \`${rule.value}\` is not understood at \`${parsed.written}\``;
  return [problem('EXPC521', message, { origin: rule.origin, hint: parsed.why })];
}

function dayProblems(figure: MapNode): Diagnostic[] {
  const text = (key: string) => {
    const node = figure.entries.get(key)?.value;
    return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
  };
  const found = daysProblem({ since: text('since'), until: text('until') });
  if (found === null) return [];
  return [problem('EXPC523', found.message, { origin: figure.entries.get(found.key)!.value.origin })];
}

function referenceProblems(reference: MapNode): Diagnostic[] {
  if (reference.entries.has('values') || reference.entries.has('path')) return [];
  const hint = 'give it `values: { accuracy.top1: 58.4 }`, or the `path` of a CSV file';
  return [problem('EXPC522', 'this reference has no value', { origin: reference.origin, hint })];
}

function maps(node: Node | undefined): MapNode[] {
  return node?.kind === 'list' ? node.items.filter((item): item is MapNode => item.kind === 'map') : [];
}
