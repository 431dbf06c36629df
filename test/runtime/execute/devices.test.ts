import { chmodSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseGpus, listGpus } from '../../../runtime/execute/devices.js';
import { temporaryFolder } from '../store/support/folder.js';

const noSmi = () => Promise.resolve(null);
const names = async (...args: Parameters<typeof listGpus>) =>
  (await listGpus(...args)).map(({ name }) => name);

/** An environment in which `nvidia-smi` is this script. */
function withNvidiaSmi(script: string): Record<string, string> {
  const folder = temporaryFolder();
  const path = join(folder, 'nvidia-smi');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return { PATH: `${folder}:${dirname('/bin/sh')}` };
}

describe('the GPUs', () => {
  it('are those that CUDA_VISIBLE_DEVICES names', async () => {
    expect(await names({ CUDA_VISIBLE_DEVICES: '0, GPU-4f' }, noSmi)).toEqual(['0', 'GPU-4f']);
    expect(await names({ CUDA_VISIBLE_DEVICES: '' }, () => Promise.resolve([['0', 'GPU-1']]))).toEqual([]);
    expect(await names({ CUDA_VISIBLE_DEVICES: '1,-1,2' }, noSmi)).toEqual(['1']);
    expect(await names({ CUDA_VISIBLE_DEVICES: '1,,2' }, noSmi)).toEqual(['1']);
  });

  it('are else those that nvidia-smi lists', async () => {
    const environment = withNvidiaSmi(
      '[ "$1" = --query-gpu=index,uuid ] && printf "0, GPU-aa\\n1, GPU-bb\\n"',
    );
    expect(await listGpus(environment)).toEqual([
      { number: '0', name: 'GPU-aa' },
      { number: '1', name: 'GPU-bb' },
    ]);
  });

  it('are none where nvidia-smi is not there, fails, or says something else', async () => {
    expect(await listGpus({ PATH: temporaryFolder() })).toEqual([]);
    expect(await listGpus(withNvidiaSmi('echo "NVIDIA-SMI has failed"; exit 9'))).toEqual([]);
    expect(await listGpus(withNvidiaSmi('echo "No devices were found"'))).toEqual([]);
  });

  it('are none when the CPU build is asked for', async () => {
    expect(await names({ EXPC_TENSORFLOW: 'cpu', CUDA_VISIBLE_DEVICES: '0' }, noSmi)).toEqual([]);
  });
});

describe('the GPUs that are asked for', () => {
  const there = [
    { number: '0', name: 'GPU-aa11' },
    { number: '1', name: 'GPU-bb22' },
  ];

  it('are all, unless some are named: by number, name or the beginning of it', () => {
    expect(chooseGpus(undefined, there)).toEqual(['GPU-aa11', 'GPU-bb22']);
    expect(chooseGpus([1], there)).toEqual(['GPU-bb22']);
    expect(chooseGpus(['1', 'GPU-aa11', 'GPU-aa'], there)).toEqual(['GPU-bb22', 'GPU-aa11']);
    expect(chooseGpus(['cpu'], there)).toEqual([]);
  });

  it('must be there', () => {
    expect(() => chooseGpus([2], there)).toThrow('there is no GPU 2: there are 0, 1');
    expect(() => chooseGpus(['0'], [])).toThrow('there is no GPU 0: no GPU is seen here');
  });
});
