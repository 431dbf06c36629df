import type { JsonSchema } from '../../schema/json-schema.js';
import { fromValue, scalarAt } from '../document/access.js';
import type { Entry, MapNode, Node, Origin, ScalarNode } from '../document/node.js';
import { childSchema, dereference, language, narrow } from '../language/language.js';

const fromLanguage: Origin = { place: null, via: [{ how: 'default', what: 'default', place: null }] };
const fromStudy: Origin = {
  place: null,
  via: [{ how: 'compatibility', what: 'compatibility: study', place: null }],
};

/** Which defaults are filled in. */
type Mode = 'none' | 'textbook' | 'study';

/**
 * Fill in what the document leaves out and the language has a default for; under `compatibility: study` the study's
 * own default where there is one.
 */
export function fillDefaults(root: MapNode): MapNode {
  const mode = scalarAt(root, ['compatibility']) === 'study' ? 'study' : 'textbook';
  return fill(root, narrow(language, root), mode) as MapNode;
}

/** Values of environment variables that stand where the language wants text become text: `123` is a title too. */
export function environmentTexts(root: MapNode): MapNode {
  return fill(root, narrow(language, root), 'none') as MapNode;
}

function fill(node: Node, schema: JsonSchema, mode: Mode): Node {
  if (node.kind === 'scalar') return asText(node, schema);
  if (node.kind === 'list') return fillList(node, schema, mode);
  const entries = new Map<string, Entry>();
  let changed = false;
  for (const [key, entry] of node.entries) {
    const inner = childSchema(schema, key);
    const value = inner === undefined ? entry.value : fill(entry.value, narrow(inner, entry.value), mode);
    changed ||= value !== entry.value;
    entries.set(key, value === entry.value ? entry : { key: entry.key, value });
  }
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    if (entries.has(key)) continue;
    const value = defaultOf(dereference(property), mode);
    if (value === undefined) continue;
    entries.set(key, { key: value.origin, value });
    changed = true;
  }
  return changed ? { ...node, entries } : node;
}

function fillList(node: Node & { kind: 'list' }, schema: JsonSchema, mode: Mode): Node {
  if (schema.items === undefined) return node;
  const inner = dereference(schema.items);
  const items = node.items.map((item) => fill(item, narrow(inner, item), mode));
  return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
}

function defaultOf(schema: JsonSchema, mode: Mode): Node | undefined {
  if (mode === 'study' && schema['x-study-default'] !== undefined)
    return fromValue(schema['x-study-default'], fromStudy);
  if (mode === 'none' || schema.default === undefined) return undefined;
  const value = fromValue(schema.default, fromLanguage);
  return fill(value, narrow(schema, value), mode);
}

/** `${env:NAME}` where text is expected: `123` in the variable is the text `123`. */
function asText(node: ScalarNode, schema: JsonSchema): ScalarNode {
  if (schema.type !== 'string' || typeof node.value === 'string' || node.quoted) return node;
  const fromEnvironment = node.origin.via.some(
    (via) => via.how === 'reference' && via.what.startsWith('${env:'),
  );
  return fromEnvironment ? { ...node, value: node.source, quoted: true } : node;
}
