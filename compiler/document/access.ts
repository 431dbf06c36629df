import type { Entry, ListNode, MapNode, Node, Origin, ScalarNode } from './node.js';
import type { Path } from './path.js';

/** The child of a map or list by key or index. */
export function child(node: Node, step: string | number): Node | undefined {
  if (node.kind === 'map') return node.entries.get(String(step))?.value;
  if (node.kind === 'list' && /^\d+$/.test(String(step))) return node.items[Number(step)];
  return undefined;
}

/** The value at a path, if there is one. */
export function nodeAt(root: Node, path: Path): Node | undefined {
  let node: Node | undefined = root;
  for (const step of path) {
    if (node === undefined) return undefined;
    node = child(node, step);
  }
  return node;
}

/** The entry (key and value) at a path whose last step is a map's key. */
export function entryAt(root: Node, path: Path): Entry | undefined {
  const parent = nodeAt(root, path.slice(0, -1));
  const last = path.at(-1);
  return parent?.kind === 'map' && last !== undefined ? parent.entries.get(String(last)) : undefined;
}

/** The scalar value at a path; undefined for no value, a map or a list. */
export function scalarAt(root: Node, path: Path): ScalarNode['value'] | undefined {
  const node = nodeAt(root, path);
  return node?.kind === 'scalar' ? node.value : undefined;
}

/** The origin of the value at a path or, when there is none, of the nearest value around it. */
export function originAt(root: Node, path: Path): Origin {
  let node = root;
  for (const step of path) {
    const next = child(node, step);
    if (next === undefined) break;
    node = next;
  }
  return node.origin;
}

/** Plain data. Maps become objects without a prototype's surprises: `__proto__` is a key like any other. */
export function toValue(node: Node): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toValue);
  const out: Record<string, unknown> = {};
  for (const [key, entry] of node.entries) {
    const value = toValue(entry.value);
    if (key === '__proto__')
      Object.defineProperty(out, key, { value, enumerable: true, configurable: true, writable: true });
    else out[key] = value;
  }
  return out;
}

/** Are two values the same data, whatever their origins? Key order does not matter. */
export function equalNodes(a: Node, b: Node): boolean {
  if (a === b) return true;
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.value === b.value;
  if (a.kind === 'list')
    return (
      b.kind === 'list' &&
      a.items.length === b.items.length &&
      a.items.every((item, index) => equalNodes(item, b.items[index]!))
    );
  if (b.kind !== 'map' || a.entries.size !== b.entries.size) return false;
  for (const [key, entry] of a.entries) {
    const other = b.entries.get(key);
    if (other === undefined || !equalNodes(entry.value, other.value)) return false;
  }
  return true;
}

/** A new scalar that was not written in a file. */
export function scalarNode(written: ScalarNode['value'], origin: Origin): ScalarNode {
  const value = Object.is(written, -0) ? 0 : written; // JSON knows one zero.
  return { kind: 'scalar', value, source: String(value), quoted: typeof value === 'string', origin };
}

/** Plain data as nodes of one origin. */
export function fromValue(value: unknown, origin: Origin): Node {
  if (Array.isArray(value))
    return { kind: 'list', items: value.map((item) => fromValue(item, origin)), origin } satisfies ListNode;
  if (value !== null && typeof value === 'object') {
    const entries = new Map<string, Entry>();
    for (const [key, inner] of Object.entries(value))
      entries.set(key, { key: origin, value: fromValue(inner, origin) });
    return { kind: 'map', entries, origin } satisfies MapNode;
  }
  return scalarNode(value as ScalarNode['value'], origin);
}

/** A copy of a map with one entry set. */
export function withEntry(map: MapNode, key: string, entry: Entry): MapNode {
  return { ...map, entries: new Map(map.entries).set(key, entry) };
}
