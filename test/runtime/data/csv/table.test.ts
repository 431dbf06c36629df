import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CsvSourceConfig } from '../../../../runtime/data/csv/source.js';
import type { DatasetStage } from '../../../../schema/stages/data.js';
import { madePicture } from '../../../support/pictures.js';
import { temporaryFolder } from '../../../support/stage.js';
import { base, builtIn, pngOf } from './support.js';

let folder: string;

/** Pictures of which `again.png` is the same file as `a.png`, and one that is none. */
beforeEach(async () => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'pictures'));
  for (const [i, name] of ['a.png', 'b.png', 'c.png', 'again.png'].entries()) {
    writeFileSync(join(folder, 'pictures', name), await pngOf(madePicture(9, 9, i % 3)));
  }
  writeFileSync(join(folder, 'pictures', 'text.png'), 'this is no picture');
});

async function build(
  content: string | Uint8Array,
  change: Partial<CsvSourceConfig> = {},
  locals: Partial<DatasetStage['locals']> = {},
) {
  const path = join(folder, 'table');
  writeFileSync(path, content);
  const paths = { path, root: join(folder, 'pictures') };
  return stage({ ...base, ...change }, { paths, ...locals });
}

async function stage(source: DatasetStage['config']['source'], locals: DatasetStage['locals']) {
  const built = await builtIn(join(folder, 'stage'), source, locals);
  return { ...built, pairs: built.infos.map(({ id, captions }) => [id, captions[0]]) };
}

const text = 'image,caption\na.png,first\nb.png,second\n';
const both = [
  ['a.png', 'first'],
  ['b.png', 'second'],
];

describe('a table', () => {
  it('may be in gzip', async () => {
    expect((await build(gzipSync(text))).pairs).toEqual(both);
    const failure = build(gzipSync(text.repeat(99)).subarray(0, 60));
    await expect(failure).rejects.toMatchObject({ name: 'StageFailure', hint: 'get the file again' });
  });

  it('may have rows that end with CR alone', async () => {
    expect((await build(text.replaceAll('\n', '\r'))).pairs).toEqual(both);
  });

  it('may have no header, as CC3M: columns are named by place, and quotes may mean nothing', async () => {
    const tsv = '"first\ta.png\nsecond"\tb.png\n';
    const form = {
      header: false,
      delimiter: '\t',
      quoting: 'none',
      image_column: 1,
      caption_column: 0,
    } as const;
    const { pairs, manifest } = await build(tsv, form);
    expect(pairs).toEqual([
      ['a.png', '"first'],
      ['b.png', 'second"'],
    ]);
    expect(manifest.provenance).toEqual({ rows: 2 });
    await expect(build('x\ty\n', { ...form, image_column: 2 })).rejects.toThrow(
      'the first row has no column 2 (they are counted from 0)',
    );
  });

  it('may be a Parquet file, in any number of row groups', async () => {
    const data = Array.from({ length: 7 }, (_, i) => ['a.png', 'b.png', 'c.png'][i % 3]!);
    const buffer = parquetWriteBuffer({
      columnData: [
        { name: 'width', data: data.map((_, i) => i), type: 'INT32' },
        { name: 'text', data: data.map((_, i) => (i === 5 ? null : `caption "${i}",\n`)), type: 'STRING' },
        { name: 'image', data, type: 'STRING' },
      ],
      rowGroupSize: 3,
    });
    const { pairs, dropped } = await build(new Uint8Array(buffer), {
      caption_column: 'text',
      unreadable: 'drop',
    });
    expect(pairs).toHaveLength(6);
    expect(pairs[4]).toEqual(['b.png', 'caption "4",']);
    expect(dropped).toMatchObject([{ row: 6, reason: 'empty caption' }]);
    await expect(build(new Uint8Array(buffer))).rejects.toThrow('no column "caption"');
    await expect(build(new Uint8Array(buffer).subarray(0, 90))).rejects.toThrow('cannot be read as Parquet');
  });

  it('may have been written on another machine', async () => {
    const moved = 'image,caption\n/data/old/a.png,first\n/data/b.png,second\n';
    const prefixes = { '/data/': folder, '/data/old': join(folder, 'pictures') };
    writeFileSync(join(folder, 'b.png'), readFileSync(join(folder, 'pictures', 'b.png')));
    const { pairs } = await build(moved, {}, { prefixes });
    expect(pairs.map(([id]) => id)).toEqual(['/data/old/a.png', '/data/b.png']);
  });
});

describe('pictures that are not looked at', () => {
  const unchecked = { unreadable: 'unchecked' } as const;

  it('stay in their files, and are read when they are used', async () => {
    const { data, pairs, manifest, dropped } = await build(
      `${text}text.png,no picture\ngone.png,gone\nx.png,\n`,
      unchecked,
    );
    expect(pairs).toHaveLength(4);
    expect(dropped).toMatchObject([{ row: 5, reason: 'empty caption' }]);
    expect(manifest).toMatchObject({ size: 4, pictures: { form: 'files' }, bytes: { pictures: 0 } });
    const looked = await (await build(text)).data.picture(0);
    expect(Buffer.compare((await data.picture(0)).data, looked.data)).toBe(0);
    await expect(data.picture(2)).rejects.toThrow('text.png cannot be decoded');
    await expect(data.picture(3)).rejects.toThrow('gone.png cannot be read: it is not there');
  });
});

describe('what is left out', () => {
  it('is told by reason, and only the pictures of the rest are read', async () => {
    const rows = [
      'a.png,long enough',
      'gone.png,short',
      'b.png,2019 12 07',
      'a.png,long enough',
      'c.png,another one',
    ];
    const filter = { min_caption_length: 8, augmentable: true, duplicates: 'pair' } as const;
    const { pairs, manifest, dropped } = await build(`image,caption\n${rows.join('\n')}\n`, { filter });
    expect(pairs.map(([id]) => id)).toEqual(['a.png', 'c.png']);
    expect(manifest.dropped).toEqual({
      total: 3,
      reasons: { 'caption without words': 1, 'duplicate pair': 1, 'short caption': 1 },
    });
    expect(dropped).toEqual([
      { row: 2, reason: 'short caption', detail: 'short' },
      { row: 3, reason: 'caption without words', detail: '2019 12 07' },
      { row: 4, reason: 'duplicate pair', detail: 'a.png' },
    ]);
  });

  it('may be pictures with the same bytes', async () => {
    const filter = { duplicates: 'content' } as const;
    const { pairs, dropped } = await build(`${text}again.png,third\n`, { filter });
    expect(pairs).toEqual(both);
    expect(dropped).toEqual([{ row: 3, reason: 'duplicate content', detail: 'again.png' }]);
  });

  it('may be all but some: their pictures are not read', async () => {
    const { pairs, manifest } = await build(`image,caption\ngone.png,x\n${text.slice(14)}`, {
      keep: { seed: 0, last: 2 },
    });
    expect(pairs).toEqual(both);
    expect(manifest.provenance).toEqual({ rows: 3, not_kept: 1 });
  });
});

describe('a join', () => {
  it('has its parts in order under their names, each filtered and cut', async () => {
    const write = (name: string, content: string) => {
      mkdirSync(join(folder, name), { recursive: true });
      writeFileSync(join(folder, name, 'train.csv'), content);
      writeFileSync(join(folder, name, 'a.png'), readFileSync(join(folder, 'pictures', 'a.png')));
      return { paths: { path: join(folder, name, 'train.csv') } };
    };
    const parts = [
      write('one', 'image,caption\na.png,1\ngone.png,2\na.png,3\n'),
      write('two', `image,caption\na.png,4\n${join(folder, 'pictures', 'b.png')},5\n`),
    ];
    const of = [
      {
        name: 'one',
        source: { ...base, unreadable: 'drop' as const, keep: { seed: 0, first: 2 } },
        files: {},
      },
      { name: 'two', source: base, files: {} },
    ];
    const source = { kind: 'join' as const, of };
    const { pairs, dropped, data, manifest } = await stage(source, { paths: {}, parts, storage: 'files' });
    expect(pairs).toEqual([
      ['one/a.png', '1'],
      ['two/a.png', '4'],
      [`two/${join(folder, 'pictures', 'b.png')}`, '5'],
    ]);
    expect(dropped).toMatchObject([{ row: 'one/2', reason: 'missing image' }]);
    expect(manifest.provenance).toEqual({ 'one/rows': 3, 'one/not_kept': 0, 'two/rows': 2 });
    for (let i = 0; i < 3; i++) expect((await data.picture(i)).width).toBe(6);
    const cut = await stage({ ...source, keep: { seed: 0, last: 1 } }, { paths: {}, parts });
    expect(cut.pairs.map(([, caption]) => caption)).toEqual(['5']);
  });

  it('fails with the name of the part that cannot be used', async () => {
    const path = join(folder, 'bad.csv');
    writeFileSync(path, 'image,caption\nnone.png,x\n');
    const source = { kind: 'join' as const, of: [{ name: 'bad', source: base, files: {} }] };
    await expect(stage(source, { paths: {}, parts: [{ paths: { path } }] })).rejects.toThrow(
      `${path} has rows that cannot be used:\n  row bad/1: missing image: none.png`,
    );
  });
});
