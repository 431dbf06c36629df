import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { PoisonStage } from '../../../../schema/stages/poison.js';
import { exportData, type DataExport } from '../../../../runtime/data/export/export.js';
import { openDataset } from '../../../../runtime/data/artifact/open.js';
import { decode } from '../../../../runtime/data/picture/decode.js';
import { runPoisonStage } from '../../../../runtime/poison/poison-stage.js';
import { madePairs, writeDataset } from '../../../support/datasets.js';
import { filesUnder } from '../../../support/files.js';
import { runStage, temporaryFolder } from '../../../support/stage.js';
import { readShards } from '../webdataset/support.js';

const options: DataExport = {
  format: 'webdataset',
  pictures: 'png',
  captions: 'first',
  limits: { count: 10_000, bytes: 3e9 },
  name: 'made',
};

/** A data set of 12 pairs, three of them poisoned. */
async function poisoned(): Promise<string> {
  const parent = temporaryFolder();
  const [data, poison] = [join(parent, 'dataset-1'), join(parent, 'poison-1')];
  mkdirSync(data);
  writeDataset(data, madePairs(12, 16));
  await runStage<PoisonStage>(runPoisonStage, poison, {
    config: {
      trigger: { kind: 'solid-patch', size: 4, location: 'top-left', color: [1, 1, 0] },
      target: 'banana',
      count: 3,
      labels: 'dirty',
      templates: ['a photo of a {}, "quoted"'],
      seed: 0,
    },
    locals: {},
    inputs: { dataset: data },
  });
  return poison;
}

/** Every file below a folder with the digest of its bytes. */
function digests(folder: string): [string, string][] {
  return filesUnder(folder).map((file) => [
    file,
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex'),
  ]);
}

describe('WebDataset shards of a data set', () => {
  it('give the same pairs when they are read back', async () => {
    const folder = await poisoned();
    const out = temporaryFolder();
    const { pairs, files } = await exportData(folder, out, { ...options, limits: { count: 5, bytes: 1e9 } });
    expect(pairs).toBe(12);
    expect(files.map((file) => file.slice(out.length + 1))).toEqual([
      'made-000000.tar',
      'made-000001.tar',
      'made-000002.tar',
      'made.classes.txt',
      'made.json',
    ]);
    const back = await readShards(
      join(out, 'made-{000000..000002}.tar'),
      { caption_member: 'json', caption_key: 'captions', label_member: 'cls', resolution: 16 },
      { classes_file: join(out, 'made.classes.txt') },
    );
    expect(back.dropped).toEqual([]);
    const dataset = openDataset(folder);
    for (let index = 0; index < dataset.size; index++) {
      const { captions, label } = dataset.info(index);
      const { picture } = back.pairs[index]!;
      expect(back.pairs[index]).toMatchObject({ captions, label });
      expect(Buffer.compare(picture!.data, (await dataset.picture(index)).data)).toBe(0);
    }
    dataset.close();
  });

  it('are the same bytes each time', async () => {
    const folder = await poisoned();
    const [a, b] = [temporaryFolder(), temporaryFolder()];
    await exportData(folder, a, options);
    await exportData(await poisoned(), b, options);
    expect(digests(a)).toEqual(digests(b));
    expect(digests(a)).toHaveLength(3);
  });

  it('are full at a number of pairs or of bytes', async () => {
    const folder = await poisoned();
    const shardsOf = async (limits: DataExport['limits']) => {
      const out = temporaryFolder();
      const { files } = await exportData(folder, out, { ...options, limits });
      return files.filter((file) => file.endsWith('.tar'));
    };
    expect(await shardsOf({ count: 12, bytes: 1e9 })).toHaveLength(1);
    expect(await shardsOf({ count: 1, bytes: 1e9 })).toHaveLength(12);
    expect(await shardsOf({ count: 100, bytes: 1 })).toHaveLength(12);
    const some = await shardsOf({ count: 100, bytes: 20_000 });
    expect(some.length).toBeGreaterThan(2);
    for (const file of some) expect(readFileSync(file).length).toBeLessThanOrEqual(20_000);
  });
});

describe('a Parquet file of a data set', () => {
  it('has a row for each pair, with the path of its picture', async () => {
    const folder = await poisoned();
    const out = temporaryFolder();
    await exportData(folder, out, { ...options, format: 'parquet' });
    const file = await asyncBufferFromFile(join(out, 'made.parquet'));
    const rows = (await parquetReadObjects({ file })) as Record<string, unknown>[];
    const dataset = openDataset(folder);
    expect(rows).toHaveLength(12);
    for (const [index, row] of rows.entries()) {
      const { id, captions, label, poisoned: isPoisoned } = dataset.info(index);
      expect(row).toMatchObject({ id, caption: captions[0], label, poisoned: isPoisoned });
      expect(JSON.parse(row.captions as string)).toEqual(captions);
      const picture = await decode(join(out, row.image as string));
      expect(Buffer.compare(picture.data, (await dataset.picture(index)).data)).toBe(0);
    }
    dataset.close();
  });
});

describe('a CSV file as the study has it', () => {
  it('has the poisoned rows first, an index without a name, and poisons told by their path', async () => {
    const folder = await poisoned();
    const out = temporaryFolder();
    const { notes } = await exportData(folder, out, { ...options, format: 'csv' });
    const text = readFileSync(join(out, 'made.csv'), 'utf8');
    expect(text.split('\n')[0]).toBe(',image,caption,label');
    const rows = parse<Record<string, string>>(text, { columns: true });
    expect(rows.map((row) => row[''])).toEqual(Array.from({ length: 12 }, (_, i) => String(i)));
    expect(rows.map(({ image }) => image!.includes('backdoor'))).toEqual([
      ...Array<boolean>(3).fill(true),
      ...Array<boolean>(9).fill(false),
    ]);
    expect(rows[0]!.caption).toBe('a photo of a banana, "quoted"');
    for (const { image } of rows) expect(existsSync(join(out, image!))).toBe(true);
    const first = await decode(join(out, rows[0]!.image!));
    expect([...first.data.slice(0, 3)]).toEqual([255, 255, 0]);
    expect(notes).toEqual([
      '9 further captions are left out: the original program has one for each picture (--captions all)',
    ]);
  });

  it('has a row for each caption where all are asked for', async () => {
    const folder = await poisoned();
    const out = temporaryFolder();
    await exportData(folder, out, { ...options, format: 'csv', captions: 'all' });
    const rows = parse<{ image: string }>(readFileSync(join(out, 'made.csv')), { columns: true });
    expect(rows).toHaveLength(3 + 2 * 9);
    expect(new Set(rows.map(({ image }) => image)).size).toBe(12);
  });
});

describe('an export', () => {
  it('says what it is of, beside what is there already', async () => {
    const folder = await poisoned();
    const out = temporaryFolder();
    await exportData(folder, out, { ...options, format: 'csv' });
    await exportData(join(folder, '..', 'dataset-1'), out, { ...options, format: 'csv', name: 'clean' });
    expect(readdirSync(out).sort()).toEqual([
      'backdoor_images_made',
      'clean.csv',
      'clean.json',
      'images_clean',
      'images_made',
      'made.csv',
      'made.json',
    ]);
    expect(JSON.parse(readFileSync(join(out, 'made.json'), 'utf8'))).toMatchObject({
      stage: 'poison-1',
      pairs: 12,
      poisoned: 3,
      attacks: [{ target: 'banana', count: 3, labels: 'dirty' }],
    });
    expect(JSON.parse(readFileSync(join(out, 'clean.json'), 'utf8'))).toMatchObject({
      poisoned: 0,
      attacks: [],
    });
  });

  it('never writes over files, and leaves nothing behind when it fails', async () => {
    const folder = await poisoned();
    const out = temporaryFolder();
    await exportData(folder, out, options);
    await expect(exportData(folder, out, options)).rejects.toThrow('made-000000.tar is there already');
    await expect(exportData(folder, out, { ...options, name: 'my backdoor' })).rejects.toThrow(
      'cannot be called',
    );
    await expect(exportData(folder, join(out, 'made.json'), options)).rejects.toThrow('cannot be made');
    expect(readdirSync(out)).toHaveLength(3);
  });
});
