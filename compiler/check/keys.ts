import type { ErrorObject } from 'ajv';
import type { Diagnostic } from '../document/diagnostic.js';
import { entryAt } from '../document/access.js';
import type { MapNode, Origin } from '../document/node.js';
import { formatPath, type Path } from '../document/path.js';
import { describeSchema } from '../diagnostics/describe.js';
import { problem } from '../diagnostics/problem.js';
import { orList, suggest } from '../diagnostics/suggest.js';
import { childSchema, schemaAt } from '../language/language.js';

/** Unknown and missing keys of one map. A misspelt key beside the one that is missing is one problem, not two. */
export function keyProblems(
  root: MapNode,
  path: Path,
  map: MapNode,
  errors: readonly ErrorObject[],
  partial: boolean,
): Diagnostic[] {
  const unknown = named(errors, 'additionalProperties', 'additionalProperty');
  const malformed = named(errors, 'propertyNames', 'propertyName');
  const missing = partial ? new Set<string>() : new Set(named(errors, 'required', 'missingProperty'));
  const known = Object.keys(schemaAt(root, path)?.properties ?? {});
  const single = unknown.length === 1 && missing.size === 1;
  const found = malformed.map((key) => malformedKey(root, path, map, key));
  for (const key of unknown) {
    const near = suggest(key, missing) ?? suggest(key, known) ?? (single ? [...missing][0] : undefined);
    if (near !== undefined) missing.delete(near);
    found.push(unknownKey(root, path, map, key, near, known));
  }
  if (missing.size > 0) found.push(missingKeys(root, path, map, [...missing]));
  return found;
}

function named(errors: readonly ErrorObject[], keyword: string, param: string): string[] {
  return errors
    .filter((error) => error.keyword === keyword)
    .map((error) => String((error.params as Record<string, unknown>)[param]));
}

function unknownKey(
  root: MapNode,
  path: Path,
  map: MapNode,
  key: string,
  near: string | undefined,
  known: readonly string[],
): Diagnostic {
  const elsewhere = near === undefined ? schemaPlaces(root, key) : [];
  const free = known.filter((name) => !map.entries.has(name));
  return problem('EXPC201', `unknown key \`${key}\`${where(root, path)}`, {
    origin: map.entries.get(key)!.key,
    ...(near === undefined ? {} : { label: `did you mean \`${near}\`?` }),
    ...(near !== undefined ? {} : { hint: hintFor(elsewhere, free, key) }),
  });
}

function hintFor(elsewhere: readonly string[], free: readonly string[], key: string): string {
  if (elsewhere.length > 0) return `\`${key}\` belongs in ${orList(elsewhere.slice(0, 3))}`;
  if (key.includes('.'))
    return 'dotted keys are for patches (`set`, axes, `--set`): write maps inside each other here';
  if (free.length === 0) return 'take it out, or start its name with `x-` to keep it as a note';
  return `allowed here: ${free
    .slice(0, 12)
    .map((name) => `\`${name}\``)
    .join(', ')}${free.length > 12 ? ', ...' : ''}`;
}

/** Other sections of the document that have such a key: it may only stand at the wrong place. */
function schemaPlaces(root: MapNode, key: string): string[] {
  return [...root.entries.keys()].filter((section) => {
    const schema = schemaAt(root, [section]);
    return schema !== undefined && schema.properties !== undefined && key in schema.properties;
  });
}

function missingKeys(root: MapNode, path: Path, map: MapNode, keys: readonly string[]): Diagnostic {
  const origin = headOf(root, path, map);
  const [key] = keys;
  if (keys.length > 1) {
    const names = `${orList(keys, true, 'and')}`;
    return problem('EXPC202', `missing keys ${names}${where(root, path)}`, { origin });
  }
  const schema = schemaAt(root, path);
  const inner = schema === undefined ? undefined : childSchema(schema, key!);
  return problem('EXPC202', `missing key \`${key!}\`${where(root, path)}`, {
    origin,
    ...(inner === undefined
      ? {}
      : { hint: `\`${key!}\` is ${describeSchema(inner)}: ${firstSentence(inner.description)}` }),
  });
}

function malformedKey(root: MapNode, path: Path, map: MapNode, key: string): Diagnostic {
  const form = schemaAt(root, path)?.propertyNames?.['x-form'];
  return problem('EXPC211', `\`${key}\` is no name that can be used${where(root, path)}`, {
    origin: map.entries.get(key)!.key,
    ...(form === undefined ? {} : { hint: `a name is ${form}` }),
  });
}

/** ` in \`clean.optimizer\``, with the kind of a union. */
function where(root: MapNode, path: Path): string {
  if (path.length === 0) return '';
  const kind = entryAt(root, [...path, 'kind'])?.value;
  const ofKind = kind?.kind === 'scalar' ? ` of kind \`${String(kind.value)}\`` : '';
  return ` in \`${formatPath(path)}\`${ofKind}`;
}

/** Where to point for a map as a whole: its key, or its first line. */
export function headOf(root: MapNode, path: Path, map: MapNode): Origin {
  const key = entryAt(root, path)?.key;
  // A list item or the document has no key; the key may have been written in another file than the map.
  if (key !== undefined && key.place !== null && key.place.file === map.origin.place?.file)
    return { ...map.origin, place: key.place };
  const place = map.origin.place;
  if (place === null) return key ?? map.origin;
  const first = [...map.entries.values()].find((entry) => entry.key.place?.start === place.start);
  return { ...map.origin, place: first?.key.place ?? { ...place, end: place.start + 1 } };
}

function firstSentence(text: string | undefined): string {
  const sentence = /^.*?[.:;](?=\s|$)/.exec(text ?? '')?.[0] ?? text ?? '';
  return sentence.replace(/[.:;]$/, '').replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());
}
