import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { NewPair } from '../../../../runtime/data/artifact/write.js';
import { openSource } from '../../../../runtime/data/open-source.js';
import { temporaryFolder } from '../../../support/stage.js';

const entry = (number: number, split: string, ...captions: string[]) => ({
  filepath: 'val2014',
  filename: `COCO_val2014_${number}.jpg`,
  sentids: [],
  imgid: number,
  split,
  sentences: captions.map((raw) => ({ tokens: raw.split(' '), raw, imgid: number })),
  cocoid: number,
});

async function coco(images: readonly unknown[]): Promise<string> {
  const root = temporaryFolder();
  mkdirSync(join(root, 'val2014'));
  for (let i = 1; i <= 4; i++)
    await sharp({ create: { width: 10, height: 16, channels: 3, background: '#804020' } })
      .jpeg()
      .toFile(join(root, 'val2014', `COCO_val2014_${i}.jpg`));
  writeFileSync(join(root, 'dataset_coco.json'), JSON.stringify({ images, dataset: 'coco' }));
  return root;
}

async function read(root: string, more: object = {}): Promise<NewPair[]> {
  const source = { kind: 'coco', splits: ['test'], captions: 5, resolution: 8, unreadable: 'fail', ...more };
  const stage = {
    config: { source, files: {} },
    locals: { paths: { path: join(root, 'dataset_coco.json') } },
  };
  const pairs: NewPair[] = [];
  const monitor = { progress: () => undefined, checkStop: () => undefined };
  for await (const row of openSource(stage as never, monitor).rows()) if ('pair' in row) pairs.push(row.pair);
  return pairs;
}

const images = [
  entry(1, 'test', 'a dog. ', 'one dog'),
  entry(2, 'train', 'a cat'),
  entry(3, 'restval', 'a bird'),
  entry(4, 'test', 'a cow', 'two cows', 'three'),
];

describe('MSCOCO in Karpathy’s split', () => {
  it('has the pictures of a split with all their captions, and no classes', async () => {
    const pairs = await read(await coco(images));
    expect(pairs.map(({ id, captions, label }) => [id, captions, label])).toEqual([
      ['val2014/COCO_val2014_1.jpg', ['a dog.', 'one dog'], null],
      ['val2014/COCO_val2014_4.jpg', ['a cow', 'two cows', 'three'], null],
    ]);
    expect(pairs[0]!.picture).toMatchObject({ width: 8, height: 8 });
  });

  it('takes several splits, the first captions, the first pictures', async () => {
    const root = await coco(images);
    const seen = async (more: object) => (await read(root, more)).map(({ captions }) => captions.join('|'));
    expect(await seen({ splits: ['train', 'restval'] })).toEqual(['a cat', 'a bird']);
    expect(await seen({ captions: 1 })).toEqual(['a dog.', 'a cow']);
    expect(await seen({ limit: 1, captions: 1 })).toEqual(['a dog.']);
  });

  it('says what is wrong', async () => {
    await expect(read(await coco([{ filename: 'x' }]))).rejects.toThrow('neither Karpathy');
    const nothing = { ...entry(1, 'test'), sentences: [null] };
    await expect(read(await coco([nothing]))).rejects.toThrow('images[0]');
    await expect(read(await coco([null]))).rejects.toThrow('images[0]');
    await expect(read(await coco([entry(1, 'test')]))).rejects.toThrow(
      'images[0] has no filename, split or sentences',
    );
    await expect(read(await coco(images), { splits: ['val'] })).rejects.toThrow(
      'no pictures of the splits val',
    );
    await expect(read(await coco([entry(9, 'test', 'gone')]))).rejects.toThrow('missing image');
    const root = await coco(images);
    writeFileSync(join(root, 'dataset_coco.json'), '{');
    await expect(read(root)).rejects.toThrow('cannot be read');
  });
});

describe('MSCOCO’s own captions', () => {
  const image = (id: number) => ({ id, file_name: `COCO_val2014_${id}.jpg`, height: 16, width: 10 });
  const annotation = (id: number, image_id: unknown, caption: unknown) => ({ id, image_id, caption });

  async function standard(images: readonly unknown[], annotations: unknown): Promise<string> {
    const root = await coco([]);
    writeFileSync(
      join(root, 'dataset_coco.json'),
      JSON.stringify({ info: {}, licenses: [], images, annotations }),
    );
    return root;
  }
  const readIn = async (root: string, more: object = {}) => {
    const paths = { path: join(root, 'dataset_coco.json'), root: join(root, 'val2014') };
    const source = {
      kind: 'coco',
      splits: ['test'],
      captions: 5,
      resolution: 8,
      unreadable: 'fail',
      ...more,
    };
    const monitor = { progress: () => undefined, checkStop: () => undefined };
    const rows = [];
    for await (const row of openSource(
      { config: { source, files: {} }, locals: { paths } } as never,
      monitor,
    ).rows())
      rows.push(row);
    return rows;
  };

  it('are joined to their pictures, in the order of the file', async () => {
    const root = await standard(
      [image(4), image(1), image(2)],
      [
        annotation(9, 1, 'one dog '),
        annotation(3, 4, 'a cow'),
        annotation(7, 1, 'a dog'),
        annotation(8, 2, ' '),
      ],
    );
    const rows = await readIn(root, { unreadable: 'drop' });
    expect(rows.map((row) => ('pair' in row ? [row.pair.id, row.pair.captions] : row.dropped))).toEqual([
      ['COCO_val2014_4.jpg', ['a cow']],
      ['COCO_val2014_1.jpg', ['one dog', 'a dog']],
      { row: 'COCO_val2014_2.jpg', reason: 'missing caption' },
    ]);
    expect(await readIn(root, { limit: 1 })).toHaveLength(1);
    await expect(readIn(root)).rejects.toThrow('COCO_val2014_2.jpg: missing caption');
  });

  it('say what is wrong, and where', async () => {
    const wrong = async (images: readonly unknown[], annotations: unknown) =>
      readIn(await standard(images, annotations));
    await expect(wrong([{ id: 1 }], [])).rejects.toThrow('images[0] has no id or file_name');
    await expect(wrong([image(1), image(1)], [])).rejects.toThrow('images[1] has the id 1 of another one');
    await expect(wrong([image(1)], {})).rejects.toThrow('no list of annotations');
    await expect(wrong([image(1)], [annotation(1, 1, 7)])).rejects.toThrow('annotations[0] has no caption');
    await expect(wrong([image(1)], [annotation(1, 2, 'x')])).rejects.toThrow(
      'of the image 2, which is not listed',
    );
  });
});
