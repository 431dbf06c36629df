import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DatasetManifest } from '../../../../runtime/data/artifact/format.js';
import { openDataset, readManifest } from '../../../../runtime/data/artifact/open.js';
import { openPacked } from '../../../../runtime/data/artifact/packed.js';
import { DatasetWriter } from '../../../../runtime/data/artifact/write.js';
import { madePairs, writeDataset, type MadePair } from '../../../support/datasets.js';
import { madePicture } from '../../../support/pictures.js';
import { temporaryFolder } from '../../../support/stage.js';

/** Captions of every kind, pictures of several sizes, with and without a class. */
const motley: MadePair[] = [
  { id: 'a', captions: ['plain'], label: 'pear', picture: madePicture(4, 4) },
  { id: 'ä/ö.png', captions: ['日本語', 'a\n"b"\\ \u2028'], label: 'apple', picture: madePicture(7, 3) },
  { id: '', captions: ['5!'], label: null, picture: madePicture(1, 1) },
  { id: '🍌', captions: ['x'.repeat(100_000)], label: 'apple', picture: madePicture(50, 60) },
];

describe('what is written is read again', () => {
  it.each([
    ['held in memory', undefined],
    ['read pair by pair', 0],
  ])('%s', async (_, holdUpTo) => {
    const dir = writeDataset(temporaryFolder(), motley);
    const data = openPacked(dir, readManifest(dir) as DatasetManifest, holdUpTo);
    expect(data.size).toBe(4);
    for (const i of [3, 0, 2, 1]) {
      const { id, captions, label, picture } = motley[i]!;
      expect(data.info(i)).toEqual({ id, captions, label, poisoned: false });
      const { width, height, data: bytes } = await data.picture(i);
      expect([width, height]).toEqual([picture.width, picture.height]);
      expect(Buffer.compare(bytes, picture.data)).toBe(0);
    }
    data.close();
  });

  it('sums up', () => {
    const dir = writeDataset(temporaryFolder(), motley);
    expect(readManifest(dir)).toMatchObject({
      size: 4,
      classes: [
        { name: 'apple', pairs: 2 },
        { name: 'pear', pairs: 1 },
      ],
      captions: 5,
      captions_without_words: 2,
      bytes: { pictures: 3 * (16 + 21 + 1 + 3000) },
    });
    expect(openDataset(dir).classes).toEqual(['apple', 'pear']);
  });

  it('counts and lists what was dropped', () => {
    const dir = temporaryFolder();
    const writer = new DatasetWriter(dir);
    writer.add(motley[0]!);
    writer.drop({ row: 2, reason: 'empty caption', detail: 'a.png (line 3)' });
    writer.drop({ row: 7, reason: 'missing image' });
    writer.drop({ row: 9, reason: 'empty caption' });
    const { dropped } = writer.finish([], {});
    expect(dropped).toEqual({ total: 3, reasons: { 'empty caption': 2, 'missing image': 1 } });
    const lines = readFileSync(join(dir, 'dropped.jsonl'), 'utf8').trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { row: number }).row)).toEqual([2, 7, 9]);
  });

  it("a picture larger than the writer's buffer included", async () => {
    const large = { id: 'large', captions: ['large'], label: null, picture: madePicture(700, 600, 5) };
    const dir = writeDataset(temporaryFolder(), [...motley, large, ...motley]);
    const data = openDataset(dir);
    expect(Buffer.compare((await data.picture(4)).data, large.picture.data)).toBe(0);
    expect(Buffer.compare((await data.picture(8)).data, motley[3]!.picture.data)).toBe(0);
  });
});

describe('misuse and damage', () => {
  it.each([-1, 4, 1.5, NaN])('pair %d is none of them', async (index) => {
    const data = openDataset(writeDataset(temporaryFolder(), motley));
    expect(() => data.info(index)).toThrow(RangeError);
    await expect(data.picture(index)).rejects.toThrow(RangeError);
  });

  const damages: [string, (dir: string) => void, string][] = [
    ['an empty folder', (dir) => rmSync(join(dir, 'dataset.json')), 'holds no dataset.json'],
    ['a manifest that is no JSON', (dir) => writeFileSync(join(dir, 'dataset.json'), '{"fo'), 'JSON'],
    [
      'a manifest of another format',
      (dir) => writeFileSync(join(dir, 'dataset.json'), '{}'),
      'another format',
    ],
    ['pictures cut short', (dir) => truncateSync(join(dir, 'pictures.bin'), 100), 'has 100 bytes instead of'],
    ['pairs cut short', (dir) => truncateSync(join(dir, 'pairs.jsonl'), 10), 'has 10 bytes instead of'],
    ['no index', (dir) => rmSync(join(dir, 'pairs.idx')), 'ENOENT'],
  ];
  it.each(damages)('%s is told with what to do', (_, damage, message) => {
    const dir = writeDataset(temporaryFolder(), motley);
    damage(dir);
    let failure: unknown;
    try {
      openDataset(dir);
    } catch (error) {
      failure = error;
    }
    expect(failure).toMatchObject({ name: 'StageFailure' });
    expect((failure as Error).message).toContain(message);
    expect((failure as { hint: string }).hint).toContain('run the experiment again');
  });

  it('a subset whose base has become another is not taken for good', () => {
    const outputs = temporaryFolder();
    for (const name of ['dataset-0', 'subset-0']) mkdirSync(join(outputs, name));
    writeDataset(join(outputs, 'dataset-0'), madePairs(5));
    const subset = { format: 1, kind: 'subset', base: '../dataset-0', size: 2, indices: [1, 5] };
    writeFileSync(join(outputs, 'subset-0', 'subset.json'), JSON.stringify(subset));
    expect(() => openDataset(join(outputs, 'subset-0'))).toThrow('pairs that the data set');
    renameSync(join(outputs, 'dataset-0'), join(outputs, 'gone'));
    expect(() => openDataset(join(outputs, 'subset-0'))).toThrow('holds no dataset.json');
  });
});

describe('a folder that cannot be opened', () => {
  it('leaves no file open', () => {
    const files = () => readdirSync('/proc/self/fd').length;
    const dir = temporaryFolder();
    writeDataset(dir, madePairs(3, 8));
    writeFileSync(join(dir, 'pictures.bin'), 'short');
    const before = files();
    for (let i = 0; i < 20; i++) expect(() => openDataset(dir)).toThrow('pictures.bin has 5 bytes');
    expect(files()).toBeLessThan(before + 20);
  });
});
