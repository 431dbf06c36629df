import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  importNames,
  readImport,
  resultsFrom,
  storeImport,
  type ImportedRun,
} from '../../../report/import/imported.js';
import { readAndStore } from '../../../report/import/index.js';
import { temporaryFolder } from '../../support/stage.js';
import { made } from '../support/results.js';

const run = (experiment: string | null, part: string | null = null): ImportedRun => ({
  ...made({ axes: { part }, points: [[1, 40, 5]] }),
  experiment,
});

it('keeps runs in the store under a name', () => {
  const outputs = temporaryFolder();
  expect(importNames(outputs)).toEqual([]);
  const runs = [run(null)];
  storeImport(outputs, 'b', { kind: 'csv', files: { 'x.csv': '00' } }, runs);
  storeImport(outputs, 'a', { kind: 'csv', files: {} }, []);
  expect(importNames(outputs)).toEqual(['a', 'b']);
  expect(readImport(outputs, 'b')).toEqual(runs);
  expect(readImport(outputs, 'c')).toBeNull();
});

it('says when a stored import is damaged', () => {
  const outputs = temporaryFolder();
  const file = storeImport(outputs, 'b', { kind: 'csv', files: {} }, []);
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 20));
  expect(readImport(outputs, 'b')).toContain('is damaged');
});

it('gives an experiment its own runs and those of any', () => {
  const all = [run('mine'), run('other'), run(null), run('mine', 'as published'), run('mine', 'own')];
  expect(resultsFrom(all, 'mine', 'Title').runs).toEqual([all[0], all[2], all[4]]);
});

it('stores nothing of what has an error, and names files by their content', () => {
  const outputs = temporaryFolder();
  const file = join(outputs, 'results.csv');
  writeFileSync(file, 'run,acc\na,1\n');
  const request = { kind: 'csv', path: file, name: 'results' } as const;
  expect(readAndStore(outputs, request).summary).toBeNull();
  expect(importNames(outputs)).toEqual([]);
  const stored = readAndStore(outputs, { ...request, rename: { acc: 'accuracy.top1' } });
  expect(stored.summary).toContain('1 run with 1 evaluation of 1 file\n');
  expect(readFileSync(join(outputs, 'imports', 'results.json'), 'utf8')).toMatch(
    /"results.csv": "[0-9a-f]{64}"/,
  );
  expect(readAndStore(outputs, { ...request, name: '../x' }).notices).toMatchObject([{ severity: 'error' }]);
});
