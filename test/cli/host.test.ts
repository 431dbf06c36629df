import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fileHost } from '../../cli/host.js';

const folder = mkdtempSync(join(tmpdir(), 'expc-host-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('text is read as UTF-8, a byte order mark included', () => {
  expect(fileHost().readText(file('text.yaml', 'a: ü\n'))).toEqual({ ok: true, value: 'a: ü\n' });
});

test.each([
  ['a file that is not there', () => join(folder, 'none'), 'missing'],
  ['a file inside a file', () => join(file('plain', ''), 'inner'), 'missing'],
  ['a folder', () => folder, 'folder'],
  ['bytes that are not UTF-8', () => file('bytes', Buffer.from([0x61, 0xff, 0xfe])), 'not-text'],
])('%s is no text', (_, path, reason) => {
  expect(fileHost().readText(path())).toMatchObject({ ok: false, reason });
});

test('a file larger than any experiment is not read', () => {
  const path = file('large', '');
  truncateSync(path, 50 * 1024 * 1024);
  expect(fileHost().readText(path)).toEqual({ ok: false, reason: 'too-large', detail: '50 MB' });
});

test('a pipe, which may never end, is not read', () => {
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  expect(fileHost().readText(path)).toMatchObject({
    ok: false,
    reason: 'unreadable',
    detail: 'not an ordinary file',
  });
});

test('a circle of links is told', () => {
  const path = join(folder, 'circle');
  symlinkSync(path, path);
  expect(fileHost().readText(path)).toMatchObject({
    ok: false,
    reason: 'unreadable',
    detail: 'a circle of links',
  });
});

test('the digest is the SHA-256 of the bytes, through links', () => {
  const path = file('abc', 'abc');
  symlinkSync(path, join(folder, 'link'));
  const value = { sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', bytes: 3 };
  expect(fileHost().digest(path)).toEqual({ ok: true, value });
  expect(fileHost().digest(join(folder, 'link'))).toEqual({ ok: true, value });
  expect(fileHost().digest(folder)).toMatchObject({ ok: false, reason: 'folder' });
});

test('a changed file has another digest, also for the same host', () => {
  const host = fileHost();
  const path = file('changing', 'one');
  const before = host.digest(path);
  writeFileSync(path, 'two');
  utimesSync(path, 1, 1);
  expect(host.digest(path)).not.toEqual(before);
});

test('environment variables come from the environment given', () => {
  expect(fileHost({ NAME: 'value' }).environment('NAME')).toBe('value');
  expect(fileHost({}).environment('NAME')).toBeUndefined();
});

test('folders hold experiments and templates', async () => {
  const { experimentFiles } = await import('../../cli/experiments.js');
  mkdirSync(join(folder, 'study', 'deep'), { recursive: true });
  const one = file('study/one.yaml', '# comment\nexpc: 1\n');
  const two = file('study/deep/two.yml', "'expc': 1\n");
  file('study/template.yaml', 'pretrain:\n  expc: 1\n');
  file('study/notes.txt', 'expc: 1\n');
  expect(experimentFiles([join(folder, 'study'), one])).toEqual([two, one]);
  expect(() => experimentFiles([join(folder, 'study', 'none.yaml')])).not.toThrow();
});
