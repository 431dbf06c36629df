import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CsvSourceConfig } from '../../../../runtime/data/csv/source.js';
import { runDatasetStage } from '../../../../runtime/data/dataset-stage.js';
import { resizeAndCrop } from '../../../../runtime/data/picture/geometry.js';
import { madePicture } from '../../../support/pictures.js';
import { runStage, temporaryFolder } from '../../../support/stage.js';
import { base, builtIn, pngOf } from './support.js';

const picture = madePicture(12, 9, 40);
let folder: string;

/** A folder with pictures `a.png` to `d.png`, and one that is broken off. */
beforeEach(async () => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'sub dir'));
  const png = await pngOf(picture);
  for (const name of ['a.png', 'b.png', 'c.png', 'sub dir/d,1.png']) writeFileSync(join(folder, name), png);
  writeFileSync(join(folder, 'short.png'), png);
  truncateSync(join(folder, 'short.png'), png.length - 30);
  writeFileSync(join(folder, 'text.png'), 'this is no picture');
});

function build(text: string | Uint8Array, change: Partial<CsvSourceConfig> = {}, root?: string) {
  const path = join(folder, 'pairs.csv');
  writeFileSync(path, text);
  const locals = { paths: root === undefined ? { path } : { path, root } };
  return builtIn(join(folder, 'stage'), { ...base, ...change }, locals);
}

async function failureOf(building: Promise<unknown>): Promise<{ message: string; hint: string }> {
  const error: unknown = await building.then(
    () => new Error('did not fail'),
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: 'StageFailure' });
  return error as { message: string; hint: string };
}

describe('the format', () => {
  it('is one picture and caption a row; pictures are resized and cropped', async () => {
    const { data, infos, manifest } = await build('image,caption\na.png,first\nb.png,second\n');
    expect(infos).toEqual([
      { id: 'a.png', captions: ['first'], label: null, poisoned: false },
      { id: 'b.png', captions: ['second'], label: null, poisoned: false },
    ]);
    expect(Buffer.compare((await data.picture(1)).data, resizeAndCrop(picture, 6).data)).toBe(0);
    expect(manifest).toMatchObject({ size: 2, classes: [], provenance: { rows: 2 }, dropped: { total: 0 } });
  });

  it.each([
    ['CRLF', 'image,caption\r\na.png,first\r\nb.png,second\r\n'],
    ['a byte order mark', '\ufeffimage,caption\na.png,first\nb.png,second'],
    ['UTF-16', Buffer.from('\ufeffimage,caption\na.png,first\nb.png,second\n', 'utf16le')],
    ['other columns, in any order', ',caption,x,image\n0,first,,a.png\n1,second,,b.png\n'],
    ['empty lines', 'image,caption\n\na.png,first\n\n\nb.png,second\n\n'],
    ['quotes around everything', '"image","caption"\n"a.png","first"\n"b.png","second"\n'],
  ])('takes %s', async (_, text) => {
    const { captions } = await build(text);
    expect(captions).toEqual(['first', 'second']);
  });

  it('takes commas, quotes and newlines inside quotes, and bare quotes outside', async () => {
    const rows = ['"sub dir/d,1.png","a ""b"", c\nd"', 'a.png,a 5" screen', 'b.png,  spaces around  '];
    const { infos } = await build(`image,caption\n${rows.join('\n')}\n`);
    expect(infos.map(({ id, captions }) => [id, captions[0]])).toEqual([
      ['sub dir/d,1.png', 'a "b", c\nd'],
      ['a.png', 'a 5" screen'],
      ['b.png', 'spaces around'],
    ]);
  });

  it('takes other delimiters, column names, a root folder, and absolute paths', async () => {
    const text = `pic\ttext\n${join(folder, 'a.png')}\tfirst\nd,1.png\tsecond\n`;
    const change = { delimiter: '\t', image_column: 'pic', caption_column: 'text' };
    const { captions } = await build(text, change, join(folder, 'sub dir'));
    expect(captions).toEqual(['first', 'second']);
  });

  it('has classes when a column of labels is named', async () => {
    const text = 'image,caption,kind\na.png,1,pear\nb.png,2,apple\nc.png,3,pear\n';
    const { data, infos } = await build(text, { label_column: 'kind' });
    expect(data.classes).toEqual(['apple', 'pear']);
    expect(infos.map(({ label }) => label)).toEqual(['pear', 'apple', 'pear']);
  });

  it('keeps the classes that are chosen', async () => {
    const text = 'image,caption,kind\na.png,1,pear\nb.png,2,apple\nc.png,3,plum\n';
    const classes = { count: 2, include: ['plum'] };
    const { data } = await build(text, { label_column: 'kind', classes });
    expect(data.classes).toHaveLength(2);
    expect(data.classes).toContain('plum');
    const { hint } = await failureOf(build(text, { classes }));
    expect(hint).toContain('label_column');
  });
});

describe('rows that cannot be used', () => {
  const text = [
    'image,caption',
    'a.png,good',
    'b.png,',
    ',no picture',
    'gone.png,missing',
    'short.png,broken off',
    'text.png,no picture',
    '"c.png","two\nlines",more',
    'sub dir,a folder',
    'c.png,good too',
  ].join('\n');

  it('are counted and listed when they shall be dropped', async () => {
    const { captions, dropped, manifest, log } = await build(text, { unreadable: 'drop' });
    expect(captions).toEqual(['good', 'good too']);
    expect(dropped.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'empty caption'],
      [3, 'empty image path'],
      [4, 'missing image'],
      [5, 'unreadable image'],
      [6, 'unreadable image'],
      [7, 'wrong number of fields'],
      [8, 'unreadable image'],
    ]);
    expect(dropped[5]!.detail).toBe('3 instead of 2 (line 9)');
    expect(manifest.dropped).toEqual({
      total: 7,
      reasons: {
        'empty caption': 1,
        'empty image path': 1,
        'missing image': 1,
        'unreadable image': 3,
        'wrong number of fields': 1,
      },
    });
    expect(log.join('\n')).toContain('2 pairs of 0 classes, 7 rows left out');
    expect(manifest.size + manifest.dropped.total).toBe(manifest.provenance.rows);
  });

  it('fail the stage otherwise, all of them at once', async () => {
    const { message, hint } = await failureOf(build(text));
    for (const row of [2, 3, 4, 5, 6, 7, 8]) expect(message).toContain(`row ${row}:`);
    expect(message).toContain('unreadable image: short.png');
    expect(hint).toContain('unreadable: drop');
  });

  it('fail the stage when nothing is left', async () => {
    const { message, hint } = await failureOf(build('image,caption\ngone.png,x\n', { unreadable: 'drop' }));
    expect(message).toContain('no pair is left of 1 rows');
    expect(hint).toContain('dropped.jsonl');
    expect(readFileSync(join(folder, 'stage/dropped.jsonl'), 'utf8')).toContain('gone.png');
    expect(await failureOf(build('image,caption\n'))).toHaveProperty('message', 'no pair is left of 0 rows');
  });
});

describe('a file that is not in the format', () => {
  const cases: [string, string | Uint8Array, Partial<CsvSourceConfig>, string, string][] = [
    ['a missing column', 'image,captoin\na.png,x\n', {}, 'no column "caption"', 'caption_column: captoin'],
    ['both missing', 'x,y\n1,2\n', {}, 'no column "image" and no column "caption"', 'image_column'],
    ['a column twice', 'image,image,caption\n1,2,3\n', {}, 'column "image" twice', 'rename'],
    ['another delimiter', 'image;caption\na.png;x\n', {}, 'found "image;caption"', 'delimiter really ","'],
    ['an empty file', '', {}, 'is empty', 'image,caption'],
    ['an open quote', 'image,caption\n"a.png,x\nb.png,y\n', {}, 'not CSV', 'quote'],
    ['an endless quote', `image,caption\n"${'x'.repeat(3 << 20)}`, {}, 'not CSV', 'quote'],
    [
      'noise',
      Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251)),
      {},
      'no column "image"',
      '',
    ],
  ];
  it.each(cases)('%s', async (_, text, change, message, hint) => {
    const failure = await failureOf(build(text, change));
    expect(failure.message).toContain(message);
    expect(failure.hint).toContain(hint);
  });

  it('is not there', async () => {
    const config = { source: base, files: {} };
    const locals = { paths: { path: join(folder, 'none.csv') } };
    const failure = await failureOf(runStage(runDatasetStage, join(folder, 'stage'), { config, locals }));
    expect(failure.message).toContain('none.csv cannot be read (ENOENT)');
  });
});
