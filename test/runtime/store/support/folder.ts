import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { isTemporary } from '../../../../runtime/store/atomic.js';

/** An empty folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'expc-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty folder that is removed when all tests of the file have ended. */
export function lastingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'expc-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Unfinished files and folders that lie about. */
export function leftovers(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[]).filter((path) =>
    isTemporary(path.split('/').at(-1)!),
  );
}
