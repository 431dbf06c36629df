import { experimentSchema } from '../../schema/generated/schema.js';
import type { JsonSchema } from '../../schema/json-schema.js';
import { child, scalarAt } from '../document/access.js';
import type { Node } from '../document/node.js';
import type { Path } from '../document/path.js';

const flat = new WeakMap<JsonSchema, JsonSchema>();

/** A schema without `$ref`: what the reference names, with what stands beside the reference on top. */
export function dereference(schema: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const known = flat.get(schema);
  if (known !== undefined) return known;
  const { $ref, ...beside } = schema;
  const target = experimentSchema.definitions?.[$ref.replace('#/definitions/', '')];
  if (target === undefined) throw new Error(`the schema has no ${$ref}`);
  const merged = { ...dereference(target), ...beside };
  flat.set(schema, merged);
  return merged;
}

/** The whole language. */
export const language: JsonSchema = experimentSchema;

/** The branches of a union by `kind`; undefined for what is no such union. */
export function branches(schema: JsonSchema): ReadonlyMap<string, JsonSchema> | undefined {
  if (schema.discriminator === undefined || schema.oneOf === undefined) return undefined;
  const key = schema.discriminator.propertyName;
  return new Map(
    schema.oneOf.map((branch) => {
      const found = dereference(branch);
      return [String(found.properties?.[key]?.const), found] as const;
    }),
  );
}

/** The schema that holds for a value: of a union, the branch that the value's `kind` (or its type) picks. */
export function narrow(schema: JsonSchema, node: Node | undefined): JsonSchema {
  const found = dereference(schema);
  const kinds = branches(found);
  if (kinds !== undefined) {
    const kind = node === undefined ? undefined : scalarAt(node, ['kind']);
    return kinds.get(String(kind)) ?? found;
  }
  if (found.oneOf === undefined || node === undefined) return found;
  const branch = found.oneOf.map(dereference).find((one) => fitsType(one, node));
  return branch === undefined ? found : narrow(branch, node);
}

/** The schema of a child by key or index; undefined where the language has none. */
export function childSchema(schema: JsonSchema, step: string | number): JsonSchema | undefined {
  if (typeof step === 'number' || schema.type === 'array')
    return schema.items === undefined ? undefined : dereference(schema.items);
  const property = schema.properties?.[step];
  if (property !== undefined) return dereference(property);
  const other = schema.additionalProperties;
  return typeof other === 'object' ? dereference(other) : undefined;
}

/** The schema at a path of a document; the document's `kind`s pick the branches of unions. */
export function schemaAt(root: Node | undefined, path: Path): JsonSchema | undefined {
  let schema: JsonSchema | undefined = narrow(language, root);
  let node = root;
  for (const step of path) {
    schema = childSchema(schema, step);
    node = node === undefined ? undefined : child(node, step);
    if (schema === undefined) return undefined;
    schema = narrow(schema, node);
  }
  return schema;
}

function fitsType(schema: JsonSchema, node: Node): boolean {
  if (node.kind === 'map') return schema.type === 'object';
  if (node.kind === 'list') return schema.type === 'array';
  if (schema.const !== undefined) return schema.const === node.value;
  if (schema.type === 'integer' || schema.type === 'number') return typeof node.value === 'number';
  return schema.type === typeof node.value;
}
