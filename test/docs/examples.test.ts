import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileHost } from '../../cli/host.js';
import { compile } from '../../compiler/index.js';
import type { Plan } from '../../schema/plan.js';

const yaml = (readdirSync('experiments', { recursive: true }) as string[])
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => join('experiments', name))
  .sort();
const isTemplate = (file: string) => !/^(expc:|extends: \w+\.yaml)/m.test(readFileSync(file, 'utf8'));
// Those of the study have tests of their own.
const experiments = yaml.filter((file) => !isTemplate(file) && !file.includes('paper'));

function planOf(file: string): Plan {
  const { plan, diagnostics } = compile(fileHost(), file, { folder: process.cwd(), missingFiles: 'warning' });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return plan!;
}

test.each(experiments)('%s has nothing wrong, and figures of its own', (file) => {
  const { runs, figures } = planOf(file);
  expect(runs.length).toBeGreaterThan(0);
  expect(figures.length).toBeGreaterThan(0);
});

test('the experiments on emoji drawings share their work', () => {
  const plans = experiments.filter((file) => file.startsWith(join('experiments', 'emoji'))).map(planOf);
  expect(plans.map(({ experiment, runs }) => [experiment, runs.length])).toEqual([
    ['emoji-cleaning', 2 * 3 * 3],
    ['emoji-clustering', 3 * 3],
    ['emoji-decay', 4 * 3],
    ['emoji-poison-count', 2 * 7],
    ['emoji-poisoned-cleaning', 2 * 4 * 3],
    ['emoji-shrink-perturb', (1 + 3 * 2) * 3],
    ['emoji-ssl-weight', 4 * 3],
    ['emoji-triggers', 2 * 2 + 4],
  ]);
  const stages = new Map(plans.flatMap(({ stages }) => stages.map(({ key, kind }) => [key, kind] as const)));
  const count = (kind: string) => [...stages.values()].filter((one) => one === kind).length;
  expect([count('pretrain'), count('clean'), stages.size]).toEqual([21, 78, 140]);
});
