import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
    vi.stubEnv('CUDA_VISIBLE_DEVICES', '');
    const alone = await expc('run', tiny, '--outputs', one, ...parts);
    expect(alone.exitCode, alone.all).toBe(0);
    vi.stubEnv('CUDA_VISIBLE_DEVICES', 'none-a,none-b,none-c'); // Names of no GPUs: CUDA sees none.
    const run = startExpc('run', tiny, '--outputs', several, ...parts, ...two);
    await vi.waitFor(() => expect(checkpoints(several)).toBeGreaterThan(1), { timeout: 60_000 });
    stageProcesses(several).forEach(killQuietly);
    const killed = await run;
    expect(killed.exitCode).toBe(1);
    const again = await expc('run', tiny, '--outputs', several, ...parts, ...two);
    expect(again.exitCode, again.all).toBe(0);
    expect(resultsOf(several)).toEqual(resultsOf(one));
    expect(devicesOf(several, 'pretrain')).toEqual(['gpu none-a,none-b']);
    expect(devicesOf(several, 'clean')).toHaveLength(2);
  },
  300_000,
);

function checkpoints(outputs: string): number {
  return readdirSync(outputs, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /pretrain-.*checkpoints\/[^/]+\/state\.json$/.test(path),
  ).length;
}

/** The devices that finished stages of a kind were carried out on. */
function devicesOf(outputs: string, kind: string): string[] {
  const stages = join(outputs, 'stages');
  return readdirSync(stages)
    .filter((name) => name.startsWith(`${kind}-`))
    .map((name) => {
      const state = JSON.parse(readFileSync(join(stages, name, 'state.json'), 'utf8')) as {
        provenance: { device: string };
      };
      return state.provenance.device;
    });
}
