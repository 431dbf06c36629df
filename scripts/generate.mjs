// Generates what is derived from the schema files: the bundled JSON Schema, the TypeScript types and the validator.
// `node scripts/generate.mjs --check` fails when a generated file is stale.
import { readdirSync, readFileSync, writeFileSync, mkdirSync, existsSync } from 'node:fs';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'schema');
const check = process.argv.includes('--check');

/** Name of a definition in the bundle: its title, else its key. */
function definitionName(key, schema) {
  return schema.title ?? key;
}

/** All schema files as one draft-07 schema; every file and inner definition becomes a definition of its own. */
function bundle() {
  const files = readdirSync(folder).filter((name) => name.endsWith('.schema.json'));
  const names = new Map();
  const parsed = files.map((file) => {
    const schema = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    names.set(`${file}#`, definitionName(file, schema));
    for (const [key, inner] of Object.entries(schema.definitions ?? {}))
      names.set(`${file}#/definitions/${key}`, definitionName(key, inner));
    return [file, schema];
  });
  const rewrite = (value, file) => {
    if (Array.isArray(value)) return value.map((item) => rewrite(item, file));
    if (value === null || typeof value !== 'object') return value;
    const out = {};
    for (const [key, inner] of Object.entries(value)) {
      if (key === '$ref') {
        const [path, pointer = ''] = inner.split('#');
        const target = `${path === '' ? file : path}#${pointer}`;
        if (!names.has(target)) throw new Error(`${file}: unknown $ref ${inner}`);
        out.$ref = `#/definitions/${names.get(target)}`;
      } else if (key !== 'definitions' && key !== '$schema' && key !== '$id') out[key] = rewrite(inner, file);
    }
    return out;
  };
  const definitions = {};
  let main;
  for (const [file, schema] of parsed) {
    const entries = [[file, schema], ...Object.entries(schema.definitions ?? {})];
    for (const [key, inner] of entries) {
      const rewritten = rewrite(inner, file);
      if (key === 'experiment.schema.json') main = rewritten;
      else if (key === 'training.schema.json') continue;
      else {
        const name = definitionName(key, inner);
        if (name in definitions) throw new Error(`two definitions named ${name}`);
        definitions[name] = rewritten;
      }
    }
  }
  return { $schema: 'http://json-schema.org/draft-07/schema#', ...main, definitions };
}

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

/** Every annotation key of ours in the schema; ajv's strict mode wants to know them. */
function annotations(value, found = new Set()) {
  if (value === null || typeof value !== 'object') return found;
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('x-')) found.add(key);
    annotations(inner, found);
  }
  return found;
}

/** ajv's validator as a module of its own, so that no schema is compiled when a command starts. */
function validator(schema) {
  const ajv = new Ajv({
    strict: true,
    strictRequired: false,
    allErrors: true,
    discriminator: true,
    messages: false,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addVocabulary([...annotations(schema)]);
  const code = standalone.default(ajv, ajv.compile(schema));
  // ajv writes require() even into ES modules.
  return `// Generated from schema/*.schema.json by scripts/generate.mjs, with ajv. Do not edit.
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
${code.replace('export default validate10;', '')}
`;
}

const schema = bundle();
const typesOf = (from, note) =>
  compile(forTypes(from), 'Experiment', {
    bannerComment: `// Generated from schema/*.schema.json by scripts/generate.mjs. Do not edit.\n// ${note}`,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
    style: { singleQuote: true, printWidth: 110 },
  });

const schemaModule = (from) => `// Generated from schema/*.schema.json by scripts/generate.mjs. Do not edit.
import type { JsonSchema } from '../json-schema.js';

/** The language, as one schema. */
export const experimentSchema: JsonSchema = ${JSON.stringify(from, null, 2)};
`;

const validatorTypes = `// Generated by scripts/generate.mjs. Do not edit.
import type { ErrorObject } from 'ajv';

/** Validates a document against the language's schema. All errors are found, not only the first. */
export declare const validate: {
  (data: unknown): boolean;
  errors?: ErrorObject[] | null;
};
`;

const outputs = {
  'schema/generated/experiment.schema.json': `${JSON.stringify(schema, null, 2)}\n`,
  'schema/generated/types.ts': await typesOf(schema, 'The document as a person writes it.'),
  'schema/generated/resolved.ts': await typesOf(
    resolved(schema, schema.definitions),
    'The document with its defaults filled in.',
  ),
  'schema/generated/schema.ts': schemaModule(schema),
  'schema/generated/validate.mjs': validator(schema),
  'schema/generated/validate.d.mts': validatorTypes,
};
let stale = 0;
for (const [file, text] of Object.entries(outputs)) {
  const path = join(root, file);
  const old = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (old === text) continue;
  stale++;
  if (check) console.error(`${file} is stale: run npm run generate`);
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
if (check && stale > 0) process.exit(1);
