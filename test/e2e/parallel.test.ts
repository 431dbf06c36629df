import { readdirSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { killQuietly, stageProcesses } from '../runtime/execute/support/process.js';
import { expc, resultsOf, startExpc, store, tiny } from './support.js';

const parts = ['--set', 'pretrain.micro_batch_size=6', '--set', 'clean.micro_batch_size=8'];
const two = ['--set', 'execution.data_parallel.pretrain=2', '--set', 'execution.data_parallel.clean=2'];

/** Takes a minute: EXPC_PARALLEL=all. */
const whole = it.runIf(process.env.EXPC_PARALLEL === 'all');

whole(
  'a whole experiment on two devices, killed in the middle, has the bytes of one device',
  async () => {
    const [one, several] = [store(), store()];
    const alone = await expc('run', tiny, '--outputs', one, ...parts);
    expect(alone.exitCode, alone.all).toBe(0);
    const run = startExpc('run', tiny, '--outputs', several, ...parts, ...two);
    await vi.waitFor(() => expect(checkpoints(several)).toBeGreaterThan(1), { timeout: 60_000 });
    stageProcesses(several).forEach(killQuietly);
    const killed = await run;
    expect(killed.exitCode).toBe(1);
    const again = await expc('run', tiny, '--outputs', several, ...parts, ...two);
    expect(again.exitCode, again.all).toBe(0);
    expect(resultsOf(several)).toEqual(resultsOf(one));
  },
  300_000,
);

function checkpoints(outputs: string): number {
  return readdirSync(outputs, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /pretrain-.*checkpoints\/[^/]+\/state\.json$/.test(path),
  ).length;
}
