import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectProblem, expectReady } from './outcome.js';
import { Sandbox } from './sandbox.js';

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
  sandbox.allWorks();
});
afterEach(() => sandbox.dispose());

describe('EXPC_TENSORFLOW', () => {
  it('is decided by the NVIDIA driver when it is not set', async () => {
    const from = JSON.stringify(join(sandbox.clone, 'scripts/bootstrap/tensorflow.mjs'));
    const code = `import { chooseTensorflow } from ${from};
      const without = chooseTensorflow({}, () => false);
      const withGpu = chooseTensorflow({ EXPC_TENSORFLOW: '' }, (path) => path === '/dev/nvidiactl');
      console.log(JSON.stringify([without, withGpu]));`;
    const { stdout } = await sandbox.run('--input-type=module', ['-e', code]);
    expect(JSON.parse(stdout)).toEqual([
      { build: 'cpu', why: 'no NVIDIA GPU here' },
      { build: 'gpu', why: '/dev/nvidiactl is there' },
    ]);
  });

  it('names a folder with TensorFlow: itself, its site-packages, or the environment', async () => {
    expectReady(await sandbox.setUp());
    const folder = join(sandbox.tensorflow(), 'tensorflow');
    rmSync(sandbox.calls);
    for (const name of [folder, join(folder, '..')]) {
      const { code, stdout } = await sandbox.setUp({ EXPC_TENSORFLOW: name });
      expect(code).toBe(0);
      expect(stdout).toContain(`ready, with TensorFlow of ${name} (EXPC_TENSORFLOW=${name})`);
    }
    expect(sandbox.count(/download/)).toBe(0);
  });

  it('gpu fetches the CUDA libraries too, links them, and says that no GPU is there', async () => {
    sandbox.pipWorksWithCuda();
    const { code, stdout, stderr } = await sandbox.setUp({ EXPC_TENSORFLOW: 'gpu' });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('TensorFlow 2.20.0 with CUDA 12: downloading');
    expect(stdout).toContain('note: TensorFlow has CUDA but finds no GPU');
    expect(stdout).toContain('ready, with TensorFlow for the GPU (EXPC_TENSORFLOW=gpu)');
    const script = `require(${JSON.stringify(sandbox.addon)}); require('fs').readFileSync('/proc/self/maps', 'utf8')`;
    expect((await sandbox.run('-p', [script])).stdout).toContain('nvidia/cuda_runtime/lib/libcudart.so.12');
    const line = readFileSync(sandbox.calls, 'utf8')
      .split('\n')
      .find((call) => call.includes('download'));
    const requirements = readFileSync(/-r (\S+)/.exec(line!)![1]!, 'utf8').split('\n');
    const wanted = requirements.filter((text) => text !== '' && !text.startsWith('#'));
    expect(wanted[0]).toMatch(/^tensorflow==2\.20\.0 /);
    for (const text of wanted) expect(text).toMatch(/^[a-z0-9-]+==[0-9.]+ --hash=sha256:[0-9a-f]{64}$/);
    for (const part of ['cublas', 'cudnn', 'cuda-runtime', 'cufft', 'cusolver', 'cusparse', 'nccl']) {
      expect(wanted.some((text) => text.startsWith(`nvidia-${part}-cu12==`))).toBe(true);
    }
  });

  it('is refused for a folder without TensorFlow', async () => {
    const outcome = await sandbox.setUp({ EXPC_TENSORFLOW: sandbox.bin });
    expectProblem(
      outcome,
      /no TensorFlow in .*looked for libtensorflow_cc\.so\.2/,
      /site-packages\/tensorflow/,
    );
  });

  it('is refused for another version of TensorFlow', async () => {
    sandbox.pipWorks('2.19.1');
    const outcome = await sandbox.setUp();
    expectProblem(outcome, /it found TensorFlow 2\.19\.1, and 2\.20\.0 is needed/, /2\.20\.0/);
  });

  it('changes the build and back without fetching again', async () => {
    expectReady(await sandbox.setUp());
    const folder = join(sandbox.tensorflow(), 'tensorflow');
    await sandbox.setUp({ EXPC_TENSORFLOW: folder });
    rmSync(sandbox.calls);
    expectReady(await sandbox.setUp());
    expect(existsSync(sandbox.calls)).toBe(false);
  });
});
