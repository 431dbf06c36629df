import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  appendJsonLine,
  DamagedLines,
  readJsonLines,
  writeJsonLines,
} from '../../../runtime/store/json-lines.js';
import { fullFrom, powerCutAt } from './support/faulty-disk.js';
import { temporaryFolder } from './support/folder.js';

describe('JSON lines', () => {
  it('come back in order', () => {
    const path = join(temporaryFolder(), 'a.jsonl');
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 8 }), (values) => {
        writeJsonLines(path, []);
        for (const value of values) appendJsonLine(path, value);
        expect(readJsonLines(path)).toEqual(JSON.parse(JSON.stringify(values)));
      }),
      { numRuns: 20 },
    );
  });

  it('are none where there is no file', () => {
    expect(readJsonLines(join(temporaryFolder(), 'none.jsonl'))).toEqual([]);
  });

  it('lose only the line that was being written, wherever it was torn, and go on after it', () => {
    const path = join(temporaryFolder(), 'a.jsonl');
    const rows = [
      { epoch: 1, name: 'früh' },
      { epoch: 2, name: 'spät' },
    ];
    writeJsonLines(path, rows);
    const whole = readFileSync(path);
    const first = whole.indexOf('\n') + 1;
    for (let size = first; size < whole.byteLength; size++) {
      writeFileSync(path, whole);
      truncateSync(path, size);
      expect(readJsonLines(path)).toEqual([rows[0]]);
      appendJsonLine(path, { epoch: 3 });
      expect(readJsonLines(path)).toEqual([rows[0], { epoch: 3 }]);
    }
  });

  it.each([0, 1, 2])('keep what was there when the machine stops at operation %i of an append', (n) => {
    const path = join(temporaryFolder(), 'a.jsonl');
    appendJsonLine(path, 1);
    expect(() => appendJsonLine(path, 22222, powerCutAt(n))).toThrow();
    // The cut may have taken half of the file with it that this test did not sync, but never a part of a line.
    expect([[], [1], [1, 22222]]).toContainEqual(readJsonLines(path));
    appendJsonLine(path, 3);
    expect(readJsonLines(path).at(-1)).toBe(3);
  });

  it('keep what was there on a full disk', () => {
    const path = join(temporaryFolder(), 'a.jsonl');
    appendJsonLine(path, { a: 1 });
    expect(() => appendJsonLine(path, { b: 2 }, fullFrom(1))).toThrow('ENOSPC');
    expect(readJsonLines(path)).toEqual([{ a: 1 }]);
    appendJsonLine(path, { c: 3 });
    expect(readJsonLines(path)).toEqual([{ a: 1 }, { c: 3 }]);
  });

  it('with a line that was damaged are refused, with its place', () => {
    const path = join(temporaryFolder(), 'a.jsonl');
    writeJsonLines(path, [1, 2]);
    appendFileSync(path, 'oh no\n3\n');
    expect(() => readJsonLines(path)).toThrow(DamagedLines);
    expect(() => readJsonLines(path)).toThrow('a.jsonl:3: not JSON: oh no');
  });
});
