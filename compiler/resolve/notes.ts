import type { Entry, Node } from '../document/node.js';

/** A person's notes: keys that start with `x-`, anywhere. They mean nothing and are dropped before anything else. */
export function isNote(key: string): boolean {
  return key.startsWith('x-');
}

/** The value without notes; shared with the original where there are none. */
export function withoutNotes(node: Node): Node {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'list') {
    const items = node.items.map(withoutNotes);
    return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
  }
  const entries = new Map<string, Entry>();
  let changed = false;
  for (const [key, entry] of node.entries) {
    if (isNote(key)) {
      changed = true;
      continue;
    }
    const value = withoutNotes(entry.value);
    changed ||= value !== entry.value;
    entries.set(key, { key: entry.key, value });
  }
  return changed ? { ...node, entries } : node;
}
