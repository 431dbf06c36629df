import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // TensorFlow's addon is loaded once a process and must not be shared by threads.
    pool: 'forks',
    // One more than the two cores that tests have at least: some wait most of their time, for a real cluster above all.
    poolOptions: { forks: { maxForks: 3, minForks: 1 } },
    setupFiles: ['test/support/breathe.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
