import { describe, expect, it } from 'vitest';
import { IdleGpus, idleText, type IdleGpu } from '../../../../runtime/execute/alerts/idle-gpus.js';

/** A watch over GPU-0 and GPU-1 with a clock of its own, which `after` sets forward before it looks. */
function watching({ stages = [1, 0], waiting = 2 } = {}) {
  const found: IdleGpu[] = [];
  const state = { percent: ['0', '0'], minutes: 0, stages, waiting };
  const idle = new IdleGpus({
    uses: () => new Map(state.stages.map((count, gpu) => [`GPU-${gpu}`, count])),
    isWorkWaiting: () => state.waiting > 0,
    minutes: 10,
    found: (gpu) => found.push(gpu),
    ask: () => Promise.resolve(state.percent.map((percent, i) => [String(i), `GPU-${i}`, percent, '700'])),
    now: () => state.minutes * 60_000,
  });
  const after = async (minutes: number, ...percent: readonly (number | string)[]) => {
    state.minutes += minutes;
    state.percent = percent.map(String);
    await idle.look();
    return found.splice(0).map(({ gpu }) => gpu);
  };
  return { after, state, found };
}

describe('idle GPUs', () => {
  it('are told once they have computed nothing for so long', async () => {
    const { after } = watching();
    expect(await after(0, 0, 90)).toEqual([]);
    expect(await after(9, 5, 90)).toEqual([]);
    expect(await after(1, 0, 90)).toEqual(['GPU-0']);
  });

  it('are told once, and again only after they have worked', async () => {
    const { after } = watching();
    await after(0, 0, 90);
    expect(await after(10, 0, 90)).toEqual(['GPU-0']);
    expect(await after(10, 0, 90)).toEqual([]);
    expect(await after(1, 6, 90)).toEqual([]);
    expect(await after(1, 0, 90)).toEqual([]);
    expect(await after(10, 0, 90)).toEqual(['GPU-0']);
  });

  it('begin to count anew whenever they have worked', async () => {
    const { after } = watching();
    await after(0, 0, 0);
    await after(9, 80, 0);
    await after(9, 0, 80);
    expect(await after(9, 0, 0)).toEqual([]);
    expect(await after(1, 0, 0)).toEqual(['GPU-0']);
  });

  it('are none that nothing waits for and that no stage is on', async () => {
    const { after, state } = watching({ waiting: 0 });
    await after(0, 0, 0);
    expect(await after(20, 0, 0)).toEqual(['GPU-0']);
    state.waiting = 1;
    expect(await after(1, 0, 0)).toEqual([]);
    expect(await after(10, 0, 0)).toEqual(['GPU-1']);
  });

  it('are none of which nothing is known', async () => {
    const { after } = watching();
    await after(0, '[N/A]', 0);
    expect(await after(20, '[N/A]', 90)).toEqual([]);
    expect(await after(20)).toEqual([]);
  });

  it('are described by what they hold, and what waits', () => {
    const idle = { gpu: '1', minutes: 10.04, stages: 0, memory: 31744 };
    expect(idleText(idle)).toBe('GPU 1 has computed nothing for 10 minutes: stages wait, and none is on it; 31,744 MiB of its memory are in use'); // prettier-ignore
    expect(idleText({ ...idle, stages: 2, memory: null })).toBe('GPU 1 has computed nothing for 10 minutes: a stage is on it'); // prettier-ignore
  });
});
