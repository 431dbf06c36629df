import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DatasetStage } from '../../../../schema/stages/data.js';
import { openDataset } from '../../../../runtime/data/artifact/open.js';
import { runDatasetStage } from '../../../../runtime/data/dataset-stage.js';
import { StageFailure } from '../../../../runtime/execute/context.js';
import { BrokenShard, tarMembers } from '../../../../runtime/data/webdataset/members.js';
import { runStage, temporaryFolder } from '../../../support/stage.js';
import { plainPicture, readShards, tarOf, writeShard, type Members } from './support.js';

const json = (value: object) => JSON.stringify(value);

/** Two ordinary samples as img2dataset writes them. */
async function two(first = '000', second = '001'): Promise<Members> {
  return [
    [`${first}.jpg`, await plainPicture(10, 'jpeg')],
    [`${first}.json`, json({ caption: 'one, in JSON', url: 'x', key: first })],
    [`${first}.txt`, 'a red thing\n'],
    [`${second}.txt`, 'a second thing'],
    [`${second}.json`, json({ caption: ['one', 'two'] })],
    [`${second}.png`, await plainPicture(200)],
  ];
}

describe('WebDataset shards', () => {
  it('are pairs by key, in the order of the shards', async () => {
    const folder = temporaryFolder();
    await writeShard(join(folder, 's-00.tar'), await two());
    await writeShard(join(folder, 's-01.tar'), await two('a/x', 'b/x'));
    const { pairs, dropped } = await readShards(join(folder, 's-{00..01}.tar'));
    expect(dropped).toEqual([]);
    expect(pairs.map(({ id, captions }) => [id, captions])).toEqual([
      ['s-00.tar/000', ['a red thing']],
      ['s-00.tar/001', ['a second thing']],
      ['s-01.tar/a/x', ['a red thing']],
      ['s-01.tar/b/x', ['a second thing']],
    ]);
    expect([...pairs[1]!.picture!.data.slice(0, 3)]).toEqual([200, 90, 30]);
    expect(pairs[1]!.picture).toMatchObject({ width: 8, height: 8 });
  });

  it('say where in the shard a picture is, so that it need not be unpacked', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 's.tar');
    await writeShard(path, await two());
    const { pairs } = await readShards(path);
    for (const { encoded } of pairs) {
      expect(encoded!.file).toBe('s.tar');
      const there = readFileSync(path).subarray(encoded!.start, encoded!.start! + encoded!.bytes.length);
      expect(there.equals(encoded!.bytes)).toBe(true);
    }
  });

  it('may be compressed; then pictures have no place of their own', async () => {
    const folder = temporaryFolder();
    for (const name of ['s.tar.gz', 's.tgz']) {
      await writeShard(join(folder, name), await two());
      const { pairs } = await readShards(join(folder, name));
      expect(pairs.map(({ captions, encoded }) => [captions[0], encoded])).toEqual([
        ['a red thing', undefined],
        ['a second thing', undefined],
      ]);
    }
  });

  it('have captions in JSON too, one or several', async () => {
    const path = join(temporaryFolder(), 's.tar');
    await writeShard(path, await two());
    const { pairs } = await readShards(path, { caption_member: 'json' });
    expect(pairs.map(({ captions }) => captions)).toEqual([['one, in JSON'], ['one', 'two']]);
  });

  it('have classes: numbers with a file of names, names, or values in JSON', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 's.tar');
    const [a, b] = [await plainPicture(1), await plainPicture(2)];
    await writeShard(path, [
      ['0.png', a],
      ['0.cls', '1'],
      ['0.json', json({ label: 'pear' })],
      ['1.webp', b],
      ['1.cls', '0\n'],
      ['1.json', json({ label: 'fig' })],
    ]);
    writeFileSync(join(folder, 'names.txt'), 'great white shark\ntench\n');
    const seen = async (more: object, paths: object = {}) =>
      (await readShards(path, more, paths)).pairs.map(({ captions, label }) => [captions[0], label]);
    const classes = { caption_member: 'cls', caption_key: 'label', label_member: 'cls' };
    const names = { classes_file: join(folder, 'names.txt') };
    expect(await seen(classes)).toEqual([
      ['1', '1'],
      ['0', '0'],
    ]);
    expect(await seen(classes, names)).toEqual([
      ['tench', 'tench'],
      ['great white shark', 'great white shark'],
    ]);
    const inJson = { caption_member: 'json', caption_key: 'label', label_member: 'json' };
    expect(await seen({ ...inJson, classes: { count: 1, include: ['fig'] } })).toEqual([['fig', 'fig']]);
  });

  it('list what cannot be used, with shard and member', async () => {
    const folder = temporaryFolder();
    const picture = await plainPicture(1);
    await writeShard(join(folder, 's.tar'), [
      ['no-picture.txt', 'a caption'],
      ['no-caption.png', picture],
      ['empty.png', picture],
      ['empty.txt', ' \n'],
      ['broken.png', picture.subarray(0, 60)],
      ['broken.txt', 'x'],
      ['several.png', picture],
      ['several.jpg', picture],
      ['several.txt', 'x'],
      ['twice.png', picture],
      ['twice.txt', 'x'],
      ['twice.txt', 'y'],
      ['latin.png', picture],
      ['latin.txt', Buffer.from([0xe9, 0x20])],
      ['long.png', picture],
      ['long.txt', Buffer.alloc(2 ** 20 + 1, 'x')],
      ['README', 'not a sample'],
      ['.hidden.txt', 'not a sample'],
      ['__index__.json', '{}'],
      ['twice.png', picture],
    ]);
    const { pairs, dropped } = await readShards(join(folder, 's.tar'));
    expect(pairs).toEqual([]);
    expect(dropped.map(({ row, reason, detail }) => [row, reason, detail?.split(':')[0]])).toEqual([
      ['s.tar/no-picture', 'missing image', undefined],
      ['s.tar/no-caption', 'missing caption', 'there is no .txt'],
      ['s.tar/empty', 'empty caption', undefined],
      ['s.tar/broken', 'unreadable image', 'broken.png'],
      ['s.tar/several', 'several pictures', 'several.png and several.jpg'],
      ['s.tar/twice', 'duplicate member', 'twice.txt'],
      ['s.tar/latin', 'not UTF-8', 'latin.txt'],
      ['s.tar/long', 'absurd size', 'long.txt has 1048577 bytes'],
      ['s.tar/twice', 'duplicate key', 'other members of this key stand earlier in the shard'],
    ]);
  });

  it('tell broken JSON from what is missing in it', async () => {
    const path = join(temporaryFolder(), 's.tar');
    const picture = await plainPicture(1);
    const samples = [
      '{',
      '[]',
      '{}',
      json({ caption: null }),
      json({ caption: {} }),
      json({ caption: ['', 7] }),
    ];
    await writeShard(
      path,
      samples.flatMap((text, i): Members => [
        [`${i}.png`, picture],
        [`${i}.json`, text],
      ]),
    );
    const { pairs, dropped } = await readShards(path, { caption_member: 'json' });
    expect(dropped.map(({ reason }) => reason)).toEqual([
      'broken caption',
      'broken caption',
      'missing caption',
      'missing caption',
      'broken caption',
    ]);
    expect(pairs[0]!.captions).toEqual(['7']);
  });

  it('fail with what is wrong, unless told to drop it', async () => {
    const folder = temporaryFolder();
    await writeShard(join(folder, 's.tar'), [['x.txt', 'no picture']]);
    await expect(readShards(join(folder, 's.tar'), { unreadable: 'fail' })).rejects.toThrow(
      's.tar/x: missing image',
    );
    await expect(readShards(join(folder, '{s,t,u}.tar'))).rejects.toThrow(
      /2 of 3 shards are not there: .*t\.tar/,
    );
  });

  it('go on after a broken shard, which is named with its last member', async () => {
    const folder = temporaryFolder();
    const whole = await tarOf(await two());
    const broken: Record<string, Buffer> = {
      'cut.tar': whole.subarray(0, 1500),
      'noise.tar': Buffer.alloc(2000, 7),
      'flipped.tar': Buffer.from(whole).fill(255, 1024, 1100),
    };
    for (const [name, bytes] of Object.entries(broken)) writeFileSync(join(folder, name), bytes);
    writeFileSync(join(folder, 'zip.tar.gz'), whole);
    await writeShard(join(folder, 'fine.tar'), await two());
    const { pairs, dropped } = await readShards(
      join(folder, '{cut,noise,zip,fine}.tar').replace('zip', 'fine'),
    );
    expect(pairs.map(({ id }) => id.split('/')[0])).toEqual(['fine.tar', 'fine.tar', 'fine.tar', 'fine.tar']);
    expect(dropped.map(({ row, reason, detail }) => [row, reason, detail])).toEqual([
      ['cut.tar', 'broken shard', 'the archive is cut off after the member 000.jpg'],
      ['noise.tar', 'broken shard', 'there is no valid tar header at its beginning'],
    ]);
    const gz = await readShards(join(folder, 'zip.tar.gz'));
    expect(gz.dropped[0]!.detail).toBe('the compressed data are damaged or cut off at its beginning');
  });

  it('hold no more than one member, however large the shard says that it is', async () => {
    const path = join(temporaryFolder(), 's.tar');
    const bytes = await tarOf(await two());
    bytes.write('77777777777', 124); // The first member is 8 GB, it says.
    let sum = 8 * 32;
    for (let i = 0; i < 512; i++) if (i < 148 || i >= 156) sum += bytes[i]!;
    bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    writeFileSync(path, bytes);
    const { pairs, dropped } = await readShards(path);
    expect(pairs).toEqual([]);
    expect(dropped[0]!.reason).toBe('broken shard');
  });

  it('give what is asked for only', async () => {
    const path = join(temporaryFolder(), 's.tar');
    await writeShard(path, await two());
    const seen: [string, boolean][] = [];
    for await (const { name, bytes } of tarMembers(path, (one) => one.endsWith('.txt')))
      seen.push([name, bytes !== null]);
    expect(seen.filter(([, has]) => has).map(([name]) => name)).toEqual(['000.txt', '001.txt']);
    expect(seen).toHaveLength(6);
    await expect(tarMembers(join(path, 'x'), () => true).next()).rejects.toThrow(BrokenShard);
  });
});

describe('a data set of shards', () => {
  const build = (path: string, storage?: 'files' | 'encoded') => {
    const source = {
      kind: 'webdataset',
      caption_member: 'txt',
      caption_key: 'caption',
      label_key: 'label',
      resolution: 8,
      unreadable: 'fail',
      seed: 0,
    } as const;
    return runStage<DatasetStage>(runDatasetStage, join(temporaryFolder(), 'built'), {
      config: { source, files: { path: 'names and sizes' } },
      locals: { paths: { path }, ...(storage && { storage }) },
    });
  };

  it('gives the same pictures from the shards themselves as when they are packed', async () => {
    const folder = temporaryFolder();
    await writeShard(join(folder, 's-0.tar'), await two());
    await writeShard(join(folder, 's-1.tar'), await two('a/x', 'b/x'));
    const path = join(folder, 's-{0..1}.tar');
    const [packed, encoded, left] = await Promise.all([
      build(path),
      build(path, 'encoded'),
      build(path, 'files'),
    ]);
    expect(existsSync(join(left.dir, 'pictures.bin'))).toBe(false);
    const sets = [packed, encoded, left].map(({ dir }) => openDataset(dir));
    for (let index = 0; index < 4; index++) {
      const pictures = await Promise.all(sets.map((set) => set.picture(index)));
      const bytes = pictures.map(({ data }) => [...data]);
      expect(bytes[0]).toHaveLength(3 * 8 * 8);
      expect(bytes[1]).toEqual(bytes[0]);
      expect(bytes[2]).toEqual(bytes[0]);
    }
    for (const set of sets) set.close();
    const bytes = readFileSync(join(folder, 's-1.tar'));
    writeFileSync(join(folder, 's-1.tar'), Buffer.from(bytes).fill(1, 600, 620));
    const again = openDataset(left.dir);
    await expect(again.picture(2)).rejects.toThrow('s-1.tar has changed since the data set was built');
    again.close();
  });

  it('of compressed shards is packed, since nothing in them has a place', async () => {
    const path = join(temporaryFolder(), 's.tar.gz');
    await writeShard(path, await two());
    expect(existsSync(join((await build(path)).dir, 'pictures.bin'))).toBe(true);
    await expect(build(path, 'files')).rejects.toThrow(StageFailure);
    await expect(build(path, 'files')).rejects.toThrow('`storage: files`');
  });
});
