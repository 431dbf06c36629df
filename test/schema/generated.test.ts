import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { codes } from '../../compiler/diagnostics/codes.js';
import { dereference } from '../../compiler/language/language.js';
import { experimentSchema } from '../../schema/generated/schema.js';
import type { JsonSchema } from '../../schema/json-schema.js';
import { readErrorPage } from '../support/error-page.js';

const editor = JSON.parse(readFileSync('schema/generated/editor.schema.json', 'utf8')) as object;
const validate = new Ajv({ strict: false, allErrors: true }).compile(editor);
const accepts = (text: string): boolean => validate(parse(text, { logLevel: 'silent', merge: true }));

test('what is generated is fresh', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/generate.mjs', '--check'], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

describe("the editors' schema", () => {
  const files = ['experiments', 'templates'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `${folder}/${name}`),
  );
  test.each([...files, 'docs/errors/base.yaml'])('accepts %s', (file) => {
    expect(accepts(readFileSync(file, 'utf8'))).toBe(true);
  });

  // Whether a file is right in itself, an editor can tell; not what it means together with others.
  const inItself = Object.keys(codes).filter((code) => /^EXPC2(?!02)/.test(code));
  test.each(Object.keys(codes))('accepts the right example of %s', (code) => {
    const { right } = readErrorPage(`docs/errors/${code}.md`);
    for (const text of Object.values(right?.files ?? {})) expect(accepts(text)).toBe(true);
  });
  test.each(inItself)('refuses the wrong example of %s', (code) => {
    const { wrong } = readErrorPage(`docs/errors/${code}.md`);
    expect(accepts(wrong!.files['experiment.yaml']!)).toBe(false);
  });

  test.each([
    'x-note: { any: thing }\nclean: { x-why: because }',
    'poison: null\nclean: { epochs: "${pretrain.epochs}" }',
    'poison: { trigger: { size: 4 } }',
    'ablations: [{ name: a, matrix: { clean.epochs: [1, 2], v: { x: { clean.optimizer.lr: 1e-3 } } } }]',
    'ablations: [{ name: a, matrix: { clean.optimizer.lr: { log: { from: 1, to: 2, count: 3 } } } }]',
    'ablations: [{ name: a, set: { clean: { epochs: 3 }, poison.trigger.size: 3 } }]',
    'ablations: [{ name: a, set: { pretrain: { optimizer.lr: 1e-3, from: { kind: weights, path: x } } } }]',
    'ablations: [{ name: a, set: { model: { image: { layers: [1] }, text.width: 8 }, clean.objective: { mmcl: 1 } } }]',
    'ablations: [{ name: a, set: { evaluate: { asr: { trigger.size: 4 }, superclasses.fruit: [banana] } } }]',
    'ablations: [{ name: a, set: { datasets: { train.resolution: 32 }, datasets.test.seed: 3 } }]',
    'ablations: [{ name: a, set: { clean.from.kind: weights, clean: { from.path: x }, x-why: because } }]',
    'ablations: [{ name: a, grids: [{ set: { execution: { slurm.time: "4:00:00" } } }] }]',
  ])('accepts %s', (text) => {
    expect(accepts(text)).toBe(true);
  });
  test.each([
    'poison: { trigger: { sise: 4 } }',
    'ablations: [{ name: a, set: { clean.epochs: many } }]',
    'ablations: [{ name: a, set: { clean: { optimizer.lr: high } } }]',
    'ablations: [{ name: a, set: { clean: { optimizer.rate: 1e-3 } } }]',
    'ablations: [{ name: a, set: { claen.epochs: 3 } }]',
    'ablations: [{ name: a, set: { evaluate: { asr: { trigger.sise: 4 } } } }]',
    'ablations: [{ name: a, set: { poison: { trigger: { kind: blended, size.large: 4 } } } }]',
    'clean: { optimizer.lr: 1e-3 }',
    'ablations: [{ name: a, matrix: { clean.epochs: [one] } }]',
    'datasets: { a: { kind: emojis } }',
  ])('refuses %s', (text) => {
    expect(accepts(text)).toBe(false);
  });
});

describe('the language', () => {
  /** Every schema inside the language's, with its path. */
  const all: [string, JsonSchema][] = [];
  const visit = (schema: JsonSchema, path: string): void => {
    all.push([path, schema]);
    for (const [key, inner] of Object.entries(schema.properties ?? {})) visit(inner, `${path}.${key}`);
    for (const [key, inner] of Object.entries(schema.definitions ?? {})) visit(inner, key);
    if (typeof schema.additionalProperties === 'object') visit(schema.additionalProperties, `${path}.*`);
    if (schema.items !== undefined) visit(schema.items, `${path}[]`);
    schema.oneOf?.forEach((inner, index) => visit(inner, `${path}|${index}`));
  };
  visit(experimentSchema, '');

  test('describes every key', () => {
    const bare = all
      .flatMap(([path, schema]) =>
        Object.entries(schema.properties ?? {}).map(([key, inner]) => [`${path}.${key}`, inner] as const),
      )
      .filter(([, inner]) => inner.description === undefined && inner.$ref === undefined);
    expect(bare.map(([path]) => path)).toEqual([]);
  });
  test('is closed: every map says what may be in it', () => {
    const open = all.filter(
      ([, schema]) => schema.properties !== undefined && schema.additionalProperties !== false,
    );
    expect(open.map(([path]) => path)).toEqual([]);
  });
  test('tells branches of maps apart by kind only', () => {
    const maps = (schema: JsonSchema) =>
      schema.oneOf!.map(dereference).filter(({ type }) => type === 'object');
    const loose = all.filter(
      ([, schema]) =>
        schema.oneOf !== undefined && schema.discriminator === undefined && maps(schema).length > 1,
    );
    expect(loose.map(([path]) => path)).toEqual([]);
    const kindless = all.filter(
      ([, schema]) =>
        schema.discriminator !== undefined &&
        !maps(schema).every(({ properties }) => properties?.kind?.const !== undefined),
    );
    expect(kindless.map(([path]) => path)).toEqual([]);
  });
  test('says the type of every branch that is no list of values', () => {
    const untyped = all.filter(([, { oneOf }]) =>
      oneOf?.map(dereference).some((one) => one.type === undefined && (one.enum ?? one.const) === undefined),
    );
    expect(untyped.map(([path]) => path)).toEqual([]);
  });
  test('says in words what a pattern wants', () => {
    const silent = all.filter(
      ([, { pattern, ...schema }]) => pattern !== undefined && schema['x-form'] === undefined,
    );
    expect(silent.map(([path]) => path)).toEqual([]);
  });
});
