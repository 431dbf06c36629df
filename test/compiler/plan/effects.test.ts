import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/index.js';
import { fromValue, toValue } from '../../../compiler/document/access.js';
import type { Node } from '../../../compiler/document/node.js';
import { documentText } from '../../../compiler/emit/document-text.js';
import { branches, childSchema, dereference, language, narrow } from '../../../compiler/language/language.js';
import type { JsonSchema } from '../../../schema/json-schema.js';
import { siglipFiles } from '../../../schema/siglip-folder.js';
import { memoryHost } from '../../support/memory-host.js';
import { baseText, compileOver } from '../../support/compile.js';

type Json = Record<string, unknown>;

/** Sections that say which runs there are and how they are shown and carried out, not what a run is. */
const outside = new Set([
  'expc',
  'name',
  'title',
  'extends',
  'ablations',
  'figures',
  'style',
  'execution',
  'compatibility',
]);

/** Files by name: what a csv data set reads is in them. */
const files = {
  '/study/a.csv': 'image,caption\n',
  '/study/b.csv': 'image,caption\nx.png,x\n',
  ...siglip('/study/siglip', 'a'),
  ...siglip('/study/other-siglip', 'b'),
  '/study/pictures/a.png': 'a',
  '/study/others/b.png': 'b',
  '/study/base.yaml': baseText,
  '/study/a.yaml': otherExperiment(1),
  '/study/b.yaml': otherExperiment(2),
};

/** A folder of a SigLIP teacher, in two precisions. */
function siglip(folder: string, arrays: string): Record<string, string> {
  const names = [...siglipFiles('fp32'), ...siglipFiles('fp16')];
  return Object.fromEntries(names.map((name) => [`${folder}/${name}`, `${name} ${arrays}`]));
}

/** Another experiment to start from: two ablations of a run each. */
function otherExperiment(seed: number): string {
  const ablation = (name: string, own: number): string =>
    `{ name: ${name}, set: { pretrain.seed: ${own} }, matrix: { clean.epochs: [5] } }`;
  return `extends: base.yaml\nname: other\nseed: ${seed}\nablations: [${ablation('one', 1)}, ${ablation('dog', 2)}]\n`;
}

const nowhere = { place: null, via: [] };

/** Keys of all stages of a document, or why it has none. */
function keysOf(document: unknown): string {
  const text = typeof document === 'string' ? document : documentText(fromValue(document, nowhere));
  const host = memoryHost({ ...files, 'base.yaml': baseText, 'x.yaml': text });
  const { plan, diagnostics } = compile(host, 'x.yaml', { folder: '/study' });
  if (plan === null)
    return `wrong: ${diagnostics.map(({ code, message }) => `${code} ${message}`).join('; ')}`;
  return plan.stages.map(({ key }) => key).join('\n');
}

function resolved(text: string): Json {
  const compiled = compileOver(text, { files });
  if (compiled.plan === null) throw new Error(compiled.diagnostics.map(({ message }) => message).join('; '));
  return toValue(compiled.resolve(compiled.plan.runs[0]!.name)!.node) as Json;
}

/** Another value that the schema allows, or undefined where there is none to try. */
function otherValues(schema: JsonSchema, value: unknown): unknown[] {
  const found = dereference(schema);
  if (found.enum !== undefined) return found.enum.filter((one) => one !== value);
  if (found.const !== undefined) return [];
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [value + 1, value - 1, value * 2, value / 2, value * 4];
  if (Array.isArray(value)) {
    const items = dereference(found.items ?? {});
    const more = items.enum?.filter((one) => !value.includes(one)) ?? [];
    const own: unknown[] =
      value.length > 0
        ? otherValues(items, value[0]).map((one) => [one, ...(value.slice(1) as unknown[])])
        : [];
    const twice: unknown[] = typeof value[0] === 'object' ? [[...(value as unknown[]), value[0]]] : [];
    return [...more.map((one) => [...(value as unknown[]), one]), ...own, ...twice];
  }
  return typeof value === 'string'
    ? [
        'a drawing of {}',
        'dog',
        'train',
        'test',
        ',',
        ';',
        'image',
        '/study/b.csv',
        '/study/b.yaml',
        '/study/others',
        '/study/other-siglip',
      ].filter((one) => one !== value)
    : [];
}

interface Leaf {
  readonly path: readonly string[];
  readonly schema: JsonSchema;
  readonly value: unknown;
  readonly effect: boolean;
}

/** Every value of a document with its schema; lists count as one value. */
function leaves(document: Json): Leaf[] {
  const found: Leaf[] = [];
  const visit = (
    value: unknown,
    node: Node,
    schema: JsonSchema,
    path: readonly string[],
    effect: boolean,
  ): void => {
    const here = narrow(schema, node);
    const counts = effect && schema['x-effect'] !== 'none' && here['x-effect'] !== 'none';
    if (node.kind !== 'map') {
      found.push({ path, schema: here, value, effect: counts });
      return;
    }
    for (const [key, entry] of node.entries) {
      const inner = childSchema(here, key);
      if (inner !== undefined) visit((value as Json)[key], entry.value, inner, [...path, key], counts);
    }
  };
  visit(document, fromValue(document, nowhere), language, [], true);
  return found.filter(({ path }) => !outside.has(path[0]!) && path.at(-1) !== 'kind');
}

function withValue(document: Json, path: readonly string[], value: unknown): Json {
  const [step, ...rest] = path;
  return {
    ...document,
    [step!]: rest.length === 0 ? value : withValue(document[step!] as Json, rest, value),
  };
}

/** Documents that together have every key that changes a result. */
const sinks: Readonly<Record<string, string>> = {
  'noise patch, ResNet': `
seed: 3
datasets:
  train: { groups: [food-drink], captions: 2, seed: 1, classes: { count: 50, include: [banana] } }
poison: { trigger: { reach: whole }, labels: dirty, templates: ['a {}'], seed: 1 }
model: { image: { heads: 8 }, text: { heads: 4, context: 32 } }
pretrain: { objective: { mmcl: 1, ssl: 1 }, seed: 1, log_every: 5 }
clean: { from: 3, data: { poisons: 2, seed: 1 }, objective: { mmcl: 2, ssl: 2 }, seed: 1, schedule: { warmup_steps: 3 } }
evaluate: { asr: { trigger: { kind: blended }, target: banana, copies: 2 } }`,
  'solid patch, ViT': `
poison: { trigger: { kind: solid-patch, size: 8, color: [1, 0, 0] } }
model: { image: { kind: vit, layers: 2, width: 64, patch: 8, resolution: 32, heads: 4 } }`,
  blended: 'poison: { trigger: { kind: blended } }',
  sig: 'poison: { trigger: { kind: sig } }',
  warp: 'poison: { trigger: { kind: warp, grid: 4, field_seed: 3 } }',
  'never attacked': `
poison: null
datasets: { test: { classes: null } }
evaluate: { asr: { trigger: { kind: blended }, target: banana } }`,
  csv: `
datasets:
  train: { kind: csv, path: /study/a.csv, resolution: 32, label_column: label, classes: { count: 3 } }`,
  'a table without a header, some of it drawn': `
datasets:
  train:
    kind: csv
    path: /study/a.csv
    path_prefixes: { /data: /study/pictures }
    resolution: 32
    header: false
    quoting: none
    image_column: 0
    caption_column: 1
    filter: { min_caption_length: 12, augmentable: true, duplicates: pair }
    keep: { random: 2000, seed: 3 }`,
  'the first of a join of last ones': `
datasets:
  train: { keep: { last: 3000 } }
  all: { kind: join, of: [train], keep: { first: 2000 } }
pretrain: { dataset: all }`,
  'a part': 'datasets: { train: { keep: { part: 1, of: 2 } } }',
  'a start in another experiment': `
pretrain: { from: { kind: experiment, path: /study/a.yaml, ablation: one, epoch: 3 } }
clean: { data: { dataset: test } }`,
  'a cleaning of a model of another experiment': `
pretrain: null
clean: { data: { dataset: train }, from: { kind: experiment, path: /study/a.yaml, ablation: one, epoch: 3 } }`,
  'a cleaning of a file of weights': `
pretrain: null
clean: { data: { dataset: train }, from: { kind: weights, path: /study/a.csv } }`,
  'a file of weights': 'pretrain: { from: { kind: weights, path: /study/a.csv } }',
  'a picture as trigger, several attacks': `
poison:
  trigger: { kind: image, path: /study/a.csv, size: 4 }
  others: [{ trigger: { kind: blended }, target: dog, count: 3 }]`,
  'every measure': `
seed: 3
evaluate:
  asr: { also: [target-share] }
  every_steps: 7
  selection: 0.5
  superclasses: { fruit: [banana] }
  similarity: true
  embeddings: { pictures: 100, epochs: [0, 2] }
  detection: { pairs: 100 }
  validation: { dataset: test }
  retrieval: { dataset: test }
  readouts: { dataset: train, neighbours: 5, prototypes: true, linear_probe: { epochs: 3 } }`,
  'every loss': `
datasets: { train: { kind: csv, path: /study/a.csv, resolution: 32, label_column: label } }
pretrain:
  objective: { mmcl: 1, siglip: 1, clustering: 1, pseudo_labels: 1, supervised: 1 }
  siglip: { form: published }
  clustering: { clusters: 10 }
  pseudo_labels: { teacher: { kind: csv, path: /study/a.csv } }
evaluate: { supervised: true }
clean:
  shrink_and_perturb: { shrink: 0.5, perturb: 0.25 }
  objective: { mmcl: 1, siglip: 1, clustering: 1, pseudo_labels: 1, supervised: 1 }
  siglip: { form: published }
  clustering: { clusters: 10 }
  pseudo_labels: { teacher: { kind: csv, path: /study/a.csv } }`,
  'teachers that are models, a ResNet and a ViT; parts of a batch': `
pretrain:
  objective: { pseudo_labels: 1 }
  micro_batch_size: 16
  pseudo_labels:
    teacher:
      kind: clip
      path: /study/a.csv
      model:
        embed_dim: 64
        image: { kind: resnet, layers: [1, 1, 1], width: 16, heads: 8, resolution: 32 }
        text: { layers: 2, width: 64, heads: 4 }
      templates: ['a {}']
clean:
  objective: { pseudo_labels: 1 }
  micro_batch_size: 16
  pseudo_labels:
    teacher:
      kind: clip
      path: /study/a.csv
      model:
        embed_dim: 64
        image: { kind: vit, layers: 2, width: 64, heads: 4, patch: 8, resolution: 32 }
        text: { layers: 2, width: 64, heads: 4 }
      templates: ['a {}']`,
  'teachers the other way round': `
pretrain:
  objective: { pseudo_labels: 1 }
  pseudo_labels:
    teacher:
      kind: clip
      path: /study/a.csv
      model:
        embed_dim: 64
        image: { kind: vit, layers: 2, width: 64, heads: 4, patch: 8, resolution: 32 }
        text: { layers: 2, width: 64 }
clean:
  objective: { pseudo_labels: 1 }
  pseudo_labels:
    teacher:
      kind: clip
      path: /study/a.csv
      model:
        embed_dim: 64
        image: { kind: resnet, layers: [1, 1, 1], width: 16, resolution: 32 }
        text: { layers: 2, width: 64 }`,
  'teachers in ONNX': `
pretrain:
  objective: { pseudo_labels: 1 }
  pseudo_labels: { teacher: { kind: siglip, path: /study/siglip, templates: ['a {}'] } }
clean:
  objective: { pseudo_labels: 1 }
  pseudo_labels: { teacher: { kind: siglip, path: /study/siglip, templates: ['a {}'] } }`,
  folder: `
datasets:
  train:
    kind: folder
    path: /study/pictures
    classes_file: /study/a.csv
    labels_file: /study/a.csv
    exclude: [none]
    resolution: 32
    classes: { count: 3, include: [x] }`,
  webdataset: `
datasets:
  train:
    kind: webdataset
    path: '/study/{a,b}.csv'
    caption_member: json
    label_member: json
    classes_file: /study/a.csv
    resolution: 32
    classes: { count: 3, include: [x] }`,
  'url-list': `
datasets:
  train:
    kind: url-list
    path: /study/a.csv
    root: /study/pictures
    url_column: 1
    caption_column: 2
    delimiter: ','
    resolution: 32`,
  cifar: `
datasets:
  train: { kind: cifar, path: /study/pictures, variant: 100, resolution: 32, classes: { count: 3, include: [x] } }`,
  coco: `
datasets:
  train: { kind: coco, path: /study/a.csv, root: /study/pictures, limit: 100, resolution: 32 }`,
};

interface Sink {
  readonly text: string;
  readonly document: Json;
  /** Of its stages. */
  readonly keys: string;
}

/**
 * Does another value of the key change some stage's key? Undefined when no other value compiles: it must fit those of
 * other keys (a batch its data, a patch its picture).
 */
function changesSomeKey({ document, keys }: Sink, { path, schema, value }: Leaf): boolean | undefined {
  let compiles = false;
  for (const other of otherValues(schema, value)) {
    const changed = keysOf(withValue(document, path, other));
    if (changed.startsWith('wrong')) continue;
    compiles = true;
    if (changed !== keys) return true;
  }
  return compiles ? false : undefined;
}

/** Every key, with the documents that have it. */
const keys = new Map<string, { readonly sink: Sink; readonly leaf: Leaf }[]>();
for (const text of Object.values(sinks)) {
  const document = resolved(text);
  const sink: Sink = { text, document, keys: keysOf(document) };
  for (const leaf of leaves(document)) {
    const name = pattern(leaf.path);
    keys.set(name, [...(keys.get(name) ?? []), { sink, leaf }]);
  }
}

const effective = [...keys].filter(([, found]) => found[0]!.leaf.effect);
const idle = [...keys].filter(([, found]) => !found[0]!.leaf.effect);

test.each(effective)('another `%s` is another work', (name, found) => {
  // A document that has the section written out has it count; in others it may be there as a default that nothing reads.
  const section = name.split('.').slice(0, -1).at(-1) ?? name;
  const written = ({ sink }: { readonly sink: Sink }): number => (sink.text.includes(section) ? 0 : 1);
  const likely = found.toSorted((a, b) => written(a) - written(b));
  expect(likely.some(({ sink, leaf }) => changesSomeKey(sink, leaf) === true)).toBe(true);
});

test.each(idle)('another `%s` is the same work', (_, found) => {
  expect(found.map(({ sink, leaf }) => changesSomeKey(sink, leaf))).not.toContain(true);
});

test('there are keys of both sorts', () => {
  expect(effective.length).toBeGreaterThan(60);
  expect(idle.map(([name]) => name).sort()).toEqual([
    'clean.pseudo_labels.teacher.batch_size',
    'datasets.*.download.allow_addresses',
    'datasets.*.download.concurrency',
    'datasets.*.download.connect_seconds',
    'datasets.*.download.max_wait_seconds',
    'datasets.*.download.names',
    'datasets.*.download.per_host',
    'datasets.*.download.redirects',
    'datasets.*.download.retries',
    'datasets.*.download.retry',
    'datasets.*.download.retry_seconds',
    'datasets.*.download.seconds',
    'datasets.*.download.user_agent',
    'datasets.*.path_prefixes.*',
    'datasets.*.root',
    'datasets.*.storage',
    'evaluate.batch_size',
    'pretrain.pseudo_labels.teacher.batch_size',
  ]);
});

test('every key of the language that can change a result is in one of these documents', () => {
  const seen = new Set(keys.keys());
  const missing = [...schemaKeys()].filter((key) => !seen.has(key));
  expect(missing).toEqual([]);
});

/** `datasets.train.path` → `datasets.*.path`. */
function pattern(path: readonly string[]): string {
  const named = (index: number) =>
    path[index - 1] === 'superclasses' ||
    path[index - 1] === 'path_prefixes' ||
    (index === 1 && path[0] === 'datasets');
  return path.map((step, index) => (named(index) ? '*' : step)).join('.');
}

/** Every path to a scalar or list that the schema has, over all kinds. */
function schemaKeys(): Set<string> {
  const found = new Set<string>();
  const visit = (schema: JsonSchema, path: readonly string[]): void => {
    const here = dereference(schema);
    const kinds = branches(here);
    if (kinds !== undefined) for (const branch of kinds.values()) visit(branch, path);
    else if (here.type === 'object') {
      for (const [key, inner] of Object.entries(here.properties ?? {}))
        if (key !== 'kind' && !(path.length === 0 && outside.has(key))) visit(inner, [...path, key]);
      if (typeof here.additionalProperties === 'object') visit(here.additionalProperties, [...path, '*']);
    } else {
      found.add(path.join('.'));
      for (const map of (here.oneOf ?? []).map(dereference).filter(({ type }) => type === 'object'))
        visit(map, path);
    }
  };
  visit(language, []);
  // A csv data set of another folder is the same work when the file is the same; see stages.test.ts.
  found.delete('datasets.*.root');
  return new Set(
    [...found].filter((key) => !key.startsWith('evaluate.asr.trigger.') || key.endsWith('opacity')),
  );
}

describe('cosmetic edits never change a key', () => {
  const document = resolved(sinks['noise patch, ResNet']!);
  const before = keysOf(document);

  test('the order of keys', () => {
    const shuffled = (value: unknown, order: readonly number[]): unknown => {
      if (Array.isArray(value) || value === null || typeof value !== 'object') return value;
      const entries = Object.entries(value);
      const ranked = entries.map((entry, index) => [order[index % order.length]!, entry] as const);
      return Object.fromEntries(
        ranked.sort(([a], [b]) => a - b).map(([, [key, inner]]) => [key, shuffled(inner, order)]),
      );
    };
    fc.assert(
      fc.property(fc.array(fc.nat(100), { minLength: 1, maxLength: 9 }), (order) => {
        expect(keysOf(shuffled(document, order))).toBe(before);
      }),
      { numRuns: 15 },
    );
  });

  test('comments, notes, blank lines, and how numbers are written', () => {
    const text = documentText(fromValue(document, nowhere));
    const edits: ((line: string) => string)[] = [
      (line) => `${line} # a comment`,
      (line) => `\n${line}`,
      (line) => line.replace(/: (\d+)$/, ': $1.0'),
      (line) => line.replace(/: (\d+)$/, ': $1e0'),
      (line) =>
        line.replace(
          /: (\d\S*)e-(\d+)$/,
          (_, mantissa: string, power: string) => `: ${Number(`${mantissa}e-${power}`).toFixed(12)}`,
        ),
    ];
    const lines = text.trimEnd().split('\n');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(lines.length - 1), fc.nat(edits.length - 1)), { maxLength: 12 }),
        (chosen) => {
          const edited = [...lines];
          for (const [line, edit] of new Map(chosen)) edited[line] = edits[edit]!(edited[line]!);
          expect(keysOf(`x-note: anything\n${edited.join('\n')}\n`)).toBe(before);
        },
      ),
      { numRuns: 15 },
    );
  });
});
