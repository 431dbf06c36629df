import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLog } from '../../../report/serve/logs.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'expc-log-'));
  path = join(folder, 'log.txt');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('readLog', () => {
  it('is empty where there is none', () => {
    expect(readLog(path, 0)).toEqual({ text: '', from: 0, to: 0 });
  });

  it('goes on where it stopped, and waits for the end of a line', () => {
    writeFileSync(path, 'one\ntw');
    const first = readLog(path, 0);
    expect(first.text).toBe('one\n');
    appendFileSync(path, 'o\nüber\n');
    const second = readLog(path, first.to);
    expect(second.text).toBe('two\nüber\n');
    expect(readLog(path, second.to).text).toBe('');
  });

  it('gives the end of a long one, in whole lines', () => {
    writeFileSync(path, Array.from({ length: 100_000 }, (_, i) => `line ${i}\n`).join(''));
    const { text, from, to } = readLog(path, 0);
    expect(text.length).toBeLessThanOrEqual(256 * 1024);
    expect(text).toMatch(/^line \d+\n/);
    expect(text.endsWith('line 99999\n')).toBe(true);
    expect(from).toBeGreaterThan(0);
    expect(to - from).toBe(Buffer.byteLength(text));
  });

  it('begins again when the log was begun anew', () => {
    writeFileSync(path, 'short\n');
    expect(readLog(path, 1000).text).toBe('short\n');
  });
});
