import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Sandbox, type Outcome } from './sandbox.js';

let sandbox: Sandbox;

/** A clone for each test of a group. */
function eachItsOwn(prepare: () => void = () => sandbox.allWorks(), realCompiler = false): void {
  beforeEach(() => {
    sandbox = new Sandbox(realCompiler);
    prepare();
  });
  afterEach(() => sandbox.dispose());
}

const addon = () =>
  join(sandbox.clone, 'node_modules/@tensorflow/tfjs-node-gpu/lib/napi-v8/tfjs_binding.node');

function expectReady({ code, stdout, stderr }: Outcome): void {
  expect(stderr).toBe('');
  expect(stdout).toMatch(/ready, with TensorFlow for the CPU \(EXPC_TENSORFLOW=cpu\)\n$/);
  expect(code).toBe(0);
}

function expectProblem({ code, stderr }: Outcome, message: RegExp, hint: RegExp): void {
  expect(code).toBe(1);
  expect(stderr).toMatch(message);
  expect(/^ {2}hint: (.*)$/m.exec(stderr)?.[1]).toMatch(hint);
  expect(stderr).not.toMatch(/^ {4}at /m);
}

/** Names in the cache that end in a process id: work that was not finished or not cleaned up. */
function leftovers(): string[] {
  if (!existsSync(sandbox.cache)) return [];
  return readdirSync(sandbox.cache, { recursive: true })
    .map(String)
    .filter((name) => /\.tmp-\d+$|\.lock(\.\d+)?$/.test(name));
}

function tensorflowFolder(): string {
  const folder = join(sandbox.cache, 'tensorflow');
  const [name, ...more] = readdirSync(folder);
  expect(more).toEqual([]);
  return join(folder, name!);
}

const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('in a fresh clone', () => {
  eachItsOwn();

  it('installs, fetches, compiles, and the command runs', async () => {
    expectReady(await sandbox.setUp());
    const command = await sandbox.run(join(sandbox.clone, 'node_modules/.bin/expc'));
    expect(command.stdout).toBe('first\n');
    expect(statSync(join(sandbox.clone, 'dist/cli/main.js')).mode & 0o111).toBe(0o111);
    const load = await sandbox.run('-p', [`require(${JSON.stringify(addon())}).TF_Version`]);
    expect(load.stdout).toBe('2.20.0\n');
    expect(leftovers()).toEqual([]);
  });

  it('unpacks what is needed and nothing else, with the licence file', async () => {
    await sandbox.setUp();
    const files = readdirSync(tensorflowFolder(), { recursive: true, withFileTypes: true });
    expect(
      files
        .filter((file) => file.isFile())
        .map((file) => file.name)
        .sort(),
    ).toEqual([
      'METADATA',
      'THIRD_PARTY_NOTICES.txt',
      'c_api.h',
      'libtensorflow_cc.so.2',
      'libtensorflow_framework.so.2',
      'manifest.json',
    ]);
  });

  it('asks pip for the pinned wheel with its hash, for any Python, and does not install', async () => {
    await sandbox.setUp();
    const line = readFileSync(sandbox.calls, 'utf8')
      .split('\n')
      .find((call) => call.includes('download'));
    for (const option of [
      '-m pip download',
      '--no-deps',
      '--require-hashes',
      '--only-binary=:all:',
      '--python-version=3.12',
      '--platform=manylinux2014_x86_64',
    ]) {
      expect(line).toContain(option);
    }
    const requirements = readFileSync(/-r (\S+)/.exec(line!)![1]!, 'utf8');
    expect(requirements).toMatch(/^tensorflow-cpu==2\.20\.0 --hash=sha256:[0-9a-f]{64}$/m);
  });
});

describe('again', () => {
  beforeAll(async () => {
    sandbox = new Sandbox(true);
    sandbox.allWorks();
    expectReady(await sandbox.setUp());
  });
  beforeEach(() => {
    rmSync(sandbox.calls, { force: true });
    sandbox.compilerWorks();
  });
  afterAll(() => sandbox.dispose());

  it('does nothing and says nothing when nothing changed', async () => {
    expect(await sandbox.setUp()).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(existsSync(sandbox.calls)).toBe(false);
  });

  it('compiles the sources alone when one changed, appeared or went', async () => {
    sandbox.write('cli/main.ts', "#!/usr/bin/env node\n// @ts-ignore\nconsole.log('second');\n");
    sandbox.write('cli/other.ts', 'export const other = 1;\n');
    expectReady(await sandbox.setUp());
    expect((await sandbox.run(join(sandbox.clone, 'node_modules/.bin/expc'))).stdout).toBe('second\n');
    expect(existsSync(join(sandbox.clone, 'dist/cli/other.js'))).toBe(true);

    rmSync(join(sandbox.clone, 'cli/other.ts'));
    expectReady(await sandbox.setUp());
    expect(existsSync(join(sandbox.clone, 'dist/cli/other.js'))).toBe(false);
    expect(existsSync(sandbox.calls)).toBe(false);
  });

  it('shows the errors of sources that do not compile, and goes on when they are mended', async () => {
    sandbox.write('cli/main.ts', 'export const x: number = "text";\n');
    const outcome = await sandbox.setUp();
    expectProblem(outcome, /TypeScript compiler found errors/, /npm run types/);
    expect(outcome.stderr).toContain("cli/main.ts(1,14): error TS2322: Type 'string' is not assignable");
    sandbox.write('cli/main.ts', "#!/usr/bin/env node\n// @ts-ignore\nconsole.log('first');\n");
    expectReady(await sandbox.setUp());
  });

  it('copies files that the sources read', async () => {
    sandbox.write('schema/a.json', '{"a":1}');
    await sandbox.setUp();
    expect(readFileSync(join(sandbox.clone, 'dist/schema/a.json'), 'utf8')).toBe('{"a":1}');
    sandbox.write('schema/a.json', '{"a":22}');
    await sandbox.setUp();
    expect(readFileSync(join(sandbox.clone, 'dist/schema/a.json'), 'utf8')).toBe('{"a":22}');
  });

  it.each(['dist', 'dist/cli/main.js', 'node_modules/.bin/expc'])(
    'makes %s again when it is gone',
    async (path) => {
      rmSync(join(sandbox.clone, path), { recursive: true });
      expectReady(await sandbox.setUp());
      expect((await sandbox.run(join(sandbox.clone, 'node_modules/.bin/expc'))).stdout).toBe('first\n');
      expect(sandbox.count(/./)).toBe(0);
    },
  );

  it('installs the packages when package-lock.json changed, and takes the addon from the cache', async () => {
    sandbox.lock('2.0.0');
    expectReady(await sandbox.setUp());
    expect(sandbox.count(/^npm ci --ignore-scripts/)).toBe(1);
    expect(sandbox.count(/download|g\+\+/)).toBe(0);
    expect(existsSync(addon())).toBe(true);
  });

  it.each(['node_modules', 'node_modules/thing', 'node_modules/.package-lock.json'])(
    'installs the packages when %s is gone',
    async (path) => {
      rmSync(join(sandbox.clone, path), { recursive: true });
      expectReady(await sandbox.setUp());
      expect(sandbox.count(/^npm ci/)).toBe(1);
    },
  );

  it('puts the addon back from the cache without a compiler', async () => {
    const before = hash(addon());
    rmSync(addon());
    sandbox.remove('g++');
    expectReady(await sandbox.setUp());
    expect(hash(addon())).toBe(before);
  });

  it('fetches TensorFlow anew when its cache was damaged', async () => {
    const library = join(tensorflowFolder(), 'tensorflow/libtensorflow_cc.so.2');
    const before = hash(library);
    const bytes = readFileSync(library);
    bytes[bytes.length >> 1]! ^= 1; // The same size: only its content tells.
    writeFileSync(library, bytes);
    const outcome = await sandbox.setUp();
    expect(outcome.stdout).toContain('damaged');
    expectReady(outcome);
    expect(hash(library)).toBe(before);
  });

  it('compiles the addon anew when its cache was damaged', async () => {
    const before = hash(addon());
    const folder = join(sandbox.cache, 'addon');
    for (const name of readdirSync(folder)) truncateSync(join(folder, name, 'tfjs_binding.node'), 1000);
    rmSync(addon());
    expectReady(await sandbox.setUp());
    expect(sandbox.count(/^g\+\+/)).toBe(1);
    expect(hash(addon())).toBe(before);
  });

  it('fetches everything again when the cache is gone', async () => {
    rmSync(sandbox.cache, { recursive: true });
    expectReady(await sandbox.setUp());
    expect(sandbox.count(/download/)).toBe(1);
  });

  it('shares the cache with a second clone', async () => {
    const second = new Sandbox();
    try {
      second.npmWorks();
      const outcome = await second.setUp({ XDG_CACHE_HOME: join(sandbox.cache, '..') });
      expectReady(outcome);
    } finally {
      second.dispose();
    }
  });
});

describe('at the same time as another', () => {
  eachItsOwn();

  it('fetches once, in one clone and across clones', async () => {
    sandbox.pipWorks('2.20.0', 1);
    const second = new Sandbox();
    try {
      second.npmWorks();
      const shared = { XDG_CACHE_HOME: join(sandbox.cache, '..') };
      const outcomes = await Promise.all([
        sandbox.setUp(),
        sandbox.setUp(),
        second.setUp({ ...shared, PATH: `${second.bin}:${sandbox.bin}` }),
      ]);
      for (const { code, stderr } of outcomes) expect([code, stderr]).toEqual([0, '']);
      expect(outcomes.some(({ stdout }) => stdout.includes('waiting for another set-up'))).toBe(true);
      expect(sandbox.count(/download/)).toBe(1);
      expect(sandbox.count(/^g\+\+/)).toBe(1);
      expect(sandbox.count(/^npm/)).toBe(1);
      expect(leftovers()).toEqual([]);
    } finally {
      second.dispose();
    }
  });

  it.each([
    ['that stopped touching it, on another host', JSON.stringify({ host: 'elsewhere', pid: 1 }), 61],
    ['that is gone', JSON.stringify({ host: hostname(), pid: 2 ** 22 + 1 }), 0],
    ['that was killed while it made it', '', 3],
  ])('takes over the lock of a set-up %s', async (_, content, age) => {
    const name = createHash('sha256').update(`${sandbox.clone}/`).digest('hex').slice(0, 16);
    const lock = join(sandbox.cache, 'locks', `${name}.lock`);
    mkdirSync(join(lock, '..'), { recursive: true });
    writeFileSync(lock, content);
    const time = new Date(Date.now() - age * 1000);
    utimesSync(lock, time, time);
    expectReady(await sandbox.setUp());
    expect(existsSync(lock)).toBe(false);
  });

  it('waits for the lock of a set-up that is alive', async () => {
    const name = createHash('sha256').update(`${sandbox.clone}/`).digest('hex').slice(0, 16);
    const lock = join(sandbox.cache, 'locks', `${name}.lock`);
    mkdirSync(join(lock, '..'), { recursive: true });
    writeFileSync(lock, JSON.stringify({ host: hostname(), pid: process.pid }));
    const outcome = sandbox.setUp();
    await sleep(1500);
    expect(existsSync(sandbox.calls)).toBe(false);
    rmSync(lock);
    const { code, stdout } = await outcome;
    expect(code).toBe(0);
    expect(stdout).toContain('waiting for another set-up to finish');
  });

  it.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
    'goes on where one was stopped by %s',
    async (signal) => {
      sandbox.allWorks();
      sandbox.pip('/bin/sleep 30');
      const first = sandbox.start();
      const ended = new Promise((resolve) => first.on('exit', resolve));
      while (sandbox.count(/download/) === 0) await sleep(20);
      first.kill(signal);
      await ended;
      if (signal !== 'SIGKILL') expect(leftovers()).toEqual([]);
      sandbox.pipWorks();
      expectReady(await sandbox.setUp());
    },
  );
});

describe('what is missing is said, with the command that installs it', () => {
  eachItsOwn();

  const nothingHalfMade = () => {
    expect(leftovers()).toEqual([]);
    const folder = join(sandbox.cache, 'tensorflow');
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  };

  it('npm', async () => {
    sandbox.remove('npm');
    expectProblem(await sandbox.setUp(), /^error: npm is missing/m, /apt-get install npm/);
  });

  it('python3', async () => {
    sandbox.remove('python3');
    expectProblem(
      await sandbox.setUp(),
      /^error: python3 is missing/m,
      /apt-get install python3 python3-pip/,
    );
    nothingHalfMade();
  });

  it('pip', async () => {
    sandbox.tool('python3', 'echo "/usr/bin/python3: No module named pip" >&2; exit 1');
    expectProblem(await sandbox.setUp(), /^error: pip is missing/m, /apt-get install python3-pip/);
    nothingHalfMade();
  });

  it('a C++ compiler', async () => {
    sandbox.remove('g++');
    expectProblem(await sandbox.setUp(), /^error: no C\+\+ compiler/m, /apt-get install g\+\+/);
    sandbox.compilerWorks();
    expectReady(await sandbox.setUp());
    expect(sandbox.count(/download/)).toBe(1); // What was done before the failure is kept.
  });

  it('everything at once', async () => {
    sandbox.remove('npm');
    sandbox.remove('python3');
    const { stderr } = await sandbox.setUp();
    expect(stderr).toContain('npm is missing');
    expect(stderr).toContain('python3 is missing');
    expect(stderr.match(/^error: /gm)).toHaveLength(2);
  });

  it.each([
    [
      'pip',
      "WARNING: Retrying after connection broken by 'NewConnectionError: Temporary failure in name resolution'",
    ],
    ['pip', 'ERROR: HTTPSConnectionPool: Max retries exceeded with url: /simple/tensorflow-cpu/'],
    ['npm', 'npm error code ENOTFOUND\nnpm error network request to a registry failed'],
    ['npm', 'npm error code ECONNREFUSED'],
  ])('a registry that %s can reach: %s', async (who, message) => {
    const script = `echo '${message}' >&2; false`;
    if (who === 'pip') sandbox.pip(script);
    else sandbox.tool('npm', `${script}; exit 1`);
    expectProblem(await sandbox.setUp(), /the registry cannot be reached/, /check the network/);
    expect(leftovers()).toEqual([]);
  });

  it.each([
    ['pip', 'ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device'],
    ['npm', 'npm error code ENOSPC'],
  ])('space on the disk (%s)', async (who, message) => {
    const script = `echo '${message}' >&2; false`;
    if (who === 'pip') sandbox.pip(script);
    else sandbox.tool('npm', `${script}; exit 1`);
    expectProblem(await sandbox.setUp(), /no space left/, /free some space/);
    expect(leftovers()).toEqual([]);
  });

  it('the right wheel', async () => {
    sandbox.pip(
      'echo "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE." >&2; false',
    );
    expectProblem(await sandbox.setUp(), /not the pinned file/, /pip config list/);
    nothingHalfMade();
  });

  it('a wheel that can be read', async () => {
    sandbox.pip('echo torn > "$target/tensorflow.whl"');
    expectProblem(await sandbox.setUp(), /cannot be unpacked/, /run it again/);
    nothingHalfMade();
  });

  it('a package-lock.json that fits package.json', async () => {
    sandbox.tool('npm', 'echo "npm error code EUSAGE" >&2; exit 1');
    expectProblem(await sandbox.setUp(), /npm ci failed/, /package-lock-only/);
    expect(existsSync(join(sandbox.clone, 'node_modules'))).toBe(false);
  });

  it('a compiler that works', async () => {
    sandbox.tool('g++', 'echo "fatal error: bits/c++config.h: No such file" >&2; exit 1');
    const outcome = await sandbox.setUp();
    expectProblem(outcome, /g\+\+ failed/, /CXX=clang\+\+/);
    expect(outcome.stderr).toContain('bits/c++config.h');
    expect(readdirSync(join(sandbox.cache, 'addon'))).toEqual([]);
  });

  it('a cache folder that can be made', async () => {
    writeFileSync(join(sandbox.folder, 'file'), '');
    const outcome = await sandbox.setUp({ XDG_CACHE_HOME: join(sandbox.folder, 'file') });
    expectProblem(outcome, /the cache folder .* cannot be made/, /XDG_CACHE_HOME/);
  });
});

describe('EXPC_TENSORFLOW', () => {
  it('is decided by the NVIDIA driver when it is not set', async () => {
    sandbox = new Sandbox();
    const from = JSON.stringify(join(sandbox.clone, 'scripts/bootstrap/tensorflow.mjs'));
    const code = `import { chooseTensorflow } from ${from};
      const without = chooseTensorflow({}, () => false);
      const withGpu = chooseTensorflow({ EXPC_TENSORFLOW: '' }, (path) => path === '/dev/nvidiactl');
      console.log(JSON.stringify([without, withGpu]));`;
    const { stdout } = await sandbox.run('--input-type=module', ['-e', code]);
    sandbox.dispose();
    expect(JSON.parse(stdout)).toEqual([
      { build: 'cpu', why: 'no NVIDIA GPU here' },
      { build: 'gpu', why: '/dev/nvidiactl is there' },
    ]);
  });
});

describe('EXPC_TENSORFLOW, set', () => {
  eachItsOwn();

  it('names a folder with TensorFlow: itself, its site-packages, or the environment', async () => {
    expectReady(await sandbox.setUp());
    const folder = join(tensorflowFolder(), 'tensorflow');
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
    const script = `require(${JSON.stringify(addon())}); require('fs').readFileSync('/proc/self/maps', 'utf8')`;
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
    const folder = join(tensorflowFolder(), 'tensorflow');
    await sandbox.setUp({ EXPC_TENSORFLOW: folder });
    rmSync(sandbox.calls);
    expectReady(await sandbox.setUp());
    expect(existsSync(sandbox.calls)).toBe(false);
  });
});
