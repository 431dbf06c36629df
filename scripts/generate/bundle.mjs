// All schema files as one.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Name of a definition in the bundle: its title, else its key. */
function definitionName(key, schema) {
  return schema.title ?? key;
}

/** All schema files as one draft-07 schema; every file and inner definition becomes a definition of its own. */
export function bundle(folder) {
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
