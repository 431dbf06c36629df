import { scalarAt } from '../../document/access.js';
import type { Diagnostic } from '../../document/diagnostic.js';
import type { MapNode, Node } from '../../document/node.js';
import type { Code } from '../../diagnostics/codes.js';
import { problem } from '../../diagnostics/problem.js';
import { keyOrigin } from './rule.js';

const sections = ['pretrain', 'clean'] as const;

/** Sections that say how a loss is made, and the loss. */
const optionsOf: readonly { readonly options: string; readonly loss: string; readonly code: Code }[] = [
  { options: 'augment', loss: 'ssl', code: 'EXPC406' },
  { options: 'siglip', loss: 'siglip', code: 'EXPC424' },
  { options: 'clustering', loss: 'clustering', code: 'EXPC424' },
  { options: 'pseudo_labels', loss: 'pseudo_labels', code: 'EXPC424' },
];

/** Options of a loss, and what measures it, are written down only where some run gives the loss a weight. */
export function optionsHaveEffect(document: MapNode): Diagnostic[] {
  const isUsed = (section: string, loss: string): boolean => {
    const ablations = document.entries.get('ablations')?.value;
    const weight = scalarAt(document, [section, 'objective', loss]);
    return (weight !== undefined && weight !== 0) || (ablations !== undefined && mentions(ablations, loss));
  };
  const options = sections.flatMap((section) =>
    optionsOf.flatMap(({ options, loss, code }) => {
      const used = isUsed(section, loss);
      const written = document.entries.get(section)?.value;
      if (used || written?.kind !== 'map' || !written.entries.has(options)) return [];
      return problem(code, `\`${section}.${options}\` has no effect: no run gives \`${loss}\` a weight`, {
        origin: keyOrigin(document, [section, options]),
        hint: `give \`${section}.objective.${loss}\` a weight, or take \`${options}\` out`,
      });
    }),
  );
  return [...options, ...headIsTrained(document, isUsed)];
}

/** There is no supervised head to measure where no run trains one. */
function headIsTrained(document: MapNode, isUsed: (section: string, loss: string) => boolean): Diagnostic[] {
  if (scalarAt(document, ['evaluate', 'supervised']) !== true) return [];
  if (sections.some((section) => isUsed(section, 'supervised'))) return [];
  const message =
    '`evaluate.supervised` measures nothing: no run gives `supervised` a weight, so there is no head';
  return [
    problem('EXPC424', message, {
      origin: keyOrigin(document, ['evaluate', 'supervised']),
      hint: 'give `clean.objective.supervised` a weight, or take `supervised` out',
    }),
  ];
}

function mentions(node: Node, loss: string): boolean {
  if (node.kind === 'scalar') return false;
  if (node.kind === 'list') return node.items.some((item) => mentions(item, loss));
  for (const [key, entry] of node.entries)
    if (key === loss || key.endsWith(`.${loss}`) || key.endsWith('objective') || mentions(entry.value, loss))
      return true;
  return false;
}
