import { availableParallelism, totalmem } from 'node:os';
import { describe, expect, it } from 'vitest';
import { coreCount, memoryBytes } from '../../../runtime/execute/machine.js';
import type { Stage } from '../../../schema/plan.js';
import { Slots } from '../../../runtime/execute/slots.js';

describe('the cores', () => {
  it('are what Slurm gave, else what the system says, within a container’s quota', () => {
    expect(coreCount({ SLURM_CPUS_PER_TASK: '3', SLURM_CPUS_ON_NODE: '8' }, null)).toBe(3);
    expect(coreCount({ SLURM_CPUS_ON_NODE: '8' }, null)).toBe(8);
    expect(coreCount({ SLURM_CPUS_PER_TASK: '' }, null)).toBe(availableParallelism());
    expect(coreCount({ SLURM_CPUS_ON_NODE: '8' }, 2.5)).toBe(3);
    expect(coreCount({ SLURM_CPUS_ON_NODE: '8' }, 0.2)).toBe(1);
  });
});

describe('the memory', () => {
  it('is what Slurm gave, else the machine’s, within a container’s limit', () => {
    expect(memoryBytes({ SLURM_MEM_PER_NODE: '2048' }, null)).toBe(2 ** 31);
    expect(memoryBytes({}, null)).toBe(totalmem());
    expect(memoryBytes({}, 1e9)).toBe(1e9);
    expect(memoryBytes({ SLURM_MEM_PER_NODE: '1024' }, 2 ** 50)).toBe(2 ** 30);
  });
});

describe('the slots', () => {
  it.each([
    [{ cores: 1, gpus: [] }, 1, 1],
    [{ cores: 2, gpus: [] }, 1, 2],
    [{ cores: 16, gpus: [] }, 4, 4],
    [{ cores: 16, gpus: ['0', '1'] }, 2, 8],
    [{ cores: 16, gpus: ['0'], jobs: 3 }, 3, 5],
    [{ cores: 2, gpus: [], jobs: 8 }, 8, 1],
    [{ cores: 16, gpus: [], jobs: 2, threads: 3 }, 2, 3],
    [{ cores: 16, gpus: [], jobs: 8, memory: { there: 10e9, stage: 3e9 } }, 3, 5],
    [{ cores: 16, gpus: ['0', '1'], memory: { there: 10e9, stage: 20e9 } }, 1, 16],
    [{ cores: 16, gpus: [], jobs: 2, memory: { there: 10e9, stage: 1e9 } }, 2, 8],
  ])('of %j are %i with %i threads', (options, jobs, threads) => {
    expect(new Slots(options)).toMatchObject({ jobs, threads });
  });

  it('are full when all are taken, and free when given back', () => {
    const slots = new Slots({ cores: 8, gpus: [], jobs: 2 });
    const [a, b] = [slots.take('clean')!, slots.take('clean')!];
    expect([a.number, b.number, slots.isFull, slots.take('clean')]).toEqual([0, 1, true, null]);
    slots.give(a);
    expect(slots.take('clean')!.number).toBe(0);
  });

  it('give each computing stage a GPU of its own, and data none', () => {
    const slots = new Slots({ cores: 8, gpus: ['GPU-a', 'GPU-b'], jobs: 3 });
    const [data, first, second] = [slots.take('poison')!, slots.take('pretrain')!, slots.take('clean')!];
    expect([data, first, second].map(({ environment }) => environment['CUDA_VISIBLE_DEVICES'])).toEqual([
      '',
      'GPU-a',
      'GPU-b',
    ]);
    slots.give(first);
    expect(slots.take('evaluate')!.gpus).toEqual(['GPU-a']);
  });

  it('share a GPU only when more jobs than GPUs are asked for, and then let its memory grow', () => {
    const shared = new Slots({ cores: 8, gpus: ['0'], jobs: 2 });
    const [first, second] = [shared.take('clean')!, shared.take('clean')!];
    expect([first.gpus, second.gpus]).toEqual([['0'], ['0']]);
    expect(first.environment).toMatchObject({
      TF_FORCE_GPU_ALLOW_GROWTH: 'true',
      TF_NUM_INTRAOP_THREADS: '4',
      OMP_NUM_THREADS: '4',
    });
    const alone = new Slots({ cores: 8, gpus: ['0'] }).take('clean')!;
    expect(alone.environment).not.toHaveProperty('TF_FORCE_GPU_ALLOW_GROWTH');
  });

  it('give a training that is spread over devices as many GPUs, each to one stage', () => {
    const slots = new Slots({ cores: 8, gpus: ['a', 'b', 'c', 'd'] });
    const one = slots.take('clean')!;
    const three = slots.take('pretrain', 3)!;
    expect(three.environment['CUDA_VISIBLE_DEVICES']).toBe('b,c,d');
    expect([slots.take('clean'), slots.take('poison')!.gpus]).toEqual([null, []]);
    slots.give(one);
    expect(slots.fits('pretrain', 2)).toBe(false);
    slots.give(three);
    expect(slots.take('pretrain', 2)!.gpus).toEqual(['a', 'b']);
  });

  it('keep GPUs for a training that waits for several, but not for data', () => {
    const slots = new Slots({ cores: 8, gpus: ['a', 'b'] });
    const stage = (kind: string, devices?: number) =>
      ({ kind, locals: devices === undefined ? {} : { devices } }) as unknown as Stage;
    slots.take('clean');
    const waiting = slots.fitting();
    const fits = [stage('pretrain', 2), stage('clean'), stage('poison')].map(waiting);
    expect(fits).toEqual([false, false, true]);
    expect([stage('clean'), stage('pretrain', 2)].map(slots.fitting())).toEqual([true, false]);
  });

  it('share the cores among the processes of a training without GPUs, unless threads are given', () => {
    const threads = (options: object) =>
      new Slots({ cores: 8, gpus: [], jobs: 1, ...options }).take('pretrain', 2)!.environment[
        'OMP_NUM_THREADS'
      ];
    expect([threads({}), threads({ threads: 8 })]).toEqual(['4', '8']);
  });
});
