import { existsSync, mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cached, cacheFolder } from '../../../runtime/data/cache.js';
import { temporaryFolder } from '../../support/stage.js';

const variables = ['EXPC_CACHE', 'XDG_CACHE_HOME'] as const;
const before = variables.map((name) => process.env[name]);
let root: string;

beforeEach(() => {
  root = temporaryFolder();
  process.env.EXPC_CACHE = root;
});
afterEach(() =>
  variables.forEach((name, i) => {
    if (before[i] === undefined) delete process.env[name];
    else process.env[name] = before[i];
  }),
);

const isWhole = (folder: string) => existsSync(join(folder, 'whole'));
const build = (folder: string) => writeFileSync(join(folder, 'whole'), folder);

describe('the place of the cache', () => {
  it('is $EXPC_CACHE, else a folder in $XDG_CACHE_HOME, which must be absolute', () => {
    expect(cacheFolder()).toBe(root);
    delete process.env.EXPC_CACHE;
    process.env.XDG_CACHE_HOME = '/somewhere';
    expect(cacheFolder()).toBe('/somewhere/expc');
    process.env.XDG_CACHE_HOME = 'relative';
    expect(cacheFolder()).toMatch(/\/\.cache\/expc$/);
  });
});

describe('a folder of the cache', () => {
  it('is made once', async () => {
    let times = 0;
    const count = (folder: string) => {
      times++;
      build(folder);
    };
    const folder = await cached('a/b', isWhole, count);
    expect(await cached('a/b', isWhole, count)).toBe(folder);
    expect(folder).toBe(join(root, 'a/b'));
    expect(times).toBe(1);
  });

  it('is made again when it is damaged', async () => {
    mkdirSync(join(root, 'a'), { recursive: true });
    writeFileSync(join(root, 'a', 'rest'), '');
    const folder = await cached('a', isWhole, build);
    expect(readdirSync(folder)).toEqual(['whole']);
  });

  it('may be made by several at once', async () => {
    const slow = async (folder: string) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      build(folder);
    };
    const folders = await Promise.all([1, 2, 3].map(() => cached('a', isWhole, slow)));
    expect(new Set(folders)).toEqual(new Set([join(root, 'a')]));
    expect(readdirSync(root)).toEqual(['a']);
  });

  it('leaves nothing behind when making it fails', async () => {
    const failing = () => Promise.reject(new Error('no'));
    await expect(cached('a', isWhole, failing)).rejects.toThrow('no');
    expect(readdirSync(root)).toEqual([]);
  });

  it('takes away what a killed process left, but not what one is still making', async () => {
    for (const name of ['b.tmp-1-old', 'b.tmp-2-new']) mkdirSync(join(root, name));
    utimesSync(join(root, 'b.tmp-1-old'), 0, 0);
    await cached('a', isWhole, build);
    expect(readdirSync(root).sort()).toEqual(['a', 'b.tmp-2-new']);
  });

  it('that cannot be made says what to do', async () => {
    writeFileSync(join(root, 'file'), '');
    process.env.EXPC_CACHE = join(root, 'file');
    await expect(cached('a', isWhole, build)).rejects.toMatchObject({
      name: 'StageFailure',
      hint: expect.stringContaining('EXPC_CACHE') as string,
    });
    expect(readFileSync(join(root, 'file'), 'utf8')).toBe('');
  });
});
