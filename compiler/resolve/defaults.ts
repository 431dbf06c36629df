import type { JsonSchema } from '../../schema/json-schema.js';
import { fromValue, scalarAt } from '../document/access.js';
import type { Entry, MapNode, Node, Origin, ScalarNode } from '../document/node.js';
import { childSchema, dereference, language, narrow } from '../language/language.js';

const fromLanguage: Origin = { place: null, via: [{ how: 'default', what: 'default', place: null }] };
const fromStudy: Origin = {
  place: null,
  via: [{ how: 'compatibility', what: 'compatibility: study', place: null }],
};

/**
 * Fill in what the document leaves out and the language has a default for; under `compatibility: study` the study's
 * own default where there is one. Values of environment variables that stand where text is expected become text.
 */
export function fillDefaults(root: MapNode): MapNode {
  const study = scalarAt(root, ['compatibility']) === 'study';
  return fill(root, narrow(language, root), study) as MapNode;
}

function fill(node: Node, schema: JsonSchema, study: boolean): Node {
  if (node.kind === 'scalar') return asText(node, schema);
  if (node.kind === 'list') return fillList(node, schema, study);
  const entries = new Map<string, Entry>();
  let changed = false;
  for (const [key, entry] of node.entries) {
    const inner = childSchema(schema, key);
    const value = inner === undefined ? entry.value : fill(entry.value, narrow(inner, entry.value), study);
    changed ||= value !== entry.value;
    entries.set(key, value === entry.value ? entry : { key: entry.key, value });
  }
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    if (entries.has(key)) continue;
    const value = defaultOf(dereference(property), study);
    if (value === undefined) continue;
    entries.set(key, { key: value.origin, value });
    changed = true;
  }
  return changed ? { ...node, entries } : node;
}

function fillList(node: Node & { kind: 'list' }, schema: JsonSchema, study: boolean): Node {
  if (schema.items === undefined) return node;
  const inner = dereference(schema.items);
  const items = node.items.map((item) => fill(item, narrow(inner, item), study));
  return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
}

function defaultOf(schema: JsonSchema, study: boolean): Node | undefined {
  if (study && schema['x-study-default'] !== undefined)
    return fromValue(schema['x-study-default'], fromStudy);
  if (schema.default === undefined) return undefined;
  const value = fromValue(schema.default, fromLanguage);
  return fill(value, narrow(schema, value), study);
}

/** `${env:NAME}` where text is expected: `123` in the variable is the text `123`. */
function asText(node: ScalarNode, schema: JsonSchema): ScalarNode {
  if (schema.type !== 'string' || typeof node.value === 'string' || node.quoted) return node;
  const fromEnvironment = node.origin.via.some(
    (via) => via.how === 'reference' && via.what.startsWith('${env:'),
  );
  return fromEnvironment ? { ...node, value: node.source, quoted: true } : node;
}
