import type { ErrorObject } from 'ajv';
import { validate } from '../../schema/generated/validate.mjs';
import { nodeAt, toValue } from '../document/access.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { MapNode, Node } from '../document/node.js';
import { formatPath, type Path } from '../document/path.js';
import { patchOf } from '../resolve/patch.js';
import { isTemplate } from '../resolve/template.js';
import { keyProblems } from './keys.js';
import { valueProblem } from './value.js';

export interface SchemaOptions {
  /** The document is a part (a template, a patch): keys may be missing. */
  readonly partial?: boolean;
}

/** Check a document against the language's schema: ajv finds what is wrong, this says it to a person. */
export function checkSchema(root: MapNode, options: SchemaOptions = {}): Diagnostic[] {
  if (validate(toValue(root))) return [];
  const partial = options.partial ?? false;
  const byPlace = groupByPath(root, withoutShadows(root, validate.errors ?? []));
  const found: Diagnostic[] = [];
  for (const { path, node, errors } of byPlace) {
    // A reference stands for a value that is not known yet.
    if (node.kind === 'scalar' && typeof node.value === 'string' && isTemplate(node.value)) continue;
    if (isExpansions(path, errors)) continue;
    // In a part, null removes what it is merged over.
    if (partial && isNull(node) && typeof path.at(-1) === 'string') continue;
    const kindless = errors.some((error) => error.keyword === 'discriminator');
    const keys = errors.filter((error) => isKeyError(error) && !kindless);
    if (node.kind === 'map' && keys.length > 0) found.push(...keyProblems(root, path, node, keys, partial));
    const other = errors.find((error) => isValueError(error) && !(partial && isMissingKind(error)));
    if (other !== undefined) found.push(valueProblem(root, path, node, other));
  }
  return found;
}

/** Check one value at its path, as if the rest of the document were fine. Dotted keys must be written out before. */
export function checkValueAt(path: readonly string[], value: Node, around?: MapNode): Diagnostic[] {
  const patch = path.length === 0 ? value : patchOf(path, value);
  if (patch.kind !== 'map') throw new Error(`no document is a ${patch.kind}: ${formatPath(path)}`);
  return checkSchema(around === undefined ? patch : withKinds(patch, around), { partial: true });
}

/** The patch with the `kind`s of the document around it, so that the right branch of a union is checked. */
export function withKinds(patch: MapNode, around: MapNode): MapNode {
  const entries = new Map(patch.entries);
  const kind = around.entries.get('kind');
  if (kind !== undefined && !entries.has('kind')) entries.set('kind', kind);
  for (const [key, entry] of patch.entries) {
    const below = around.entries.get(key)?.value;
    if (entry.value.kind === 'map' && below?.kind === 'map')
      entries.set(key, { key: entry.key, value: withKinds(entry.value, below) });
  }
  return { ...patch, entries };
}

interface Place {
  readonly path: Path;
  readonly node: Node;
  readonly errors: readonly ErrorObject[];
}

function groupByPath(root: MapNode, errors: readonly ErrorObject[]): Place[] {
  const groups = new Map<string, ErrorObject[]>();
  for (const error of errors) {
    const group = groups.get(error.instancePath);
    if (group === undefined) groups.set(error.instancePath, [error]);
    else group.push(error);
  }
  const places: Place[] = [];
  for (const [pointer, group] of groups) {
    const path = pointerPath(root, pointer);
    const node = nodeAt(root, path);
    if (node !== undefined) places.push({ path, node, errors: group });
  }
  return places;
}

/**
 * A union of shapes (a text or a list; `last` or a number) gives an error for each branch. Errors inside the value
 * mean that its shape was right: they stay, and so do errors about the keys of a map where a map is allowed. Otherwise
 * the union's own error is the only one.
 */
function withoutShadows(root: MapNode, errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const unions = errors.filter((error) => error.keyword === 'oneOf').map((error) => error.instancePath);
  if (unions.length === 0) return errors;
  return errors.filter((error) => {
    if (!unions.includes(error.instancePath)) return true;
    const about = isKeyError(error) || error.keyword === 'discriminator';
    if (error.keyword !== 'oneOf') return about && isMapIn(root, error.instancePath);
    const keys = errors.some(
      (other) =>
        other.instancePath === error.instancePath && (isKeyError(other) || other.keyword === 'discriminator'),
    );
    if (keys && isMapIn(root, error.instancePath)) return false;
    return !errors.some((other) => other.instancePath.startsWith(`${error.instancePath}/`));
  });
}

function isMapIn(root: MapNode, pointer: string): boolean {
  return nodeAt(root, pointerPath(root, pointer))?.kind === 'map';
}

/** Axes and their values: expanding the ablations says what is wrong with them. */
function isExpansions(path: Path, errors: readonly ErrorObject[]): boolean {
  if (path[0] !== 'ablations') return false;
  const inside = path[2] === 'grids' ? path.slice(4) : path.slice(2);
  if (inside[0] === 'matrix' || inside[0] === 'zip') return inside.length > 1;
  return (
    inside.length === 1 && inside[0] === 'seeds' && errors.every(({ keyword }) => /Items$/.test(keyword))
  );
}

function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function isKeyError(error: ErrorObject): boolean {
  return ['required', 'additionalProperties', 'propertyNames'].includes(error.keyword);
}

/** The form of a key is told by the error about the key. */
function isValueError(error: ErrorObject): boolean {
  return !isKeyError(error) && error.propertyName === undefined;
}

function isMissingKind(error: ErrorObject): boolean {
  return error.keyword === 'discriminator' && (error.params as { tagValue?: unknown }).tagValue === undefined;
}

/** A JSON Pointer (RFC 6901) as a path; steps into lists become numbers. */
function pointerPath(root: Node, pointer: string): Path {
  if (pointer === '') return [];
  const path: (string | number)[] = [];
  let node: Node | undefined = root;
  for (const raw of pointer.slice(1).split('/')) {
    const step = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    const key: string | number = node?.kind === 'list' ? Number(step) : step;
    path.push(key);
    node = node === undefined ? undefined : nodeAt(node, [key]);
  }
  return path;
}
