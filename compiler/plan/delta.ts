/** One difference between two documents: the value that the second has at a path, or that it has none. */
export interface Change {
  /** The steps, joined by dots. */
  readonly path: string;
  readonly steps: readonly string[];
  /** Undefined where the second document has no value. */
  readonly value: unknown;
}

type Json = Record<string, unknown>;

/** What turns one document into another. Maps are compared key by key; lists and scalars as a whole. */
export function difference(from: unknown, to: unknown): Change[] {
  const changes: Change[] = [];
  compare(from, to, [], changes);
  return changes;
}

function compare(from: unknown, to: unknown, steps: readonly string[], changes: Change[]): void {
  if (Object.is(from, to)) return;
  if (isMap(from) && isMap(to)) {
    for (const key of Object.keys(from)) compare(from[key], to[key], [...steps, key], changes);
    for (const key of Object.keys(to))
      if (!(key in from)) compare(undefined, to[key], [...steps, key], changes);
  } else if (!equal(from, to)) changes.push({ path: steps.join('.'), steps, value: to });
}

/** Are two values the same data? */
export function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b) || a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => equal(item, b[index]));
  if (!isMap(a) || !isMap(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && equal(a[key], b[key]));
}

/** A copy of a document with changes made; what does not change is shared with it. */
export function withChanges<T>(document: T, changes: readonly Change[]): T {
  if (changes.length === 0) return document;
  const own = new Set<Json>();
  let root: unknown = document;
  for (const change of changes) root = changed(root, change, 0, own);
  return root as T;
}

/** @param own maps made for this copy: they may be written to */
function changed(value: unknown, change: Change, depth: number, own: Set<Json>): unknown {
  if (depth === change.steps.length) return change.value;
  const step = change.steps[depth]!;
  let map = isMap(value) ? value : {};
  if (!own.has(map)) own.add((map = { ...map }));
  const inner = changed(map[step], change, depth + 1, own);
  if (inner !== undefined) map[step] = inner;
  else Reflect.deleteProperty(map, step);
  return map;
}

export function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
