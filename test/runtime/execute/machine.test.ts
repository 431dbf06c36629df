import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { coreCount, gpuNames } from '../../../runtime/execute/machine.js';
import { Slots } from '../../../runtime/execute/slots.js';

const noSmi = () => Promise.resolve(null);

describe('the cores', () => {
  it('are what Slurm gave, else what the system says, within a container’s quota', () => {
    expect(coreCount({ SLURM_CPUS_PER_TASK: '3', SLURM_CPUS_ON_NODE: '8' }, null)).toBe(3);
    expect(coreCount({ SLURM_CPUS_ON_NODE: '8' }, null)).toBe(8);
    expect(coreCount({ SLURM_CPUS_PER_TASK: '' }, null)).toBe(availableParallelism());
    expect(coreCount({ SLURM_CPUS_ON_NODE: '8' }, 2.5)).toBe(3);
    expect(coreCount({ SLURM_CPUS_ON_NODE: '8' }, 0.2)).toBe(1);
  });
});

describe('the GPUs', () => {
  it('are those that CUDA_VISIBLE_DEVICES names', async () => {
    expect(await gpuNames({ CUDA_VISIBLE_DEVICES: '0, GPU-4f' }, noSmi)).toEqual(['0', 'GPU-4f']);
    expect(await gpuNames({ CUDA_VISIBLE_DEVICES: '' }, () => Promise.resolve('GPU-1\n'))).toEqual([]);
    expect(await gpuNames({ CUDA_VISIBLE_DEVICES: '1,-1,2' }, noSmi)).toEqual(['1']);
  });

  it('are else those that nvidia-smi lists, if it is there', async () => {
    expect(await gpuNames({}, () => Promise.resolve('GPU-aa\nGPU-bb\n'))).toEqual(['GPU-aa', 'GPU-bb']);
    expect(await gpuNames({}, noSmi)).toEqual([]);
  });

  it('are none when the CPU build is asked for', async () => {
    expect(await gpuNames({ EXPC_TENSORFLOW: 'cpu', CUDA_VISIBLE_DEVICES: '0' }, noSmi)).toEqual([]);
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
    expect(slots.take('evaluate')!.device).toBe('GPU-a');
  });

  it('share a GPU only when more jobs than GPUs are asked for, and then let its memory grow', () => {
    const shared = new Slots({ cores: 8, gpus: ['0'], jobs: 2 });
    const [first, second] = [shared.take('clean')!, shared.take('clean')!];
    expect([first.device, second.device]).toEqual(['0', '0']);
    expect(first.environment).toMatchObject({
      TF_FORCE_GPU_ALLOW_GROWTH: 'true',
      TF_NUM_INTRAOP_THREADS: '4',
      OMP_NUM_THREADS: '4',
    });
    const alone = new Slots({ cores: 8, gpus: ['0'] }).take('clean')!;
    expect(alone.environment).not.toHaveProperty('TF_FORCE_GPU_ALLOW_GROWTH');
  });
});
