import { equalNodes } from '../document/access.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { Entry, ListNode, MapNode, Node, Via } from '../document/node.js';
import { unusedEdits } from './edits.js';
import { expandPatch } from './patch.js';

/**
 * Merge a patch over a map by JSON Merge Patch (RFC 7396): maps merge, everything else replaces, null removes. Beyond
 * the RFC: a patch that changes `kind` drops the base's other keys of that map, and a list tagged `!append` or
 * `!remove` edits the base's list. What is replaced stays reachable through `origin.replaced`.
 */
export function mergePatch(base: MapNode, patch: MapNode): MapNode {
  const start: ReadonlyMap<string, Entry> = changesKind(base, patch) ? new Map() : base.entries;
  const entries = new Map(start);
  for (const [key, entry] of patch.entries) {
    if (isNull(entry.value)) {
      entries.delete(key);
      continue;
    }
    const value = mergeValue(entries.get(key)?.value, entry.value, base.entries.get(key)?.value);
    entries.set(key, { key: entry.key, value });
  }
  return { kind: 'map', entries, origin: patch.origin };
}

/**
 * Merge a patch whose keys may be dotted (`clean.optimizer.lr`), and note on its values how they came.
 *
 * @param report takes what is wrong with the patch: a value set twice, a list edit that edits nothing
 */
export function applyPatch(
  base: MapNode,
  patch: MapNode,
  via: Via | null,
  report?: (found: Diagnostic) => void,
): MapNode {
  const { node, diagnostics } = expandPatch(patch);
  if (report !== undefined) [...diagnostics, ...unusedEdits(base, node)].forEach(report);
  const merged = mergePatch(base, via === null ? node : (withVia(node, via) as MapNode));
  return { ...merged, origin: base.origin };
}

/** A copy of a value whose origins, and those of all values inside, say one more step of how they came. */
export function withVia(node: Node, via: Via): Node {
  const origin = { ...node.origin, via: [via, ...node.origin.via] };
  if (node.kind === 'scalar') return { ...node, origin };
  if (node.kind === 'list') return { ...node, items: node.items.map((item) => withVia(item, via)), origin };
  const entries = new Map<string, Entry>();
  for (const [key, entry] of node.entries) {
    const keyOrigin = { ...entry.key, via: [via, ...entry.key.via] };
    entries.set(key, { key: keyOrigin, value: withVia(entry.value, via) });
  }
  return { ...node, entries, origin };
}

/** What remains of a patch that meets nothing: removals have nothing to remove, edits nothing to edit. */
export function withoutRemovals(node: Node): Node {
  if (node.kind !== 'map') return node.kind === 'list' ? editList(undefined, node) : node;
  const entries = new Map<string, Entry>();
  for (const [key, entry] of node.entries)
    if (!isNull(entry.value)) entries.set(key, { key: entry.key, value: withoutRemovals(entry.value) });
  return { ...node, entries };
}

function mergeValue(base: Node | undefined, patch: Node, replaced: Node | undefined): Node {
  if (patch.kind === 'map' && base?.kind === 'map') return mergePatch(base, patch);
  const value = patch.kind === 'list' ? editList(base, patch) : withoutRemovals(patch);
  return replaced === undefined ? value : { ...value, origin: { ...value.origin, replaced } };
}

/** Apply `!append` and `!remove`; a list without a tag replaces. Nothing to edit counts as the empty list. */
function editList(base: Node | undefined, patch: ListNode): ListNode {
  const { edit, ...list } = patch;
  if (edit === undefined) return list;
  const items = base?.kind === 'list' ? base.items : [];
  if (edit === 'append') return { ...list, items: [...items, ...patch.items] };
  return { ...list, items: items.filter((item) => !patch.items.some((gone) => equalNodes(gone, item))) };
}

function changesKind(base: MapNode, patch: MapNode): boolean {
  const before = base.entries.get('kind')?.value;
  const after = patch.entries.get('kind')?.value;
  if (before?.kind !== 'scalar' || after?.kind !== 'scalar') return false;
  return after.value !== null && before.value !== after.value;
}

function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.value === null;
}
