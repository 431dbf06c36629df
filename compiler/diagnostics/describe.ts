import type { Node } from '../document/node.js';
import type { JsonSchema } from '../../schema/json-schema.js';
import { dereference } from '../language/language.js';
import { orList } from './suggest.js';

/** What a value is, in words: "the text `abc`", "a list of 3 items". */
export function describeValue(node: Node): string {
  if (node.kind === 'map') return node.entries.size === 0 ? 'an empty map' : 'a map';
  if (node.kind === 'list') {
    const count = node.items.length;
    return count === 0 ? 'an empty list' : `a list of ${count} ${count === 1 ? 'item' : 'items'}`;
  }
  if (node.value === null) return 'nothing (`null`)';
  if (typeof node.value === 'string') return `the text \`${shorten(node.value)}\``;
  return `\`${node.source}\``;
}

/** A value as it is shown in a message: not longer than a line. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 40 ? line : `${line.slice(0, 37)}...`;
}

/** What a schema expects, in words: "an integer from 1 to 1024 (px)". */
export function describeSchema(written: JsonSchema): string {
  const schema = dereference(written);
  if (schema.oneOf !== undefined && schema.discriminator === undefined) {
    const each = [...new Set(schema.oneOf.map(describeSchema))];
    return orList(each, false);
  }
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum !== undefined) return orList(schema.enum.map(String));
  const unit = schema['x-unit'] === undefined ? '' : ` (${schema['x-unit']})`;
  switch (schema.type) {
    case 'integer':
      return `an integer${describeRange(schema)}${unit}`;
    case 'number':
      return `a number${describeRange(schema)}${unit}`;
    case 'boolean':
      return '`true` or `false`';
    case 'array':
      return 'a list';
    case 'object':
      return 'a map';
    default:
      return 'text';
  }
}

/** The allowed range, with a space before it; empty without one. The largest safe integer is no limit to tell. */
export function describeRange(schema: JsonSchema): string {
  const { minimum, exclusiveMinimum, exclusiveMaximum } = schema;
  const maximum = schema.maximum === Number.MAX_SAFE_INTEGER ? undefined : schema.maximum;
  const low =
    minimum !== undefined
      ? `${minimum}`
      : exclusiveMinimum !== undefined
        ? `above ${exclusiveMinimum}`
        : null;
  if (low !== null && maximum !== undefined)
    return minimum !== undefined ? ` from ${low} to ${maximum}` : ` ${low} and at most ${maximum}`;
  if (low !== null && exclusiveMaximum !== undefined)
    return minimum !== undefined
      ? ` from ${low} to below ${exclusiveMaximum}`
      : ` ${low} and below ${exclusiveMaximum}`;
  if (low !== null) return minimum !== undefined ? ` of at least ${low}` : ` ${low}`;
  if (maximum !== undefined) return ` of at most ${maximum}`;
  return exclusiveMaximum === undefined ? '' : ` below ${exclusiveMaximum}`;
}
