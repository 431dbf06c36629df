import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { summarise, type StageResult } from '../../../../runtime/execute/summary.js';
import { LiveView } from '../../../../runtime/execute/view/live.js';
import { temporaryFolder } from '../../store/support/folder.js';
import { build, type Built } from '../support/build.js';
import { toyPlan, toyStage, toyStudy } from '../support/plans.js';
import { startScheduler } from '../support/process.js';

// Every stage is a process: on a machine with much else to do that takes its time.
vi.setConfig({ testTimeout: 300_000 });

let built: Built;
beforeAll(() => {
  built = build();
});
afterAll(() => built.remove());

function result(id: string, label: string, status: 'done' | 'failed'): StageResult {
  const message = status === 'failed' ? 'no luck' : null;
  return {
    key: id,
    id,
    kind: 'clean',
    label,
    status,
    seconds: 1,
    attempts: 1,
    message,
    hint: null,
    log: '/log.txt',
  };
}

describe('the live view', () => {
  it('shows what runs and what ended, hides what waits, and closes with a summary', async () => {
    const outputs = join(temporaryFolder(), 'outputs');
    const { all, pretrain, subset, test } = toyStudy({ ms: 40 }, 1);
    const bad = toyStage('clean', { trouble: 'failure', salt: 50 }, { model: pretrain, data: subset, test });
    const blocked = toyStage('poison', { salt: 51 }, { dataset: bad });
    const scheduler = startScheduler(built, toyPlan([...all, bad, blocked]), outputs, 1, 'live');
    expect(await scheduler.ended).toBe(1);
    const lines = stripVTControlCharacters(scheduler.output())
      .split('\n')
      .map((line) => line.trim());
    const firstFrame = lines.slice(0, lines.findIndex((line) => line.includes('1 running')) + 2);
    expect(firstFrame.filter((line) => line.includes('clean'))).toEqual([]);
    expect(lines.some((line) => /pretrain: epoch \d\/4, loss \d\.\d{3}/.test(line))).toBe(true);
    expect(lines.some((line) => /toy: \d of 9 stages done, 1 running/.test(line))).toBe(true);
    expect(lines.some((line) => /✖ clean: the loss is not a number at step 7/.test(line))).toBe(true);
    const end = lines.findIndex((line) =>
      line.startsWith('9 stages: 7 done, 1 failed, 1 blocked by failures in'),
    );
    expect(lines.slice(end + 1, end + 3)).toEqual([
      'failed: clean: the loss is not a number at step 7',
      'hint: lower optimizer.lr',
    ]);
  });

  it('uses the rows again when there are very many stages', async () => {
    const written: string[] = [];
    const stdout = vi
      .spyOn(process.stdout, 'write')
      .mockImplementation((text) => written.push(String(text)) > 0);
    vi.stubEnv('LISTR_FORCE_TTY', '1');
    onTestFinished(() => {
      stdout.mockRestore();
      vi.unstubAllEnvs();
    });
    const stages = Array.from({ length: 500 }, (_, n) => ({ id: `clean-${n}`, label: `clean ${n}` }));
    const results = stages.map(({ id, label }, n) => result(id, label, n === 250 ? 'failed' : 'done'));
    const view = new LiveView();
    view.begin({ experiment: 'toy', done: 0, stages, jobs: 2, threads: 1 });
    await vi.waitUntil(() => written.some((text) => text.includes('toy:')), { timeout: 30_000 });
    for (const [n, stage] of stages.entries()) {
      view.started(stage);
      view.progress(stage, { fraction: 0.5, epoch: 1, epochs: 2 });
      if (n % 50 === 0) await sleep(50);
      view.ended(stage, results[n]!);
    }
    await view.end(summarise(results, false, 1));
    const text = stripVTControlCharacters(written.join(''));
    expect(text).toContain('toy: 499 of 500 stages done, 0 running, 1 failed');
    expect(text).toMatch(/› clean 250: no luck/);
    expect(text).toContain('clean 400: epoch 1/2');
    expect(text).toContain('500 stages: 499 done, 1 failed');
    expect(Math.max(...text.split('toy:').map((frame) => frame.split('\n').length))).toBeLessThan(20);
  });

  it('draws nothing when there is nothing to do', async () => {
    const outputs = join(temporaryFolder(), 'outputs');
    const plan = toyPlan([toyStage('dataset')]);
    await startScheduler(built, plan, outputs, 1, 'live').ended;
    const again = startScheduler(built, plan, outputs, 1, 'live');
    expect(await again.ended).toBe(0);
    expect(stripVTControlCharacters(again.output())).toMatch(
      /^toy: the only stage is done, nothing to do\n\{.*\}\n$/,
    );
  });
});
