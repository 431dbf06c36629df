// Generates what is derived from the schema files (the bundled JSON Schema, the TypeScript types, the validator, the
// schema for editors and the reference manual), and WebAssembly from AssemblyScript.
// `node scripts/generate.mjs --check` fails when a generated file is stale.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { bundle } from './generate/bundle.mjs';
import { editorSchema } from './generate/editor.mjs';
import { kernelsModule } from './generate/kernels.mjs';
import { referenceManual } from './generate/reference.mjs';
import { resolvedTypes, writtenTypes } from './generate/types.mjs';
import { validator, validatorTypes } from './generate/validator.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
const schema = bundle(join(root, 'schema'));
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

const schemaModule = `// Generated from schema/*.schema.json by scripts/generate.mjs. Do not edit.
import type { JsonSchema } from '../json-schema.js';

/** The language, as one schema. */
export const experimentSchema: JsonSchema = ${JSON.stringify(schema, null, 2)};
`;

const outputs = {
  'schema/generated/experiment.schema.json': json(schema),
  'schema/generated/editor.schema.json': json(editorSchema(schema)),
  'schema/generated/types.ts': await writtenTypes(schema),
  'schema/generated/resolved.ts': await resolvedTypes(schema),
  'schema/generated/schema.ts': schemaModule,
  'schema/generated/validate.mjs': validator(schema),
  'schema/generated/validate.d.mts': validatorTypes,
  'docs/reference.md': referenceManual(schema),
  'runtime/data/picture/kernels/module.ts': await kernelsModule(root),
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
