import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  isTemporary,
  readJson,
  temporaryName,
  writeFileAtomic,
  writeJsonAtomic,
} from '../../../runtime/store/atomic.js';
import { everyOperation, fullFrom, powerCutAt } from './support/faulty-disk.js';
import { leftovers, temporaryFolder } from './support/folder.js';

const [old, young] = [
  'old content, long enough to be torn\n',
  'new content, which is longer than the old was\n',
];

function withOld(): string {
  const path = join(temporaryFolder(), 'file.txt');
  writeFileSync(path, old);
  return path;
}

describe('an atomic write', () => {
  const operations = everyOperation((files) => writeFileAtomic(withOldOutside(), young, files));

  it('makes the content, and nothing else', () => {
    const path = withOld();
    writeFileAtomic(path, young);
    expect(readFileSync(path, 'utf8')).toBe(young);
    expect(readdirSync(join(path, '..'))).toEqual(['file.txt']);
  });

  it('syncs the file before the rename and the folder after it', () => {
    const order: string[] = [];
    const spy = new Proxy(powerCutAt(Infinity), {
      get(target, name: string, receiver) {
        order.push(name);
        return Reflect.get(target, name, receiver) as unknown;
      },
    });
    writeFileAtomic(withOld(), young, spy);
    expect(order).toEqual(['open', 'write', 'sync', 'close', 'rename', 'syncFolder']);
  });

  it.each(operations)(
    'leaves all of the old or all of the new when the machine stops at operation %i',
    (n) => {
      const path = withOld();
      expect(() => writeFileAtomic(path, young, powerCutAt(n))).toThrow('');
      expect([old, young]).toContain(readFileSync(path, 'utf8'));
    },
  );

  it.each(operations)('leaves the old, and no rubbish, on a disk that is full from operation %i on', (n) => {
    const path = withOld();
    let error: unknown = null;
    try {
      writeFileAtomic(path, young, fullFrom(n));
    } catch (thrown) {
      error = thrown;
    }
    if (error === null) expect(readFileSync(path, 'utf8')).toBe(young);
    else {
      expect(error).toMatchObject({ code: 'ENOSPC' });
      expect(readFileSync(path, 'utf8')).toBe(old);
    }
    expect(leftovers(join(path, '..'))).toEqual([]);
  });

  it('tells when the folder is not there', () => {
    expect(() => writeFileAtomic(join(temporaryFolder(), 'no', 'file'), 'x')).toThrow('ENOENT');
  });
});

/** For counting operations outside of a test. */
function withOldOutside(): string {
  const folder = join(process.cwd(), '.vitest');
  mkdirSync(folder, { recursive: true });
  return join(folder, `count-${process.pid}.txt`);
}

describe('a temporary name', () => {
  it('is known as one, unlike any name that is meant to stay', () => {
    expect(isTemporary(temporaryName('/a/state.json').split('/').at(-1)!)).toBe(true);
    expect(temporaryName('/a/b')).not.toBe(temporaryName('/a/b'));
    for (const name of ['state.json', '.hidden', 'notes.tmp', 'epoch-0001'])
      expect(isTemporary(name)).toBe(false);
  });
});

describe('JSON', () => {
  it('is read as it was written', () => {
    const path = join(temporaryFolder(), 'x.json');
    writeJsonAtomic(path, { a: [1, null, 'ü'] });
    expect(readJson(path)).toEqual({ a: [1, null, 'ü'] });
  });

  it('is undefined where there is none, and an error where it is damaged', () => {
    const folder = temporaryFolder();
    expect(readJson(join(folder, 'none'))).toBeUndefined();
    writeFileSync(join(folder, 'torn.json'), '{"a": 1');
    expect(() => readJson(join(folder, 'torn.json'))).toThrow(SyntaxError);
    expect(() => readJson(folder)).toThrow('EISDIR');
  });
});
