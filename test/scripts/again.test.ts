import { existsSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectProblem, expectReady, hash } from './outcome.js';
import { Sandbox } from './sandbox.js';

let sandbox: Sandbox;

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
    expect(existsSync(sandbox.addon)).toBe(true);
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
    const before = hash(sandbox.addon);
    rmSync(sandbox.addon);
    sandbox.remove('g++');
    expectReady(await sandbox.setUp());
    expect(hash(sandbox.addon)).toBe(before);
  });

  it('fetches TensorFlow anew when its cache was damaged', async () => {
    const library = join(sandbox.tensorflow(), 'tensorflow/libtensorflow_cc.so.2');
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
    const before = hash(sandbox.addon);
    const folder = join(sandbox.cache, 'addon');
    for (const name of readdirSync(folder)) truncateSync(join(folder, name, 'tfjs_binding.node'), 1000);
    rmSync(sandbox.addon);
    expectReady(await sandbox.setUp());
    expect(sandbox.count(/^g\+\+/)).toBe(1);
    expect(hash(sandbox.addon)).toBe(before);
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
