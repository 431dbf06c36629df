import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.js';
import { memoryFolder } from './test/support/memory-folder.js';

const temporary = memoryFolder();
/** Tests of pure code: they need no process each, and reading what they import takes longer than running them. */
const pure = ['compiler', 'schema'].map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    // One more than the two cores that tests have at least: some wait most of their time, for a real cluster above all.
    poolOptions: {
      forks: { maxForks: 3, minForks: 1 },
      threads: { isolate: false, maxThreads: 1, minThreads: 1 },
    },
    env: temporary === undefined ? {} : { TMPDIR: temporary },
    sequence: { sequencer: LongestFirst },
    setupFiles: ['test/support/breathe.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'pure', include: pure, pool: 'threads' } },
      {
        extends: true,
        // TensorFlow's addon is loaded once a process and must not be shared by threads.
        test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: pure, pool: 'forks' },
      },
    ],
  },
});
