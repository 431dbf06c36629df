import { nodeAt } from '../../document/access.js';
import type { Diagnostic } from '../../document/diagnostic.js';
import type { MapNode } from '../../document/node.js';
import { problem } from '../../diagnostics/problem.js';
import { keyOrigin } from './rule.js';

/** There is a pre-training, unless the cleaning starts from elsewhere; then it says which pairs it cleans with. */
export function modelComesFromSomewhere(root: MapNode): Diagnostic[] {
  if (root.entries.has('pretrain')) return [];
  const clean = nodeAt(root, ['clean']);
  if (clean === undefined)
    return [
      problem('EXPC202', 'missing key `pretrain`', {
        origin: headOf(root),
        hint: 'give a pre-training, or a `clean` that starts `from` another experiment or a file of weights',
      }),
    ];
  if (nodeAt(clean, ['from'])?.kind !== 'map')
    return [
      problem('EXPC202', 'missing key `pretrain`: the cleaning starts from it', {
        origin: keyOrigin(root, ['clean']),
        hint: 'give it, or let `clean.from` name another experiment or a file of weights',
      }),
    ];
  if (nodeAt(clean, ['data', 'dataset']) !== undefined || nodeAt(clean, ['data'])?.kind !== 'map') return [];
  return [
    problem('EXPC202', 'missing key `dataset` in `clean.data`: without `pretrain` it has no default', {
      origin: keyOrigin(root, ['clean', 'data']),
    }),
  ];
}

/** The first line of a document. */
function headOf(root: MapNode): MapNode['origin'] {
  const { place } = root.origin;
  return place === null ? root.origin : { ...root.origin, place: { ...place, end: place.start + 1 } };
}
