import { scalarAt } from '../../document/access.js';
import type { Diagnostic } from '../../document/diagnostic.js';
import type { MapNode, Node } from '../../document/node.js';
import { problem } from '../../diagnostics/problem.js';
import { keyOrigin } from './rule.js';

/** Augmentation is written down only where some run has a loss that augments. */
export function augmentHasEffect(document: MapNode): Diagnostic[] {
  const ablations = document.entries.get('ablations')?.value;
  return ['pretrain', 'clean'].flatMap((section) => {
    const weight = scalarAt(document, [section, 'objective', 'ssl']);
    const used =
      (weight !== undefined && weight !== 0) || (ablations !== undefined && mentionsSsl(ablations));
    const written = document.entries.get(section)?.value;
    if (used || written?.kind !== 'map' || !written.entries.has('augment')) return [];
    return problem('EXPC406', `\`${section}.augment\` has no effect: no run gives \`ssl\` a weight`, {
      origin: keyOrigin(document, [section, 'augment']),
      hint: `give \`${section}.objective.ssl\` a weight, or take \`augment\` out`,
    });
  });
}

function mentionsSsl(node: Node): boolean {
  if (node.kind === 'scalar') return false;
  if (node.kind === 'list') return node.items.some(mentionsSsl);
  for (const [key, entry] of node.entries)
    if (key === 'ssl' || key.endsWith('.ssl') || key.endsWith('objective') || mentionsSsl(entry.value))
      return true;
  return false;
}
