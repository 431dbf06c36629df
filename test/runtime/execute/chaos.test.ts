import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stage } from '../../../schema/plan.js';
import { localLauncher } from '../../../runtime/execute/local.js';
import { execute } from '../../../runtime/execute/run.js';
import { choice, stream, type Stream } from '../../../runtime/random/stream.js';
import { readDone } from '../../../runtime/store/stage-folder.js';
import { lastingFolder, temporaryFolder } from '../store/support/folder.js';
import { build, type Built } from './support/build.js';
import { toyPlan, toyStage } from './support/plans.js';
import { killQuietly, stageProcesses, startScheduler, type SchedulerProcess } from './support/process.js';
import { contents, readJournal } from './support/store.js';

/** Processes that are killed in each test; more of them, and other moments, with EXPC_CHAOS_KILLS and EXPC_CHAOS_SEED. */
const kills = Number(process.env['EXPC_CHAOS_KILLS'] ?? 10);
const seed = Number(process.env['EXPC_CHAOS_SEED'] ?? 1);

let built: Built;
/** What a run that nobody kills leaves. */
let calm: Record<string, string>;
const calmFolder = lastingFolder();
beforeAll(async () => {
  built = build();
  const stages = thirtyStages(join(calmFolder, 'journal'));
  const outputs = join(calmFolder, 'outputs');
  const launcher = localLauncher(built.child);
  const { runners } = built;
  const { counts } = await execute(toyPlan(stages), { outputs, view: 'silent', jobs: 2, runners, launcher });
  expect(counts.done).toBe(30);
  calm = contents(outputs, stages);
});
afterAll(() => built.remove());

/** Thirty stages: data, five pre-trainings with their measurements, cleanings. */
function thirtyStages(journal: string): Stage[] {
  const data = toyStage('dataset', { journal, salt: 1, ms: 20 });
  const test = toyStage('dataset', { journal, salt: 2, ms: 20 });
  const poison = toyStage('poison', { journal, salt: 3, ms: 20 }, { dataset: data });
  const subset = toyStage('subset', { journal, salt: 4 }, { dataset: poison });
  const models = [0, 1, 2, 3, 4].map((n) =>
    toyStage('pretrain', { journal, salt: 10 + n, steps: 6, ms: 30 }, { data: poison }),
  );
  const measured = models.map((model, n) => toyStage('evaluate', { journal, salt: 20 + n }, { model, test }));
  const cleanings = Array.from({ length: 16 }, (_, n) => {
    const inputs = { model: models[n % 5]!, data: subset, test };
    return toyStage('clean', { journal, salt: 30 + n, steps: 4, ms: 20 }, inputs);
  });
  return [data, test, poison, subset, ...models, ...measured, ...cleanings];
}

const doneIn = (outputs: string, stages: readonly Stage[]) =>
  new Set(stages.filter((stage) => readDone(outputs, stage) !== null).map(({ id }) => id));

/** Kills one process of those that are at work: a scheduler, or a stage's. */
function killOne(random: Stream, schedulers: readonly SchedulerProcess[], outputs: string): void {
  const stages = stageProcesses(outputs);
  const pids = schedulers.map((scheduler) => scheduler.process.pid!);
  killQuietly(random.float() < 0.5 || stages.length === 0 ? choice(random, pids) : choice(random, stages));
}

/** Waits for a random number of things that stages tell, and a moment more: the same chaos on a slow machine. */
async function somethingHappens(journal: string, random: Stream, goesOn: () => boolean): Promise<void> {
  const target = readJournal(journal).length + 1 + random.int(16);
  for (let waited = 0; waited < 500 && goesOn() && readJournal(journal).length < target; waited++)
    await sleep(20);
  await sleep(random.int(60));
}

/** Runs a plan with a number of schedulers at a time, killing at random, until it is done. */
async function runInChaos(
  stages: readonly Stage[],
  outputs: string,
  schedulerCount: number,
  journal: string,
) {
  const plan = toyPlan(stages);
  const random = stream(seed, 'chaos', schedulerCount);
  const doneAt: { ids: Set<string>; line: number }[] = [];
  const alive = new Set<SchedulerProcess>();
  for (let killed = 0; killed < kills;) {
    while (alive.size < schedulerCount) {
      const scheduler = startScheduler(built, plan, outputs, 3);
      alive.add(scheduler);
      void scheduler.ended.then(() => alive.delete(scheduler));
    }
    await somethingHappens(journal, random, () => alive.size === schedulerCount);
    const ids = doneIn(outputs, stages);
    if (ids.size === stages.length) break;
    doneAt.push({ ids, line: readJournal(journal).length });
    if (alive.size < schedulerCount) continue; // One had nothing left that it could do: it is started again.
    killOne(random, [...alive], outputs);
    killed += 1;
  }
  for (const scheduler of alive) scheduler.process.kill('SIGTERM');
  await Promise.all([...alive].map((scheduler) => scheduler.ended));
  return { plan, doneAt };
}

describe.each([1, 2])(
  'with %i scheduler(s) on a store, killed at random moments with their stages',
  (schedulerCount) => {
    it(
      'ends with the bytes of a calm run, does nothing twice, and no stage by two at once',
      async () => {
        const folder = temporaryFolder();
        const outputs = join(folder, 'outputs');
        const journal = join(folder, 'journal');
        const stages = thirtyStages(journal);
        const { plan, doneAt } = await runInChaos(stages, outputs, schedulerCount, journal);

        const last = startScheduler(built, plan, outputs, 3);
        expect(await last.ended, last.output()).toBe(0);

        expect(contents(outputs, stages)).toEqual(calm);
        const told = readJournal(journal);
        expect(told.filter(({ what }) => what.startsWith('overlap'))).toEqual([]);
        for (const { ids, line } of doneAt) {
          const again = told.slice(line).filter(({ id, what }) => what === 'begin' && ids.has(id));
          expect(again).toEqual([]);
        }
        // Few kills may all fall between stages; many do not.
        if (kills >= 100) expect(told.some(({ what }) => what.startsWith('resume'))).toBe(true);
      },
      600_000 + 15_000 * kills,
    );
  },
);
