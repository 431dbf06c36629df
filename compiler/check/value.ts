import type { ErrorObject } from 'ajv';
import type { JsonSchema } from '../../schema/json-schema.js';
import { equalNodes, scalarAt } from '../document/access.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { ListNode, MapNode, Node, ScalarNode } from '../document/node.js';
import { formatPath, type Path } from '../document/path.js';
import { describeRange, describeSchema, describeValue, shorten } from '../diagnostics/describe.js';
import { problem } from '../diagnostics/problem.js';
import { orList, suggest } from '../diagnostics/suggest.js';
import { branches, childSchema, dereference, schemaAt } from '../language/language.js';
import { headOf } from './keys.js';

/** What one of ajv's errors about a value (not about its keys) means. */
export function valueProblem(root: MapNode, path: Path, node: Node, error: ErrorObject): Diagnostic {
  const schema = schemaAt(root, path) ?? {};
  const name = path.length === 0 ? 'the document' : `\`${formatPath(path)}\``;
  switch (error.keyword) {
    case 'discriminator':
      return kindProblem(root, path, node, schema, name);
    case 'enum':
    case 'const':
      return choiceProblem(node, schema, name);
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return rangeProblem(node, schema, name);
    case 'minItems':
    case 'maxItems':
    case 'minProperties':
    case 'minLength':
    case 'maxLength':
      return sizeProblem(path, node, error, name);
    case 'uniqueItems':
      return repeatProblem(node as ListNode, name);
    case 'pattern':
      return formProblem(node, schema, name);
    case 'oneOf':
      // Of several shapes the value has one, but not its range.
      if (schema.type === 'integer' && Number.isInteger(scalarOf(node)))
        return rangeProblem(node, schema, name);
      if (schema['x-form'] !== undefined && typeof scalarOf(node) === 'string')
        return formProblem(node, schema, name, wordsAt(root, path));
      return typeProblem(node, schema, name);
    default:
      return typeProblem(node, schema, name);
  }
}

function kindProblem(root: MapNode, path: Path, node: Node, schema: JsonSchema, name: string): Diagnostic {
  const kinds = [...(branches(schema)?.keys() ?? [])];
  const written = node.kind === 'map' ? node.entries.get('kind') : undefined;
  if (written === undefined || node.kind !== 'map') {
    const origin = node.kind === 'map' ? headOf(root, path, node) : node.origin;
    return problem('EXPC207', `${name} has no \`kind\``, {
      origin,
      hint: `its \`kind\` is ${orList(kinds)}`,
    });
  }
  const value = scalarAt(node, ['kind']);
  const near = suggest(String(value), kinds);
  return problem('EXPC207', `${name} has the unknown kind ${quote(written.value)}`, {
    origin: written.value.origin,
    ...(near === undefined
      ? { hint: `the kinds are ${orList(kinds)}` }
      : { label: `did you mean \`${near}\`?` }),
  });
}

function choiceProblem(node: Node, schema: JsonSchema, name: string): Diagnostic {
  const allowed = schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
  const near = node.kind === 'scalar' ? suggest(String(node.value), allowed.map(String)) : undefined;
  // `"1"` where 1 is meant: the same text, quoted.
  const quoted =
    node.kind === 'scalar' &&
    node.quoted &&
    allowed.some((one) => typeof one === 'number' && String(one) === node.value);
  if (quoted) return quotedNumber(node, name);
  return problem('EXPC205', `${name} must be ${orList(allowed.map(String))}, found ${describeValue(node)}`, {
    origin: node.origin,
    ...(near === undefined ? {} : { label: `did you mean \`${near}\`?` }),
  });
}

function rangeProblem(node: Node, schema: JsonSchema, name: string): Diagnostic {
  const unit = schema['x-unit'] === undefined ? '' : ` (${schema['x-unit']})`;
  const noun = schema.type === 'integer' ? 'an integer' : 'a number';
  return problem(
    'EXPC208',
    `${name} must be ${noun}${describeRange(schema)}${unit}, found ${describeValue(node)}`,
    {
      origin: node.origin,
    },
  );
}

function sizeProblem(path: Path, node: Node, error: ErrorObject, name: string): Diagnostic {
  if (path[0] === 'ablations' && ['matrix', 'zip', 'grids'].includes(String(path.at(-1))))
    return problem('EXPC501', `${name} is empty, so there are no runs`, {
      origin: node.origin,
      hint: 'give it an axis, or take it out',
    });
  const { limit } = error.params as { limit: number };
  const most = error.keyword.startsWith('max');
  const what = error.keyword.endsWith('Length') ? 'character' : node.kind === 'map' ? 'key' : 'item';
  const bound = `${most ? 'at most' : 'at least'} ${limit} ${what}${limit === 1 ? '' : 's'}`;
  return problem('EXPC209', `${name} must have ${bound}, found ${describeValue(node)}`, {
    origin: node.origin,
  });
}

function repeatProblem(list: ListNode, name: string): Diagnostic {
  const second = list.items.findIndex((item, index) =>
    list.items.slice(0, index).some((one) => equalNodes(one, item)),
  );
  const item = list.items[second] ?? list;
  const first = list.items.find((one) => equalNodes(one, item));
  return problem('EXPC210', `${name} lists ${describeValue(item)} twice`, {
    origin: item.origin,
    label: 'second time',
    related: first === undefined ? [] : [{ message: 'first time', place: first.origin.place }],
  });
}

/** @param words that the value may be as well */
function formProblem(
  node: Node,
  schema: JsonSchema,
  name: string,
  words: readonly string[] = [],
): Diagnostic {
  const form = schema['x-form'] ?? `text that matches /${schema.pattern ?? ''}/`;
  const near = suggest(String(scalarOf(node)), words);
  return problem('EXPC211', `${name} must be ${form}, found ${describeValue(node)}`, {
    origin: node.origin,
    ...(near === undefined ? {} : { label: `did you mean \`${near}\`?` }),
  });
}

/** The words among the shapes that a value may have. */
function wordsAt(root: MapNode, path: Path): string[] {
  const around = schemaAt(root, path.slice(0, -1));
  const union = around === undefined ? undefined : childSchema(around, path.at(-1)!);
  return (union?.oneOf ?? []).flatMap((one) => (dereference(one).enum ?? []).map(String));
}

function typeProblem(node: Node, schema: JsonSchema, name: string): Diagnostic {
  const wantsNumber = acceptsNumber(schema);
  if (node.kind === 'scalar' && typeof node.value === 'string' && wantsNumber) {
    if (node.quoted && isNumber(node.value)) return quotedNumber(node, name);
    const unit = /^([-+]?[\d.]+(?:e[-+]?\d+)?)\s*([a-zA-Z%]+)$/i.exec(node.value);
    if (unit !== null && isNumber(unit[1]!)) return numberWithUnit(node, schema, name, unit[1]!, unit[2]!);
  }
  return problem('EXPC203', `${name} must be ${describeSchema(schema)}, found ${describeValue(node)}`, {
    origin: node.origin,
    ...hintForType(node, schema),
  });
}

function quotedNumber(node: ScalarNode, name: string): Diagnostic {
  return problem(
    'EXPC204',
    `${name} must be a number, found the quoted text \`${shorten(String(node.value))}\``,
    {
      origin: node.origin,
      label: 'remove the quotes',
    },
  );
}

function numberWithUnit(
  node: ScalarNode,
  schema: JsonSchema,
  name: string,
  number: string,
  unit: string,
): Diagnostic {
  const expected = schema['x-unit'];
  return problem('EXPC206', `${name} must be a bare number, found \`${shorten(String(node.value))}\``, {
    origin: node.origin,
    hint:
      expected === undefined
        ? `it has no unit: write ${number}`
        : unit === expected
          ? `write ${number}: the unit is ${expected}`
          : `its unit is ${expected}, not \`${unit}\``,
  });
}

function hintForType(node: Node, schema: JsonSchema): { hint?: string } {
  if (node.kind === 'scalar' && schema.type === 'boolean' && typeof node.value === 'string') {
    if (/^(yes|on|y)$/i.test(node.value)) return { hint: 'write `true`' };
    if (/^(no|off|n)$/i.test(node.value)) return { hint: 'write `false`' };
  }
  if (schema.type === 'array' && node.kind === 'scalar')
    return { hint: `write \`[${shorten(node.source)}]\`` };
  if (schema.type === 'string' && node.kind === 'scalar' && node.value !== null)
    return { hint: `put it into quotes: "${node.source}"` };
  return {};
}

function scalarOf(node: Node): unknown {
  return node.kind === 'scalar' ? node.value : undefined;
}

function acceptsNumber(schema: JsonSchema): boolean {
  if (schema.type === 'number' || schema.type === 'integer') return true;
  return schema.oneOf?.some(acceptsNumber) ?? false;
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}

function quote(node: Node): string {
  return node.kind === 'scalar' ? `\`${shorten(node.source)}\`` : describeValue(node);
}
