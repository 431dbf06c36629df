import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromValue } from '../../../compiler/document/access.js';
import { documentText } from '../../../compiler/emit/document-text.js';
import { branches, dereference, language } from '../../../compiler/language/language.js';
import type { JsonSchema } from '../../../schema/json-schema.js';
import { compileOver } from '../../support/compile.js';

type Path = readonly string[];

/** Sections of which no key changes what is computed. */
const sections = ['title', 'execution', 'style'] as const;

/** Every key of a section that is no map, over all kinds and forms; the stages of a Slurm job are alike, one is enough. */
function leavesUnder(schema: JsonSchema, path: Path): { path: Path; schema: JsonSchema }[] {
  const here = dereference(schema);
  const kinds = [...(branches(here)?.values() ?? here.oneOf?.map(dereference) ?? [])];
  if (kinds.length > 0) return kinds.flatMap((one) => leavesUnder(one, path));
  if (here.properties === undefined) return [{ path, schema: here }];
  return Object.entries(here.properties)
    .filter(([key]) => path.at(-1) !== 'stages' || key === 'clean')
    .flatMap(([key, inner]) => leavesUnder(inner, [...path, key]));
}

/** Values of keys whose form says more than a pattern. */
const own: Readonly<Record<string, readonly unknown[]>> = {
  'execution.keep.best': ['best', 'asr <= 5, highest top1'],
  'execution.tracking.mlflow.experiment': ['other'],
  'style.marks': [{ mmcl: { color: '#123456' } }],
  'style.vega': [{ config: { axis: { grid: false } } }],
};
/** Values that the schema allows. */
function samples(written: JsonSchema): unknown[] {
  const schema = dereference(written);
  const low = schema.minimum ?? schema.exclusiveMinimum ?? 0;
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum !== undefined) return [...schema.enum];
  if (schema.type === 'boolean') return [true, false];
  if (schema.type === 'integer') return [low + 1, low + 2];
  if (schema.type === 'number') return [low + 0.5, Math.min(low + 1, schema.maximum ?? Infinity)];
  if (schema.type === 'array')
    return samples(schema.items ?? {}).map((item) =>
      Array.from({ length: schema.minItems ?? 1 }, () => item),
    );
  const pattern = schema.pattern ?? `^[a-z]{${schema.minLength ?? 1},8}$`;
  return fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 4, seed: 1 });
}

/** Settings without which a key has nothing to say. */
function needed(path: Path): string[] {
  if (path.includes('mlflow')) return ['execution.tracking.mlflow.url=http://127.0.0.1:5000'];
  if (path.includes('data_parallel')) return ['pretrain.micro_batch_size=16', 'clean.micro_batch_size=16'];
  return [];
}

function keysWith(path: Path, value: unknown): string | null {
  const nested = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  return keysOver(documentText(fromValue(nested, { place: null, via: [] })), path);
}

function keysOver(text: string, path: Path): string | null {
  const { plan } = compileOver(text, { set: needed(path) });
  return plan === null ? null : plan.stages.map(({ key }) => key).join();
}

const leaves = sections.flatMap((section) => leavesUnder(language.properties![section]!, [section]));

test('there are many such keys', () => {
  expect(leaves.length).toBeGreaterThan(40);
});

test.each(leaves.map(({ path, schema }) => [path.join('.'), path, schema] as const))(
  'another `%s` is the same work',
  (_, path, schema) => {
    const found = (own[path.join('.')] ?? samples(schema)).map((value) => keysWith(path, value));
    const fine = found.filter((keys) => keys !== null);
    expect(new Set(fine)).toEqual(new Set([keysOver('title: before', path)]));
  },
);
