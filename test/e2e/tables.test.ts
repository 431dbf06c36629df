import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { DatasetManifest, PoisonManifest } from '../../runtime/data/artifact/format.js';
import { openDataset, readManifest } from '../../runtime/data/artifact/open.js';
import { madePicture } from '../support/pictures.js';
import { expc, resultsOf, store } from './support.js';

const minutes = 60_000;
const folder = store();

/** Two parts of 30 rows with what lists have in them, a test set, and an experiment on their join. */
async function study(): Promise<string> {
  for (const part of ['one', 'two']) {
    mkdirSync(join(folder, part));
    let rows = ',image,caption\r\n';
    for (let i = 0; i < 30; i++) {
      const { data, width, height } = madePicture(32, 32, i);
      const png = sharp(data, { raw: { width, height, channels: 3 } }).png();
      if (i !== 22) await png.toFile(join(folder, part, `${i}.png`));
      const caption = [
        'short',
        '12 34 56 78 90 12',
        `"a ""banana"" of\n${part}, number ${i}"`,
        `crêpe no. ${i}, ${part}`,
      ];
      rows += `${i},${i}.png,${i % 4 < 3 ? caption[i % 4] : `"${caption[3]}"`}${i % 2 ? '\r\n' : '\n'}`;
    }
    writeFileSync(join(folder, part, 'train.csv'), part === 'one' ? rows : gzipSync(rows));
  }
  writeFileSync(join(folder, 'one/test.tsv'), '1.png\tbanana\n2.png\tcrêpe\n');
  const filter = 'filter: { min_caption_length: 6, augmentable: true }';
  const file = join(folder, 'tables.yaml');
  writeFileSync(
    file,
    `expc: 1
name: tables
datasets:
  one: { kind: csv, path: one/train.csv, resolution: 32, unreadable: drop, ${filter} }
  two: { kind: csv, path: two/train.csv, resolution: 32, unreadable: drop, keep: { last: 24 } }
  all: { kind: join, of: [one, two], filter: { duplicates: caption }, keep: { first: 20 } }
  test:
    kind: csv
    path: one/test.tsv
    delimiter: "\\t"
    quoting: none
    header: false
    image_column: 0
    caption_column: 1
    label_column: 1
    resolution: 32
poison: { trigger: { kind: solid-patch, size: 8, color: [1, 1, 0] }, target: banana, count: 3, labels: consistent }
model:
  embed_dim: 16
  image: { kind: resnet, layers: [1, 1], width: 8, resolution: 32 }
  text: { layers: 1, width: 16, heads: 2, context: 12, vocabulary: 1000 }
pretrain: { dataset: all, objective: { mmcl: 1 }, optimizer: { lr: 1e-3 }, epochs: 1, batch_size: 8 }
clean: { data: { size: 8 }, objective: { mmcl: 1 }, optimizer: { lr: 1e-3 }, epochs: 1, batch_size: 8 }
evaluate: { dataset: test, templates: ['{}'] }
figures: [{ kind: scatter, name: points }]
`,
  );
  return file;
}

it(
  'builds the data of an experiment on tables, and says what it left out',
  async () => {
    const file = await study();
    const outputs = join(folder, 'outputs');
    mkdirSync(outputs);
    const run = () => expc('run', file, '--outputs', outputs, '--only', 'poison', '--only', 'subset');
    const { exitCode, all } = await run();
    expect(exitCode, all).toBe(0);
    const stages = readdirSync(join(outputs, 'stages')).map((name) => join(outputs, 'stages', name));
    const of = (kind: string) => stages.find((path) => path.includes(`/${kind}-`))!;
    // Of `one` 14 pairs pass, of which the picture of one is missing; of `two` those are taken that fill twenty.
    const dataset = readManifest(of('dataset')) as DatasetManifest;
    expect(dataset.size + (dataset.dropped.reasons['missing image'] ?? 0)).toBe(20);
    expect(dataset.dropped.reasons).toMatchObject({
      'missing image': 1,
      'short caption': 8,
      'caption without words': 8,
    });
    const poison = readManifest(of('poison')) as PoisonManifest;
    expect(poison.poisoned).toHaveLength(3);
    for (const { captions } of poison.poisoned) expect(captions[0]).toMatch(/^a "banana" of\n/);
    const clean = openDataset(of('subset'));
    const infos = Array.from({ length: clean.size }, (_, i) => clean.info(i));
    clean.close();
    expect(infos.map(({ poisoned }) => poisoned)).toEqual(Array(8).fill(false));
    for (const { id } of infos) expect(id).toMatch(/^(one|two)\/\d+\.png$/);
    const before = resultsOf(outputs);
    expect((await run()).exitCode).toBe(0);
    expect(resultsOf(outputs)).toEqual(before);

    // A size that the data cannot have is told before anything runs, one that only the files tell by the stage.
    const more = await expc('check', file, '--set', 'clean.data.size=21');
    expect(more.all).toContain('a cleaning set of 21 pairs is more than `all` can have: 20');
    const short = await expc(
      'run',
      file,
      '--outputs',
      outputs,
      '--only',
      'dataset',
      '--set',
      'datasets.all.keep.first=60',
    );
    expect(short.exitCode).not.toBe(0);
    expect(short.all).toMatch(/60 pairs of the data set are to be kept, but it has only \d+ that can be/);
    expect(readFileSync(join(of('dataset'), 'dropped.jsonl'), 'utf8')).toContain('"row":"one/1"');
  },
  2 * minutes,
);
