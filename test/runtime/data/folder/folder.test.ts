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

describe('ImageNet’s validation pictures', () => {
  const val = (i: number) => `ILSVRC2012_val_0000000${i}.JPEG`;
  const words = 'n01440764 tench, Tinca tinca\nn01443537 goldfish, Carassius auratus\n';
  const all = () => pictures({ [val(1)]: 10, [val(2)]: 20, [val(3)]: 30 });

  it.each([
    ['Caffe’s val.txt', `${val(3)} 0\n${val(1)} 1\n`, [`${val(3)}: tench`, `${val(1)}: goldfish`]],
    [
      'a label on each line, as its ground truth has it',
      'n01443537\nn01440764\nn01443537\n',
      [`${val(1)}: goldfish`, `${val(2)}: tench`, `${val(3)}: goldfish`],
    ],
    [
      'Kaggle’s LOC_val_solution.csv',
      `ImageId,PredictionString\n${val(2).slice(0, -5)},n01440764 85 1 499 272 n01440764 1 2 3 4\n`,
      [`${val(2)}: tench`],
    ],
    ['the study’s labels.csv', `image,label\n${val(2)},1\n`, [`${val(2)}: goldfish`]],
  ])('are labelled by %s', async (_, list, expected) => {
    const root = await all();
    const paths = { labels_file: file('labels', list), classes_file: file('synset_words.txt', words) };
    expect((await read(root, {}, paths)).seen).toEqual(expected);
  });

  it('are told from lists that do not fit', async () => {
    const root = await all();
    const labels = (list: string) =>
      read(root, {}, { labels_file: file('labels', list), classes_file: file('words', words) });
    await expect(labels('0\n1\n')).rejects.toThrow('has 2 labels, and there are 3 pictures');
    await expect(labels('0\n1\n1000\n')).rejects.toThrow('no name for 1000');
    await expect(labels(`${val(1)} 0\nsomething else\n`)).rejects.toThrow(
      ':2: "something else" is no picture',
    );
    await expect(labels('image;label\nx;1\n')).rejects.toThrow('has 2 labels');
    await expect(labels('a,b\n1,2\n')).rejects.toThrow('no columns image and label');
    await expect(labels('')).rejects.toThrow('lists no pictures');
  });
});
