import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openSource } from '../../../../runtime/data/open-source.js';
import type { NewPair } from '../../../../runtime/data/artifact/write.js';
import type { Dropped } from '../../../../runtime/data/artifact/format.js';
import { readClassNames } from '../../../../runtime/data/folder/class-names.js';
import { temporaryFolder } from '../../../support/stage.js';

/** Writes pictures of one colour each: path -> red level. */
async function pictures(files: Readonly<Record<string, number>>): Promise<string> {
  const root = join(temporaryFolder(), 'pictures');
  for (const [path, r] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    await sharp({ create: { width: 20, height: 12, channels: 3, background: { r, g: 0, b: 0 } } })
      .png()
      .toFile(join(root, path));
  }
  return root;
}

async function read(root: string, more: Readonly<Record<string, unknown>> = {}, paths = {}) {
  const source = { kind: 'folder', resolution: 8, unreadable: 'fail', seed: 0, ...more };
  const stage = { config: { source, files: {} }, locals: { paths: { path: root, ...paths } } };
  const monitor = { progress: () => undefined, checkStop: () => undefined };
  const pairs: NewPair[] = [];
  const dropped: Dropped[] = [];
  for await (const row of openSource(stage as never, monitor).rows()) {
    if ('pair' in row) pairs.push(row.pair);
    else dropped.push(row.dropped);
  }
  return { pairs, dropped, seen: pairs.map(({ id, label }) => `${id}: ${label}`) };
}

const file = (name: string, text: string): string => {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
};

describe('a folder for each class', () => {
  it('as Caltech101 has it: classes are called as their folders, what is no class is left out', async () => {
    const root = await pictures({
      'BACKGROUND_Google/image_0001.jpg': 1,
      'Faces_easy/image_0001.jpg': 10,
      'Faces_easy/image_0002.jpg': 20,
      'wild_cat/image_0001.jpg': 30,
    });
    writeFileSync(join(root, 'README'), 'no picture');
    const { pairs, seen } = await read(root, { exclude: ['BACKGROUND_Google'] });
    expect(seen).toEqual([
      'Faces_easy/image_0001.jpg: Faces easy',
      'Faces_easy/image_0002.jpg: Faces easy',
      'wild_cat/image_0001.jpg: wild cat',
    ]);
    expect(pairs.map(({ captions }) => captions)).toEqual([['Faces easy'], ['Faces easy'], ['wild cat']]);
    expect(pairs[2]!.picture).toMatchObject({ width: 8, height: 8 });
    expect(pairs[2]!.picture!.data[0]).toBeCloseTo(30, -1);
  });

  it.each([
    ['lines', 'n01440764 tench, Tinca tinca\nn01443537 goldfish, Carassius auratus\n'],
    ['ImageNet’s index', '{"0": ["n01440764", "tench"], "1": ["n01443537", "goldfish"]}'],
    ['a map', '{"n01440764": "tench", "n01443537": "goldfish"}'],
  ])('as ImageNet has it, with names from %s', async (_, text) => {
    const root = await pictures({ 'n01440764/a.JPEG': 1, 'n01443537/sub/b.JPEG': 2 });
    const { seen } = await read(root, {}, { classes_file: file('classes', text) });
    expect(seen).toEqual(['n01440764/a.JPEG: tench', 'n01443537/sub/b.JPEG: goldfish']);
  });

  it('keeps the classes that are asked for', async () => {
    const root = await pictures({ 'a/1.png': 1, 'b/1.png': 2, 'c/1.png': 3 });
    const { seen } = await read(root, { classes: { count: 1, include: ['b'] } });
    expect(seen).toEqual(['b/1.png: b']);
  });

  it('says what is wrong: no folder, no pictures, a class without a name', async () => {
    await expect(async () => read('/nowhere/at/all')).rejects.toThrow('there is no folder');
    await expect(read(temporaryFolder())).rejects.toThrow('no folders with pictures');
    const root = await pictures({ 'n1/a.png': 1 });
    await expect(read(root, {}, { classes_file: file('c', 'n2 cat') })).rejects.toThrow('no name for n1');
  });

  it('fails at pictures that cannot be read, naming them, or leaves them out', async () => {
    const root = await pictures({ 'a/1.png': 1 });
    writeFileSync(join(root, 'a', '2.png'), 'not a picture');
    await expect(read(root)).rejects.toThrow(/a\/2\.png: unreadable image/);
    const { seen, dropped } = await read(root, { unreadable: 'drop' });
    expect(seen).toEqual(['a/1.png: a']);
    expect(dropped).toMatchObject([{ row: 'a/2.png', reason: 'unreadable image' }]);
  });
});

describe('pictures with a list of labels, as the study’s evaluation sets', () => {
  const classes = `classes = ['tench', "great white shark", 'dog\\'s bone', # a comment\n 'tench too']\ntemplates = [lambda c: f'a {c}']\n`;

  it('are labelled by numbers into classes.py, in the order of the list', async () => {
    const root = await pictures({ 'val/b.png': 1, 'val/a.png': 2 });
    const paths = {
      classes_file: file('classes.py', classes),
      labels_file: file('l.csv', 'image,label\nval/b.png,2\nval/a.png,1\n'),
    };
    expect((await read(root, {}, paths)).seen).toEqual([
      "val/b.png: dog's bone",
      'val/a.png: great white shark',
    ]);
  });

  it('may have names in the list', async () => {
    const root = await pictures({ 'a.png': 1 });
    expect((await read(root, {}, { labels_file: file('l.csv', 'label,image\nowl,a.png\n') })).seen).toEqual([
      'a.png: owl',
    ]);
  });

  it('say what is wrong with the list', async () => {
    const root = await pictures({ 'a.png': 1 });
    const wrong = (text: string) => read(root, {}, { labels_file: file('l.csv', text) });
    await expect(wrong('picture,label\na.png,x\n')).rejects.toThrow('no columns image and label');
    await expect(wrong('image,label\na.png,\n')).rejects.toThrow(':2: the image or the label is missing');
    await expect(wrong('image,label\n')).rejects.toThrow('lists no pictures');
    await expect(wrong('image,label\nb.png,x\n')).rejects.toThrow('missing image');
  });
});

describe('a file of class names', () => {
  it('is read, never run', () => {
    const names = readClassNames(file('classes.py', 'import os\nos.system("false")\nclasses = ["a", "b"]\n'));
    expect([...names]).toEqual([
      ['0', 'a'],
      ['1', 'b'],
    ]);
  });

  it('is refused when it is none', () => {
    for (const text of ['', 'classes = [1, 2]', 'classes = ["a"', '{"a": 1}', '[1]', 'word\n', '{broken'])
      expect(() => readClassNames(file('c', text)), text).toThrow('no file of class names');
    expect(() => readClassNames('/nowhere/c')).toThrow('cannot be read (ENOENT)');
  });
});
