import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { temporaryFolder } from './stage.js';

/** Lets all tests of a file use one cache of rendered pictures and word tables, shared with other files and runs. */
export function useTestCache(): void {
  let restore: () => void;
  beforeAll(() => {
    restore = setCache(fileURLToPath(new URL('../../.vitest/cache', import.meta.url)));
  });
  afterAll(() => restore());
}

/** Gives every test of a file an empty cache of its own. */
export function useOwnCaches(): void {
  let restore: () => void;
  beforeEach(() => {
    restore = setCache(temporaryFolder());
  });
  afterEach(() => restore());
}

/** Returns what sets it back. */
function setCache(folder: string): () => void {
  const before = process.env.EXPC_CACHE;
  process.env.EXPC_CACHE = folder;
  return () => {
    if (before === undefined) delete process.env.EXPC_CACHE;
    else process.env.EXPC_CACHE = before;
  };
}
