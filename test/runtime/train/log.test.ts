import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLog } from '../../../runtime/train/log.js';

interface Row {
  step: number;
}

describe('a training log', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'expc-log-'));
    path = join(folder, 'train.jsonl');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const text = () => readFileSync(path, 'utf8');
  const everything = () => true;

  it('starts empty and keeps what is appended', () => {
    const log = openLog<Row>(path, everything);
    expect(log.rows).toEqual([]);
    log.append({ step: 1 });
    log.append({ step: 2 });
    expect(log.rows).toEqual([{ step: 1 }, { step: 2 }]);
    expect(text()).toBe('{"step":1}\n{"step":2}\n');
    expect(openLog<Row>(path, everything).rows).toEqual(log.rows);
  });

  it('drops what was logged after the checkpoint a resume starts from', () => {
    const log = openLog<Row>(path, everything);
    for (const step of [10, 20, 30]) log.append({ step });
    const resumed = openLog<Row>(path, (row) => row.step <= 20);
    expect(resumed.rows).toEqual([{ step: 10 }, { step: 20 }]);
    resumed.append({ step: 30 });
    expect(text()).toBe('{"step":10}\n{"step":20}\n{"step":30}\n');
  });

  it('goes on after a line that a crash tore', () => {
    openLog<Row>(path, everything).append({ step: 1 });
    appendFileSync(path, '{"step":2');
    const log = openLog<Row>(path, everything);
    expect(log.rows).toEqual([{ step: 1 }]);
    log.append({ step: 2 });
    expect(text()).toBe('{"step":1}\n{"step":2}\n');
  });
});
