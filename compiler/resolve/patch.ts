import type { Diagnostic } from '../document/diagnostic.js';
import type { Entry, MapNode, Node } from '../document/node.js';
import { formatPath, parsePath } from '../document/path.js';
import { problem } from '../diagnostics/problem.js';

export interface Expanded {
  readonly node: MapNode;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Write a patch's dotted keys out: `clean.optimizer.lr: 1e-4` becomes maps inside each other. Keys may be dotted at
 * any depth. One value given twice is a diagnostic.
 */
export function expandPatch(patch: MapNode): Expanded {
  const diagnostics: Diagnostic[] = [];
  return { node: expandMap(patch, [], diagnostics), diagnostics };
}

/** A patch of one value: the map that has it at `path` and nothing else. */
export function patchOf(path: readonly string[], value: Node, key = value.origin): MapNode {
  let node = value;
  for (const step of [...path].reverse())
    node = { kind: 'map', entries: new Map([[step, { key, value: node }]]), origin: key };
  if (node.kind !== 'map') throw new Error('a patch needs a path');
  return node;
}

function expandMap(map: MapNode, path: readonly string[], diagnostics: Diagnostic[]): MapNode {
  if (!needsExpansion(map)) return map;
  const entries = new Map<string, Entry>();
  for (const [key, entry] of map.entries) {
    const [first, ...rest] = parsePath(key);
    const inner = rest.length === 0 ? entry.value : patchOf(rest, entry.value, entry.key);
    const here = [...path, first!];
    const value = inner.kind === 'map' ? expandMap(inner, here, diagnostics) : inner;
    const added = { key: entry.key, value };
    const before = entries.get(first!);
    entries.set(first!, before === undefined ? added : join(before, added, here, diagnostics));
  }
  return { ...map, entries };
}

function needsExpansion(node: Node): boolean {
  if (node.kind !== 'map') return false;
  for (const [key, entry] of node.entries) if (key.includes('.') || needsExpansion(entry.value)) return true;
  return false;
}

/** Two entries of one patch that name the same key in different spellings. */
function join(a: Entry, b: Entry, path: readonly string[], diagnostics: Diagnostic[]): Entry {
  if (a.value.kind !== 'map' || b.value.kind !== 'map') {
    const name = formatPath(path);
    diagnostics.push(
      problem('EXPC310', `\`${name}\` is set twice in one patch`, {
        origin: b.key,
        label: 'second time',
        related: [{ message: 'first time', place: a.key.place }],
        hint: 'keep one of the two',
      }),
    );
    return b;
  }
  const entries = new Map(a.value.entries);
  for (const [key, entry] of b.value.entries) {
    const before = entries.get(key);
    entries.set(key, before === undefined ? entry : join(before, entry, [...path, key], diagnostics));
  }
  return { key: a.key, value: { ...a.value, entries } };
}
