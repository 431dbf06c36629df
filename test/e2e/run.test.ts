import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { stream } from '../../runtime/random/stream.js';
import { expc, metricsOf, resultsOf, startExpc, store, tiny } from './support.js';

const minutes = 60_000;
/** What a run that nobody kills leaves: digests by path. */
let calm: Record<string, string> | undefined;

describe('a whole experiment', () => {
  const outputs = store();

  it(
    'runs from YAML to figures',
    async () => {
      const { exitCode, all } = await expc('run', tiny, '--outputs', outputs);
      expect(exitCode, all).toBe(0);
      calm = resultsOf(outputs);
      // Both cleanings share data, poison, cleaning set and pre-training.
      expect(all).toContain('9 stages: 9 done');
      const figures = join(outputs, 'experiments', 'tiny', 'figures');
      for (const name of ['points.svg', 'points.png', 'best.txt'])
        expect(existsSync(join(figures, name)), name).toBe(true);
      expect(metricsOf(outputs, 'evaluate').map((rows) => rows.map(({ epoch }) => epoch))).toEqual([
        [0, 1, 2, 3],
      ]);
      expect(metricsOf(outputs, 'clean').map((rows) => rows.map(({ epoch }) => epoch))).toEqual([
        [0, 1, 2],
        [0, 1, 2],
      ]);
    },
    5 * minutes,
  );

  it('starts every cleaning from the very model that was pre-trained', () => {
    const last = metricsOf(outputs, 'evaluate')[0]!.at(-1)!.metrics;
    for (const rows of metricsOf(outputs, 'clean')) expect(rows[0]!.metrics).toEqual(last);
  });

  it('does nothing when it is run again', async () => {
    const { exitCode, all } = await expc('run', tiny, '--outputs', outputs);
    expect(exitCode, all).toBe(0);
    expect(all).toContain('all 9 stages are done, nothing to do');
  });

  it(
    'runs one stage when one learning rate is changed',
    async () => {
      const edited = join(outputs, 'edited.yaml');
      writeFileSync(edited, readFileSync(tiny, 'utf8').replace('[1e-3, 3e-3]', '[1e-3, 2e-3]'));
      const { exitCode, all } = await expc('run', edited, '--outputs', outputs);
      expect(exitCode, all).toBe(0);
      expect(all).toContain('1 stage to do, 8 done before');
    },
    2 * minutes,
  );

  it('says how to read its lock: what was run, and with which versions', () => {
    const lock = JSON.parse(
      readFileSync(join(outputs, 'experiments', 'tiny', 'plan.json'), 'utf8'),
    ) as object;
    expect(JSON.stringify(lock)).toContain('"expc"');
  });
});

/** Where the tests before were left out. */
async function calmResults(): Promise<Record<string, string>> {
  const outputs = store();
  expect((await expc('run', tiny, '--outputs', outputs)).exitCode).toBe(0);
  return resultsOf(outputs);
}

describe('an experiment that is killed again and again', () => {
  // Twenty kills take minutes: EXPC_KILLS=20 for the whole of it.
  const kills = Number(process.env.EXPC_KILLS ?? 3);

  it(
    `at ${kills} random moments ends with the same bytes as a calm one`,
    async () => {
      const killed = store();
      const random = stream(Number(process.env.EXPC_SEED ?? 1), 'kill');
      let done = 0;
      for (let i = 0; i < kills; i++) {
        const run = startExpc('run', tiny, '--outputs', killed);
        // Later kills get more time, so that all parts of the experiment are hit.
        await Promise.race([run, setTimeout(1000 + random.float() * 6000 + i * 200)]);
        try {
          process.kill(-run.pid!, 'SIGKILL');
        } catch {
          done++; // it was through before the kill
        }
        await run;
      }
      const last = await expc('run', tiny, '--outputs', killed);
      expect(last.exitCode, last.all).toBe(0);
      expect(resultsOf(killed)).toEqual(calm ?? (await calmResults()));
      expect(done, 'kills that came too late').toBeLessThan(kills);
    },
    20 * minutes,
  );
});
