import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Picture } from '../../../../runtime/data/dataset.js';
import { DatasetWriter } from '../../../../runtime/data/artifact/write.js';
import { inspectData } from '../../../../runtime/data/inspect/inspect.js';
import { nearDuplicates } from '../../../../runtime/data/inspect/near.js';
import { bitsIn, differenceHash, distance } from '../../../../runtime/data/inspect/perceptual.js';
import { Tally } from '../../../../runtime/data/inspect/tally.js';
import { verifyData } from '../../../../runtime/data/inspect/verify.js';
import { resample } from '../../../../runtime/data/picture/resample.js';
import { madePairs, writeDataset } from '../../../support/datasets.js';
import { madePicture } from '../../../support/pictures.js';
import { temporaryFolder } from '../../../support/stage.js';

describe('spreads of numbers', () => {
  it('are exact', () => {
    const tally = new Tally();
    expect(tally.spread()).toBeNull();
    for (let value = 1; value <= 100; value++) tally.add(value);
    expect(tally.spread()).toEqual({ least: 1, median: 50, mean: 50.5, p95: 95, most: 100 });
  });

  it('agree with sorting', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1 }), (values) => {
        const tally = new Tally();
        for (const value of values) tally.add(value);
        const sorted = [...values].sort((a, b) => a - b);
        const at = (share: number) => sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1];
        expect(tally.spread()).toMatchObject({ median: at(0.5), p95: at(0.95), least: sorted[0] });
      }),
      { seed: 1 },
    );
  });
});

/** A picture whose brightness grows to the right in the upper half and falls in the lower one. */
function ramps(width: number, height: number): Picture {
  const data = new Uint8Array(3 * width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const level = Math.floor((255 * x) / (width - 1));
      data.fill(y < height / 2 ? level : 255 - level, 3 * (y * width + x), 3 * (y * width + x) + 3);
    }
  return { width, height, data };
}

describe('the difference hash', () => {
  it('has a bit for each neighbour that is brighter', () => {
    expect(differenceHash(ramps(18, 16))).toEqual([0xffffffff, 0]);
    expect(differenceHash({ width: 1, height: 1, data: Uint8Array.of(9, 9, 9) })).toEqual([0, 0]);
  });

  it('hardly changes when a picture is rescaled, and does when it is another', () => {
    const picture = ramps(64, 64);
    expect(distance(differenceHash(picture), differenceHash(resample(picture, 40, 40)))).toBeLessThanOrEqual(
      3,
    );
    expect(distance(differenceHash(picture), differenceHash(madePicture(64, 64)))).toBeGreaterThan(10);
  });

  it('counts bits', () => {
    fc.assert(
      fc.property(fc.nat(0xffffffff), (word) => {
        expect(bitsIn(word)).toBe([...word.toString(2)].filter((bit) => bit === '1').length);
      }),
    );
  });
});

describe('pictures that look alike', () => {
  it('are those of which at most three bits differ: as comparing all of them finds', () => {
    const word = fc.constantFrom(0, 1, 3, 7, 0xff, 0x10001, 0x80000000, 0xffffffff);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { maxLength: 30 }), (hashes) => {
        const [high, low] = [0, 1].map((i) => Uint32Array.from(hashes, (hash) => hash[i as 0 | 1]));
        const expected = new Set<number>();
        const bits = (a: number, b: number) => distance(hashes[a]!, hashes[b]!);
        for (let a = 0; a < hashes.length; a++)
          for (let b = 0; b < a; b++) if (bits(a, b) <= 3) expected.add(a).add(b);
        const found = nearDuplicates(high!, low!, () => false, 1000);
        expect(found.pictures).toBe(expected.size);
        expect(found.complete).toBe(true);
        const pairs = found.examples.map(({ first, second }) => `${first} ${second}`);
        expect(new Set(pairs).size).toBe(pairs.length);
        for (const { first, second, distance: told } of found.examples)
          expect(told).toBe(bits(first, second));
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it('are looked for with bounded work', () => {
    const same = new Uint32Array(2000);
    const { complete, pictures, examples } = nearDuplicates(same, same, () => false, 3, 10_000);
    expect(complete).toBe(false);
    expect(pictures).toBeGreaterThan(100);
    expect(examples).toHaveLength(3);
  });
});

describe('what is in a data set', () => {
  function folder(): string {
    const dir = join(temporaryFolder(), 'dataset');
    mkdirSync(dir);
    const writer = new DatasetWriter(dir);
    const [a, b, c] = madePairs(3, 8);
    writer.add({ ...a!, captions: ['a dog', 'two words more'] });
    writer.add({ ...b!, picture: a!.picture, captions: ['a dog'] });
    writer.add({ ...c!, captions: ['!?'], label: null });
    writer.add({
      ...c!,
      id: 'long',
      captions: ['word '.repeat(100).trim()],
      label: 'apple',
      picture: madePicture(8, 20, 5),
    });
    writer.drop({ row: 7, reason: 'missing image', detail: 'x.png' });
    writer.drop({ row: 'y', reason: 'empty caption' });
    writer.drop({ row: 8, reason: 'missing image' });
    writer.finish([], {});
    return dir;
  }

  it('is counted', async () => {
    const subject = { kind: 'folder', title: 'd', folder: folder() } as const;
    const { report } = await inspectData(subject, { sheet: 0, seed: 1 });
    expect(report).toMatchObject({
      pairs: 4,
      poisoned: 0,
      attacks: [],
      pictures: {
        formats: { decoded: 4 },
        bytes: null,
        width: { least: 8, most: 8 },
        height: { least: 8, most: 20 },
        shortSides: [{ from: 1, below: 32, count: 4 }],
        elongated: 1,
        stored: { '8x8': 3, '8x20': 1 },
      },
      captions: { total: 5, long: 1, withoutWords: 1, words: { most: 100 }, tokens: { least: 3, most: 102 } },
      classes: {
        count: 2,
        unlabelled: 1,
        largest: [
          { name: 'apple', pairs: 2 },
          { name: 'banana', pairs: 1 },
        ],
      },
      duplicates: {
        exact: { repeats: 1, examples: [{ id: 'made/0', times: 2 }] },
        captions: { repeats: 1, examples: [{ caption: 'a dog', times: 2 }] },
      },
      dropped: { total: 3, reasons: { 'missing image': 2, 'empty caption': 1 } },
    });
    expect(report.classes.balance).toBeCloseTo(
      -(Math.log(2 / 3) * 2 + Math.log(1 / 3)) / 3 / Math.log(2),
      12,
    );
    expect(report.dropped.examples[0]).toEqual({ row: 7, reason: 'missing image', detail: 'x.png' });
  });

  it('is drawn for a sheet by the seed alone', async () => {
    const dir = join(temporaryFolder(), 'dataset');
    mkdirSync(dir);
    writeDataset(dir, madePairs(40, 8));
    const subject = { kind: 'folder', title: 'd', folder: dir } as const;
    const ids = async (seed: number, sheet = 6) =>
      (await inspectData(subject, { sheet, seed })).sheet.map(({ id }) => Number(id.split('/')[1]));
    const first = await ids(1);
    expect(first).toHaveLength(6);
    expect(new Set(first).size).toBe(6);
    expect(first).toEqual([...first].sort((a, b) => a - b));
    expect(await ids(1)).toEqual(first);
    expect(await ids(2)).not.toEqual(first);
    expect(await ids(1, 100)).toEqual(Array.from({ length: 40 }, (_, i) => i));
    expect((await inspectData(subject, { sheet: 0, seed: 1, limit: 5 })).report.pairs).toBe(5);
  });
});

describe('a data set that is verified', () => {
  const check = (folder: string) => verifyData({ kind: 'folder', title: 'd', folder });
  function whole(): string {
    const dir = join(temporaryFolder(), 'dataset');
    mkdirSync(dir);
    return writeDataset(dir, madePairs(6, 8));
  }

  it('is all right when nothing is wrong', async () => {
    expect(await check(whole())).toEqual({ title: 'd', pairs: 6, problems: [], wrong: 0 });
  });

  it('names the pair whose line is damaged', async () => {
    const dir = whole();
    const path = join(dir, 'pairs.jsonl');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('{"id":"made/2"', '{"id":"made/2 '));
    const { problems } = await check(dir);
    expect(problems).toEqual([{ place: 'pair 2', problem: 'its line in the index is damaged' }]);
  });

  it('names pairs of one id, without captions, or whose picture is not there', async () => {
    const dir = whole();
    const path = join(dir, 'pairs.jsonl');
    const text = readFileSync(path, 'utf8')
      .replace('made/1', 'made/0')
      .replace('"offset":192', '"offset":999');
    writeFileSync(path, text);
    const { problems } = await check(dir);
    expect(problems).toEqual([
      { place: 'pair 1 (made/0)', problem: 'pair 0 has the same id' },
      { place: 'pair 1 (made/0)', problem: 'bytes 999..1191 of a file of 1152' },
    ]);
  });

  it('has the counts that are recorded', async () => {
    const dir = whole();
    const path = join(dir, 'dataset.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    const dropped = { total: 2, reasons: {} };
    writeFileSync(
      path,
      JSON.stringify({ ...manifest, captions: 13, dropped, classes: [{ name: 'apple', pairs: 3 }] }),
    );
    const { problems } = await check(dir);
    expect(problems.map(({ problem }) => problem)).toEqual([
      '13 captions are recorded, and there are 12',
      '1 classes are recorded, and there are 3',
      '3 pairs of the class apple are recorded, and there are 2',
      '2 dropped rows are recorded, and there are 0',
    ]);
  });

  it('says why it cannot be read at all', async () => {
    const dir = whole();
    rmSync(join(dir, 'pictures.bin'));
    expect((await check(dir)).problems[0]!.problem).toContain('pictures.bin');
    expect(existsSync(dir)).toBe(true);
    writeFileSync(join(dir, 'dataset.json'), '{');
    expect((await check(dir)).wrong).toBe(1);
  });
});
