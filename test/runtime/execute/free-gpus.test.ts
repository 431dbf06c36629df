import { afterEach, describe, expect, it, vi } from 'vitest';
import { FreeGpus } from '../../../runtime/execute/free-gpus.js';
import { execute } from '../../../runtime/execute/run.js';
import { Slots } from '../../../runtime/execute/slots.js';
import { silentView } from '../../../runtime/execute/view/view.js';
import { temporaryFolder } from '../store/support/folder.js';
import { fakeNvidiaSmi } from './support/nvidia-smi.js';
import { toyPlan, toyStage } from './support/plans.js';
import { readyLauncher } from './support/ready-launcher.js';

afterEach(() => vi.unstubAllEnvs());

/** A FreeGpus that hears of each list of MiB in turn, and the last for ever; null is no answer. */
function hearing(...answers: readonly (readonly number[] | null)[]) {
  const told: string[] = [];
  let looks = 0;
  const ask = () => {
    const answer = answers[Math.min(looks++, answers.length - 1)]!;
    return Promise.resolve(answer?.map((mib, i) => [String(i), `GPU-${i}`, String(mib)]) ?? null);
  };
  const tell = (line: string) => told.push(line.replace(/\d+\.\d minutes/, 'N minutes'));
  const gpus = ['GPU-0', 'GPU-1'];
  const free = new FreeGpus({ gpus, usedMib: 10, pollSeconds: 0.001, tell, ask });
  const found = (candidates: readonly string[] = gpus) =>
    new Promise<string[]>((resolve) => free.wait(() => candidates, (names) => resolve([...names]))); // prettier-ignore
  return { free, found, told, looks: () => looks };
}

describe('free GPUs', () => {
  it('are those with little memory in use, found at once and without a word', async () => {
    const { found, told, looks } = hearing([10, 11]);
    expect(await found()).toEqual(['GPU-0']);
    expect([told, looks()]).toEqual([[], 1]);
  });

  it('are found by number as well as by name', async () => {
    const { found } = hearing([0, 99]);
    expect(await found(['1', '0'])).toEqual(['0']);
  });

  it('are waited for, which is told once, and how long it took', async () => {
    const { found, told } = hearing([31744, 80], [31744, 80], [31744, 80], [31744, 80], [31744, 3]);
    expect(await found()).toEqual(['GPU-1']);
    expect(told).toEqual([
      'waiting for a GPU with at most 10 MiB in use: GPU-0 has 31,744, GPU-1 has 80',
      'free after N minutes: GPU-1',
    ]);
  });

  it('are none while nvidia-smi does not answer', async () => {
    const { found, told } = hearing(null, null, null, [0, 0]);
    expect(await found(['GPU-1'])).toEqual(['GPU-1']);
    expect(told[0]).toBe('waiting for a GPU with at most 10 MiB in use: nvidia-smi does not answer');
  });

  it('are not looked for on and on when what was found is of no use', async () => {
    const { free, looks } = hearing([0, 99]);
    let calls = 0;
    const wait = () =>
      free.wait(
        () => ['GPU-0', 'GPU-1'],
        () => {
          calls += 1;
          wait(); // One GPU does not do.
          expect(free.isWaiting).toBe(true);
          expect(looks()).toBe(calls);
        },
      );
    wait();
    await vi.waitUntil(() => calls >= 3);
    free.cancel();
  });

  it('are looked at at once when a stage of this run has left one', async () => {
    const told: string[] = [];
    let used = [99, 99];
    const ask = () => Promise.resolve(used.map((mib, i) => [String(i), `GPU-${i}`, String(mib)]));
    const free = new FreeGpus({
      gpus: [],
      usedMib: 10,
      pollSeconds: 3600,
      tell: (line) => told.push(line),
      ask,
    });
    let candidates = ['GPU-0'];
    const found = vi.fn();
    free.wait(() => candidates, found);
    await vi.waitUntil(() => told.length === 1, { timeout: 5000 }); // It now waits for seconds.
    used = [99, 0];
    candidates = ['GPU-0', 'GPU-1'];
    free.wait(() => candidates, found);
    await vi.waitUntil(() => found.mock.calls.length === 1, { timeout: 500 });
    expect(found).toHaveBeenCalledWith(new Set(['GPU-1']));
    expect(free.isWaiting).toBe(false);
  });

  it('are not looked for any more once that is cancelled', async () => {
    const { free, looks } = hearing([99, 99]);
    const found = vi.fn();
    free.wait(() => ['GPU-0'], found);
    free.cancel();
    free.wait(() => ['GPU-0'], found);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([looks(), found.mock.calls.length, free.isWaiting]).toEqual([1, 0, false]);
  });

  it('cannot be waited for where nobody says how much memory is in use', async () => {
    await expect(hearing(null).free.check()).rejects.toThrow('how much memory of GPUs is in use');
    await expect(hearing([3]).free.check()).rejects.toThrow('how much memory of GPU-1 is in use');
    await expect(hearing([3, Number.NaN]).free.check()).rejects.toThrow('of GPU-1');
    await hearing([3, 40000]).free.check();
  });
});

describe('slots that give only free GPUs', () => {
  const slots = (jobs: number) => new Slots({ cores: 8, gpus: ['a', 'b'], jobs, onlyFree: true });

  it('have none for computing stages until one was seen, and one for data at once', () => {
    const room = slots(2);
    expect([room.fits('clean'), room.fits('dataset'), room.take('clean')]).toEqual([false, true, null]);
    room.whileFree(new Set(['b']), () => expect(room.take('clean')!.device).toBe('b'));
    expect([room.fits('clean'), room.unused]).toEqual([false, ['a']]);
  });

  it('forget what was seen: a moment later somebody else may be there', () => {
    const room = slots(2);
    room.whileFree(new Set(['a', 'b']), () => room.take('clean'));
    expect(room.fits('clean')).toBe(false);
  });

  it('do not put a second stage on a GPU while there is room for each of its own', () => {
    const room = slots(2);
    room.whileFree(new Set(['a']), () => {
      room.take('clean');
      expect(room.fits('clean')).toBe(false);
    });
  });

  it('share a GPU of this run where more jobs than GPUs are asked for', () => {
    const room = slots(4);
    room.whileFree(new Set(['a']), () => room.take('clean'));
    expect(room.take('clean')!.device).toBe('a');
    expect(room.fits('clean')).toBe(false);
  });
});

describe('a run', () => {
  const pretrain = toyStage('pretrain', { salt: 1 });
  const all = [toyStage('dataset', { salt: 2 }), pretrain, toyStage('pretrain', { salt: 3 })];
  const execution = { wait_for_gpus: { used_mib: 10, poll_seconds: 0.01 } };

  function start(options: Parameters<typeof execute>[1] extends infer O ? Partial<O> : never = {}) {
    const notices: string[] = [];
    const launcher = readyLauncher();
    const plan = toyPlan(all, { execution: execution as never });
    const view = { ...silentView, notice: (line: string) => notices.push(line) };
    const done = execute(plan, { outputs: temporaryFolder(), view, launcher, ...options });
    return { done, notices, placed: launcher.placed };
  }

  it('starts data at once, and trainings on the GPUs that others leave', async () => {
    const say = fakeNvidiaSmi({ used: 31744 }, { used: 500 });
    const { done, notices, placed } = start();
    await vi.waitUntil(() => notices.length === 1, { timeout: 20_000 });
    expect(notices[0]).toBe('waiting for a GPU with at most 10 MiB in use: GPU-0 has 31,744, GPU-1 has 500');
    expect(placed.map(({ device }) => device)).toEqual(['cpu']);
    say({ used: 31744 }, { used: 3 });
    expect((await done).counts).toMatchObject({ done: 3 });
    expect(placed.map(({ device }) => device)).toEqual(['cpu', 'GPU-1', 'GPU-1']);
  });

  it('takes all that are free, and does not look where nobody asks it to', async () => {
    fakeNvidiaSmi({ used: 4 }, { used: 4 });
    const free = start();
    await free.done;
    expect(free.placed.map(({ device }) => device).sort()).toEqual(['GPU-0', 'GPU-1', 'cpu']);
    fakeNvidiaSmi({ used: 31744 }, { used: 31744 });
    const careless = start({ waitForGpus: false });
    await careless.done;
    expect(careless.placed.map(({ device }) => device).sort()).toEqual(['GPU-0', 'GPU-1', 'cpu']);
  });

  it('can be stopped while it waits', async () => {
    fakeNvidiaSmi({ used: 31744 });
    const stop = new AbortController();
    const { done, notices } = start({ signal: stop.signal });
    await vi.waitUntil(() => notices.length === 1, { timeout: 20_000 });
    stop.abort();
    expect(await done).toMatchObject({ interrupted: true, counts: { done: 1, waiting: 2 } });
  });

  it('does not begin where nobody can tell which GPUs are free', async () => {
    vi.stubEnv('CUDA_VISIBLE_DEVICES', 'MIG-7');
    vi.stubEnv('EXPC_TENSORFLOW', undefined);
    vi.stubEnv('PATH', '/nowhere');
    await expect(start().done).rejects.toThrow('nvidia-smi does not say how much memory of GPUs is in use');
  });
});
