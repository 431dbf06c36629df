import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { expc, expcWith, metricsOf, project, store } from './support.js';

/** Last line of each training's log. */
function lastLosses(outputs: string, kind: string): Record<string, number>[] {
  const stages = join(outputs, 'stages');
  return readdirSync(stages)
    .filter((name) => name.startsWith(`${kind}-`))
    .map((name) =>
      readFileSync(join(stages, name, 'train.jsonl'), 'utf8')
        .trimEnd()
        .split('\n')
        .at(-1)!,
    )
    .map((line) => (JSON.parse(line) as { losses: Record<string, number> }).losses);
}

it('every objective and way of cleaning runs from YAML to its measurements', async () => {
  const outputs = store();
  const run = ['run', join(project, 'experiments/methods.yaml'), '--outputs', outputs];
  // One of the pre-trainings has every loss: the cleanings need not record each a graph of its own.
  const trained = await expc(...run, '--only', 'pretrain');
  expect(trained.exitCode, trained.all).toBe(0);
  const { exitCode, all } = await expcWith({ EXPC_ENGINE: process.env.EXPC_ENGINE ?? 'eager' }, ...run);
  expect(exitCode, all).toBe(0);
  // Two data sets, poison, three pre-trainings measured, their labels, and 13 + 2 cleanings of one set.
  expect(metricsOf(outputs, 'evaluate')).toHaveLength(3);
  const cleanings = metricsOf(outputs, 'clean');
  expect(cleanings).toHaveLength(15);
  for (const rows of cleanings) {
    expect(rows.map(({ epoch }) => epoch)).toEqual([0, 1]);
    for (const { metrics } of rows)
      for (const value of Object.values(metrics)) expect(value).toBeGreaterThanOrEqual(0);
  }
  const heads = (kind: string) =>
    metricsOf(outputs, kind)
      .filter((rows) => 'supervised.asr.top1' in rows[0]!.metrics)
      .map((rows) => rows.map(({ epoch }) => epoch));
  expect([heads('clean'), heads('evaluate')]).toEqual([[[0, 1]], [[0, 1]]]);
  const losses = [...lastLosses(outputs, 'clean'), ...lastLosses(outputs, 'pretrain')];
  expect(new Set(losses.flatMap(Object.keys))).toEqual(
    new Set(['mmcl', 'ssl', 'siglip', 'clustering', 'pseudo_labels', 'supervised']),
  );
  for (const one of losses) for (const value of Object.values(one)) expect(value).toBeGreaterThan(0);
}, 600_000);
