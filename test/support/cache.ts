import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';

/** Lets all tests of a file use one cache of rendered pictures and word tables, shared with other files and runs. */
export function useTestCache(): void {
  let before: string | undefined;
  beforeAll(() => {
    before = process.env.EXPC_CACHE;
    process.env.EXPC_CACHE = fileURLToPath(new URL('../../.vitest/cache', import.meta.url));
  });
  afterAll(() => {
    if (before === undefined) delete process.env.EXPC_CACHE;
    else process.env.EXPC_CACHE = before;
  });
}
