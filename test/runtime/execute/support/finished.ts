import { cpSync } from 'node:fs';
import { beforeAll } from 'vitest';
import { localLauncher } from '../../../../runtime/execute/local.js';
import { execute } from '../../../../runtime/execute/run.js';
import { lastingFolder, temporaryFolder } from '../../store/support/folder.js';
import type { Built } from './build.js';
import { toyPlan, toyStudy } from './plans.js';

/**
 * Carries the toy study out before a file's tests, once. What it returns gives a test a store of its own in which all
 * of it is done.
 */
export function finishedStores(built: () => Built): () => string {
  const template = lastingFolder();
  beforeAll(async () => {
    const { runners, child } = built();
    await execute(toyPlan(toyStudy().all), {
      outputs: template,
      view: 'silent',
      jobs: 2,
      runners,
      launcher: localLauncher(child),
    });
  });
  return () => {
    const outputs = temporaryFolder();
    cpSync(template, outputs, { recursive: true });
    return outputs;
  };
}
