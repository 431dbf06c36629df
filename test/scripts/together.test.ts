import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectReady } from './outcome.js';
import { Sandbox } from './sandbox.js';

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
  sandbox.allWorks();
});
afterEach(() => sandbox.dispose());

describe('at the same time as another', () => {
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
      expect(sandbox.leftovers()).toEqual([]);
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
      if (signal !== 'SIGKILL') expect(sandbox.leftovers()).toEqual([]);
      sandbox.pipWorks();
      expectReady(await sandbox.setUp());
    },
  );
});
