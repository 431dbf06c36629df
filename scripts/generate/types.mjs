// TypeScript types of the language, as it is written and with its defaults filled in.
import { compile } from 'json-schema-to-typescript';

/** The bundle without what json-schema-to-typescript cannot read next to a $ref. */
function forTypes(value) {
  if (Array.isArray(value)) return value.map(forTypes);
  if (value === null || typeof value !== 'object') return value;
  if ('$ref' in value) return { $ref: value.$ref };
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'discriminator' && !key.startsWith('x-'))
      .map(([key, inner]) => [key, forTypes(inner)]),
  );
}

/** The schema of a document whose defaults are filled in: every key that has a default is required. */
function resolved(value, definitions) {
  if (Array.isArray(value)) return value.map((item) => resolved(item, definitions));
  if (value === null || typeof value !== 'object') return value;
  const out = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, resolved(inner, definitions)]),
  );
  const hasDefault = (property) =>
    'default' in property || 'default' in (definitions[property.$ref?.replace('#/definitions/', '')] ?? {});
  if (out.properties) {
    const filled = Object.keys(out.properties).filter((key) => hasDefault(out.properties[key]));
    out.required = [...new Set([...(out.required ?? []), ...filled])];
  }
  return out;
}

/** The types of a schema, as a module. */
function typesOf(schema, note) {
  return compile(forTypes(schema), 'Experiment', {
    bannerComment: `// Generated from schema/*.schema.json by scripts/generate.mjs. Do not edit.\n// ${note}`,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
    style: { singleQuote: true, printWidth: 110 },
  });
}

export const writtenTypes = (schema) => typesOf(schema, 'The document as a person writes it.');
export const resolvedTypes = (schema) =>
  typesOf(resolved(schema, schema.definitions), 'The document with its defaults filled in.');
