import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectReady } from './outcome.js';
import { Sandbox } from './sandbox.js';

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
  sandbox.allWorks();
});
afterEach(() => sandbox.dispose());

describe('in a fresh clone', () => {
  it('installs, fetches, compiles, and the command runs', async () => {
    expectReady(await sandbox.setUp());
    const command = await sandbox.run(join(sandbox.clone, 'node_modules/.bin/expc'));
    expect(command.stdout).toBe('first\n');
    expect(statSync(join(sandbox.clone, 'dist/cli/main.js')).mode & 0o111).toBe(0o111);
    const load = await sandbox.run('-p', [`require(${JSON.stringify(sandbox.addon)}).TF_Version`]);
    expect(load.stdout).toBe('2.20.0\n');
    expect(sandbox.leftovers()).toEqual([]);
  });

  it('unpacks what is needed and nothing else, with the licence file', async () => {
    await sandbox.setUp();
    const files = readdirSync(sandbox.tensorflow(), { recursive: true, withFileTypes: true });
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
