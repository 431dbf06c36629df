import { afterEach, describe, expect, it } from 'vitest';
import { stageEnvironment } from '../../../runtime/execute/local.js';
import { Slots } from '../../../runtime/execute/slots.js';

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

const given = () => new Slots({ cores: 8, gpus: [], jobs: 2 }).take('pretrain')!.environment;

describe("the environment of a stage's process", () => {
  it('has its share of the threads and huge pages', () => {
    delete process.env.GLIBC_TUNABLES;
    process.env.TF_NUM_INTRAOP_THREADS = '64';
    expect(stageEnvironment(given())).toMatchObject({
      TF_NUM_INTRAOP_THREADS: '4',
      OMP_NUM_THREADS: '4',
      GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1',
      CUDA_VISIBLE_DEVICES: '',
      PATH: process.env.PATH,
    });
  });

  it.each(['', 'glibc.malloc.hugetlb=0'])('keeps the tunables that a person set: %j', (own) => {
    process.env.GLIBC_TUNABLES = own;
    process.env.TF_ENABLE_ONEDNN_OPTS = '0';
    expect(stageEnvironment(given())).toMatchObject({ GLIBC_TUNABLES: own, TF_ENABLE_ONEDNN_OPTS: '0' });
  });
});
