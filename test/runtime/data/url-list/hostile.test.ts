import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StageInterrupted } from '../../../../runtime/execute/context.js';
import { decode } from '../../../../runtime/data/picture/decode.js';
import { resizeAndCrop } from '../../../../runtime/data/picture/geometry.js';
import { crc32 } from '../../../../runtime/data/url-list/pictures/crc32.js';
import { HostileServer } from '../../../support/downloads/hostile-server.js';
import { downloadIn, resultOf, writeList } from '../../../support/downloads/stage.js';
import { filesUnder } from '../../../support/files.js';
import { temporaryFolder } from '../../../support/stage.js';

let server: HostileServer;
beforeAll(async () => {
  server = await HostileServer.start();
});
afterAll(() => server.stop());

const minute = 60_000;

/** A folder with a list of `count` URLs of the server. */
function listed(count: number): { folder: string; urls: ReturnType<HostileServer['urls']> } {
  const folder = temporaryFolder();
  const urls = server.urls(count);
  writeList(folder, urls.map(({ url }) => url)); // prettier-ignore
  return { folder, urls };
}

test(
  'whatever servers do, every row is accounted for, in the order of the list',
  { timeout: 2 * minute },
  async () => {
    const { folder, urls } = listed(150);
    const { log } = await downloadIn({ folder });
    const { manifest, pairs, dropped, open } = resultOf(folder);

    const reasons = new Map(dropped.map(({ row, reason }) => [row, reason]));
    const outcomes = urls.map((_, i) => reasons.get(i + 1) ?? 'picture');
    expect(outcomes).toEqual(urls.map(({ expected }) => expected));
    const expectedIds = urls.filter(({ expected }) => expected === 'picture').map(({ url }) => url);
    expect(pairs.map(({ id }) => id)).toEqual(expectedIds);
    expect(manifest.size + manifest.dropped.total).toBe(150);
    expect(dropped.every(({ url, row }) => url === urls[Number(row) - 1]!.url)).toBe(true);
    expect(log).toContain(`left out: ${reasonsCount(dropped, 'not a picture')} x not a picture`);

    // A picture is what Pillow would make of what the server sent.
    const dataset = open();
    for (const [index, { id }] of pairs.slice(0, 12).entries()) {
      const sent = server.sample(Number(id.split('/').at(-1)));
      const made = resizeAndCrop(await decode(sent.bytes), 32);
      expect(Buffer.compare((await dataset.picture(index)).data, made.data)).toBe(0);
    }
    dataset.close();

    // Again: everything is there, nothing is asked for, and the result is the same.
    const { requests } = server;
    await downloadIn({ folder, stage: 'again' });
    expect(server.requests).toBe(requests);
    expect(resultOf(folder, 'again')).toMatchObject({ pairs, dropped });
    expect(filesUnder(join(folder, 'pictures')).filter((name) => name.includes('unfinished'))).toEqual([]);
  },
);

function reasonsCount(dropped: readonly { readonly reason: string }[], reason: string): number {
  return dropped.filter((one) => one.reason === reason).length;
}

test('servers that never come to an end are given up', { timeout: minute }, async () => {
  const folder = temporaryFolder();
  const slow = server.urls(4, 'only').map(({ url }) => url);
  writeList(folder, [`${server.origin}/picture/1`, ...slow]);
  // The picture is there already, so that waiting can be short without a busy machine spoiling it.
  writeFileSync(join(folder, 'all.tsv'), readFileSync(join(folder, 'list.tsv')));
  writeList(folder, [`${server.origin}/picture/1`]);
  await downloadIn({ folder });
  writeFileSync(join(folder, 'list.tsv'), readFileSync(join(folder, 'all.tsv')));
  await downloadIn({ folder, settings: { seconds: 0.3, retries: 1 } });
  expect(resultOf(folder).dropped).toMatchObject(slow.map(() => ({ reason: 'timed out' })));
});

describe('what failed', () => {
  test('is tried again in another pass, where the reason may have passed', { timeout: minute }, async () => {
    const folder = temporaryFolder();
    const at = (path: string) => `${server.origin}/${encodeURIComponent(path)}/9`;
    const urls = [at('picture'), at('not found'), at('server error'), at('hangs up')];
    writeList(folder, urls);
    await downloadIn({ folder });
    let { requests } = server;
    await downloadIn({ folder, config: { pass: 2 }, settings: { retries: 0 } });
    expect(server.requests - requests).toBe(2);
    ({ requests } = server);
    await downloadIn({ folder, config: { pass: 3 }, settings: { retries: 0, retry: 'all' } });
    expect(server.requests - requests).toBe(3);
    expect(resultOf(folder).pairs).toHaveLength(1);
  });

  test('for being too large is tried again where more is allowed', { timeout: minute }, async () => {
    const folder = temporaryFolder();
    writeList(folder, [`${server.origin}/picture/0`, `${server.origin}/picture/4`]);
    const sizes = [0, 4].map((id) => server.sample(id).bytes.length);
    const small = { max_megabytes: (Math.max(...sizes) - 1) / 1e6 };
    await downloadIn({ folder, config: small });
    expect(resultOf(folder).dropped).toMatchObject([{ reason: 'too large' }]);
    await downloadIn({ folder, config: { max_megabytes: 1 } });
    expect(resultOf(folder).pairs).toHaveLength(2);
  });
});

test('a stage that is asked to stop does, and goes on where it was', { timeout: 2 * minute }, async () => {
  const { folder } = listed(80);
  await downloadIn({ folder });
  const whole = resultOf(folder);
  rmSync(join(folder, 'pictures'), { recursive: true });

  const before = server.requests;
  const stopRequested = () => server.requests > before + 20;
  await expect(downloadIn({ folder, stage: 'other', stopRequested })).rejects.toThrow(StageInterrupted);
  const journal = readdirSync(join(folder, 'pictures', 'journal'));
  expect(journal).toHaveLength(1);
  await downloadIn({ folder, stage: 'other' });
  const { pairs, dropped, manifest } = resultOf(folder, 'other');
  expect({ pairs, dropped, manifest }).toEqual({
    pairs: whole.pairs,
    dropped: whole.dropped,
    manifest: whole.manifest,
  });
});

test(
  'a picture that was lost is downloaded once more, and one that was changed is noticed',
  { timeout: minute },
  async () => {
    const folder = temporaryFolder();
    writeList(folder, [1, 2, 3].map((id) => `${server.origin}/picture/${id}`)); // prettier-ignore
    await downloadIn({ folder });
    const files = filesUnder(join(folder, 'pictures')).filter((name) => name.endsWith('.png'));
    expect(files).toHaveLength(3);
    rmSync(join(folder, 'pictures', files[0]!));
    const { requests } = server;
    await downloadIn({ folder });
    expect(server.requests - requests).toBe(1);

    const changed = join(folder, 'pictures', files[1]!);
    const bytes = readFileSync(changed);
    bytes[bytes.length - 20]! ^= 1;
    writeFileSync(changed, bytes);
    await expect(downloadIn({ folder })).rejects.toThrow('is not what was downloaded');
  },
);

test('parts and lists that share a folder share its pictures', { timeout: minute }, async () => {
  const { folder } = listed(40);
  for (const index of [1, 2, 3])
    await downloadIn({ folder, stage: `part${index}`, config: { keep: { part: index, of: 3, seed: 0 } } });
  const { requests } = server;
  await downloadIn({ folder });
  expect(server.requests).toBe(requests);
  const parts = [1, 2, 3].map((index) => resultOf(folder, `part${index}`));
  const { pairs, dropped } = resultOf(folder);
  expect(parts.reduce((sum, part) => sum + part.pairs.length, 0)).toBe(pairs.length);
  expect(parts.reduce((sum, part) => sum + part.dropped.length, 0)).toBe(dropped.length);
});

describe('with the names of the study', () => {
  const names = { names: 'crc32' } as const;

  test(
    'a picture of that name that is there is taken, and a broken one downloaded',
    { timeout: minute },
    async () => {
      const folder = temporaryFolder();
      const urls = [0, 4, 8].map((id) => `${server.origin}/picture/${id}`);
      writeList(folder, urls);
      await downloadIn({ folder, settings: names });
      const root = join(folder, 'pictures');
      rmSync(join(root, 'journal'), { recursive: true }); // As if another program had made them.
      const files = resultOf(folder).pairs.map(({ from }) => from!.file);
      expect(files.every((file) => /^\d+\.png$/.test(file))).toBe(true);
      writeFileSync(join(root, files[1]!), readFileSync(join(root, files[1]!)).subarray(0, 100));
      const { requests } = server;
      await downloadIn({ folder, stage: 'again', settings: names });
      expect(server.requests - requests).toBe(1);
      expect(resultOf(folder, 'again').pairs).toEqual(resultOf(folder).pairs);
    },
  );

  test('URLs whose CRCs are the same keep their own pictures', { timeout: minute }, async () => {
    const folder = temporaryFolder();
    const urls = ['plumless', 'buckeroo'].map((name) => `${server.origin}/picture/${name}`);
    expect(crc32(Buffer.from(urls[0]!))).toBe(crc32(Buffer.from(urls[1]!)));
    writeList(folder, urls);
    await downloadIn({ folder, settings: names });
    const dataset = resultOf(folder).open();
    const [first, second] = [await dataset.picture(0), await dataset.picture(1)];
    expect(first.data).not.toEqual(second.data);
    dataset.close();
  });
});
