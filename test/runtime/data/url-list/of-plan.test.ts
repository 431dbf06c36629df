import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, it } from 'vitest';
import { plannedLists } from '../../../../runtime/data/url-list/list/of-plan.js';
import type { Stage } from '../../../../schema/plan.js';
import { temporaryFolder } from '../../../support/stage.js';

let folder = '';
beforeEach(() => void (folder = temporaryFolder()));

const list = (name: string, rows: number, header = '') => {
  const text = header + Array.from({ length: rows }, (_, i) => `a "cat"\thttp://x/${i}.jpg\n`).join('');
  const path = join(folder, name);
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
};
const source = { kind: 'url-list', delimiter: '\t' };
const stage = (key: string, path: string, root = 'pictures') =>
  ({
    key,
    kind: 'dataset',
    config: { source, files: {} },
    locals: { paths: { path, root } },
  }) as unknown as Stage;

it('counts the rows of lists that are to be downloaded, without headers, packed or not', async () => {
  const [plain, packed] = [list('a.tsv', 3, 'caption\turl\n'), list('b.tsv.gz', 2500)];
  const stages = [stage('a', plain), stage('b', packed), stage('c', list('c.tsv', 1))];
  expect(await plannedLists({ stages }, ({ key }) => key === 'c')).toEqual([
    { path: plain, root: 'pictures', rows: 3 },
    { path: packed, root: 'pictures', rows: 2500 },
  ]);
});

it('counts one list once, and those in joins', async () => {
  const path = list('d.tsv', 2);
  const parts = [stage('x', path), stage('y', list('e.tsv', 4), 'other')] as never as {
    config: object;
    locals: object;
  }[];
  const joined = {
    key: 'j',
    kind: 'dataset',
    config: { source: { kind: 'join', of: parts.map(({ config }) => config) }, files: {} },
    locals: { paths: {}, parts: parts.map(({ locals }) => locals) },
  } as unknown as Stage;
  const found = await plannedLists({ stages: [stage('a', path), joined] }, () => false);
  expect(found.map(({ root, rows }) => [root, rows])).toEqual([
    ['pictures', 2],
    ['other', 4],
  ]);
});

it('has no number where a list cannot be read, and nothing of other data sets', async () => {
  const other = { key: 'o', kind: 'dataset', config: { source: { kind: 'emoji' } }, locals: { paths: {} } };
  const stages = [stage('a', join(folder, 'gone.tsv')), other as unknown as Stage];
  expect(await plannedLists({ stages }, () => false)).toEqual([
    { path: join(folder, 'gone.tsv'), root: 'pictures', rows: null },
  ]);
});
