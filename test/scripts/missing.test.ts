import { existsSync, readdirSync, writeFileSync } from 'node:fs';
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

describe('what is missing is said, with the command that installs it', () => {
  const nothingHalfMade = () => {
    expect(sandbox.leftovers()).toEqual([]);
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
    expect(sandbox.leftovers()).toEqual([]);
  });

  it.each([
    ['pip', 'ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device'],
    ['npm', 'npm error code ENOSPC'],
  ])('space on the disk (%s)', async (who, message) => {
    const script = `echo '${message}' >&2; false`;
    if (who === 'pip') sandbox.pip(script);
    else sandbox.tool('npm', `${script}; exit 1`);
    expectProblem(await sandbox.setUp(), /no space left/, /free some space/);
    expect(sandbox.leftovers()).toEqual([]);
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
