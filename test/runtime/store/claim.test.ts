import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  attemptPath,
  leaseSeconds,
  newestAttempt,
  readAttempt,
  readAttempts,
} from '../../../runtime/store/attempt.js';
import { claimStage } from '../../../runtime/store/claim.js';
import { disk } from '../../../runtime/store/files.js';
import { isAlive, jobOf, thisProcess, type Owner } from '../../../runtime/store/owner.js';
import { powerCutAt } from './support/faulty-disk.js';
import { temporaryFolder } from './support/folder.js';

/** A process that has ended. */
async function deadProcess(): Promise<Owner> {
  const { stdout } = await promisify(execFile)(process.execPath, ['-p', 'process.pid']);
  return { ...thisProcess(), pid: Number(stdout) };
}

const foreign: Owner = { host: 'elsewhere', machine: 'another boot', pid: process.pid, started: '1' };

/** Makes the last heartbeat of an attempt that many seconds old. */
function age(dir: string, attempt: number, seconds: number): void {
  const then = new Date(Date.now() - seconds * 1000);
  utimesSync(attemptPath(dir, attempt), then, then);
}

describe('a process', () => {
  it('is told from a later one with its number', () => {
    const self = thisProcess();
    expect(isAlive(self)).toBe(true);
    expect(isAlive({ ...self, started: '12' })).toBe(false);
    expect(isAlive({ ...self, machine: 'another boot' })).toBeNull();
  });

  it.runIf(existsSync('/proc/self/stat'))(
    'is gone once it has ended, also while nobody has taken notice of it',
    async () => {
      expect(isAlive(await deadProcess())).toBe(false);
      // A shell that becomes another program never waits for its child, so the child stays a zombie.
      const parent = spawn('sh', ['-c', 'sleep 0.5 & echo $!; exec sleep 60'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const pid = await new Promise<number>((resolve) =>
        parent.stdout.once('data', (data) => resolve(Number(data))),
      );
      const fields = () => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      const child: Owner = { ...thisProcess(), pid, started: fields()[19]! };
      expect(isAlive(child)).toBe(true);
      while (fields()[0] !== 'Z') await sleep(50);
      expect(() => process.kill(pid, 0)).not.toThrow();
      expect(isAlive(child)).toBe(false);
      parent.kill('SIGKILL');
    },
  );
});

describe('a claim', () => {
  it('is the first attempt’s, and holds', async () => {
    const dir = temporaryFolder();
    const { claim } = await claimStage(dir);
    expect(claim!.attempt).toBe(1);
    expect(claim!.beat()).toBe(true);
    const second = await claimStage(dir);
    expect(second.claim).toBeNull();
    expect(second.held).toMatchObject({ pid: process.pid, attempt: 1, end: null });
  });

  it('is free once it is given up, and every attempt stays on record', async () => {
    const dir = temporaryFolder();
    const first = await claimStage(dir);
    first.claim!.release({ outcome: 'failed', message: 'no luck', hint: 'try again' });
    const second = await claimStage(dir, { scheduler: foreign });
    second.claim!.release({ outcome: 'done' });
    expect(readAttempts(dir)).toMatchObject([
      { attempt: 1, end: { outcome: 'failed', message: 'no luck', hint: 'try again' } },
      { attempt: 2, scheduler: { host: 'elsewhere' }, end: { outcome: 'done' } },
    ]);
  });

  it('of a dead process of this machine is taken over at once', async () => {
    const dir = temporaryFolder();
    await claimStage(dir, { owner: await deadProcess() });
    expect((await claimStage(dir)).claim!.attempt).toBe(2);
  });

  it('of another machine holds while its heart beats', async () => {
    const dir = temporaryFolder();
    await claimStage(dir, { owner: foreign });
    age(dir, 1, leaseSeconds - 30);
    expect((await claimStage(dir, { watchSeconds: 0.05 })).held).toMatchObject({ host: 'elsewhere' });
  });

  it('of another machine that was silent for long is taken over when it stays so', async () => {
    const dir = temporaryFolder();
    await claimStage(dir, { owner: foreign });
    age(dir, 1, leaseSeconds + 30);
    expect((await claimStage(dir, { watchSeconds: 0.05 })).claim!.attempt).toBe(2);
  });

  it('of another machine that seemed silent, because a clock jumped, holds when it is heard again', async () => {
    const dir = temporaryFolder();
    const { claim } = await claimStage(dir, { owner: foreign });
    age(dir, 1, leaseSeconds + 30);
    const claiming = claimStage(dir, { watchSeconds: 0.3 });
    await sleep(100);
    expect(claim!.beat()).toBe(true);
    expect((await claiming).held).toMatchObject({ host: 'elsewhere' });
  });

  it('that is damaged is judged by its age alone', async () => {
    const dir = temporaryFolder();
    mkdirSync(join(dir, 'attempts'));
    writeFileSync(attemptPath(dir, 1), '{"version": 1, "att');
    expect(await claimStage(dir, { watchSeconds: 0.05 })).toEqual({ claim: null, held: null });
    age(dir, 1, leaseSeconds + 30);
    expect((await claimStage(dir, { watchSeconds: 0.05 })).claim!.attempt).toBe(2);
  });

  it('is lost to a newer attempt, and says so', async () => {
    const dir = temporaryFolder();
    const { claim } = await claimStage(dir, { owner: foreign });
    age(dir, 1, leaseSeconds + 30);
    await claimStage(dir, { watchSeconds: 0.05 });
    expect(claim!.isNewest()).toBe(false);
    expect(claim!.beat()).toBe(false);
  });

  it('is lost with the folder', async () => {
    const dir = join(temporaryFolder(), 'stage');
    const { claim } = await claimStage(dir);
    disk.remove(dir);
    expect(claim!.beat()).toBe(false);
  });

  it('is won by exactly one of many that want to follow a dead one', async () => {
    const dir = temporaryFolder();
    const owner = await deadProcess();
    for (let round = 1; round <= 20; round++) {
      await claimStage(dir, { owner });
      const before = newestAttempt(dir);
      const results = await Promise.all(Array.from({ length: 8 }, () => claimStage(dir)));
      expect(results.filter(({ claim }) => claim !== null)).toHaveLength(1);
      expect(newestAttempt(dir)).toBe(before + 1);
      results.find(({ claim }) => claim !== null)!.claim!.release({ outcome: 'interrupted' });
    }
  });

  it('is whole from its first moment: a crash while claiming locks nothing', async () => {
    const owner = await deadProcess();
    for (let n = 0; n < 8; n++) {
      const dir = temporaryFolder();
      await claimStage(dir, { owner, files: powerCutAt(n) }).catch(() => {});
      for (const name of readdirSync(dir).includes('attempts') ? readdirSync(join(dir, 'attempts')) : []) {
        if (!name.startsWith('.')) expect(readAttempt(dir, 1)).toMatchObject({ pid: owner.pid });
      }
      expect((await claimStage(dir)).claim).not.toBeNull();
    }
  });

  it('works on a file system without hard links', async () => {
    const dir = temporaryFolder();
    const refuse = () => {
      throw Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM' });
    };
    const files = { ...disk, link: refuse };
    expect((await claimStage(dir, { files })).claim!.attempt).toBe(1);
    expect((await claimStage(dir, { files })).held).toMatchObject({ pid: process.pid });
  });
});

describe('a job that Slurm has started again', () => {
  const start = (restart: number, owner: Owner = thisProcess()): Owner => ({
    ...owner,
    job: { cluster: 'c', id: '7', restart },
  });

  it('takes its stage from its earlier start at once, and waits until that has stopped', async () => {
    const dir = temporaryFolder();
    const first = await claimStage(dir, { owner: start(0) });
    const taking = claimStage(dir, { owner: start(1), watchSeconds: 30 });
    await sleep(600);
    expect(newestAttempt(dir)).toBe(2);
    expect(first.claim!.beat(1e9)).toBe(false);
    let isTaken = false;
    void taking.then(() => (isTaken = true));
    await sleep(300);
    expect(isTaken).toBe(false);
    first.claim!.release({ outcome: 'superseded' });
    expect((await taking).claim!.attempt).toBe(2);
  });

  it('does not wait for ever for one that it cannot see', async () => {
    const dir = temporaryFolder();
    await claimStage(dir, { owner: start(0, foreign) });
    const { claim } = await claimStage(dir, { owner: start(2), watchSeconds: 0.2 });
    expect(claim!.attempt).toBe(2);
    expect(claim!.isNewest()).toBe(true);
  });

  it.each([
    ['another job', { cluster: 'c', id: '8', restart: 3 }],
    ['a job of that number on another cluster', { cluster: 'd', id: '7', restart: 3 }],
    ['the same start', { cluster: 'c', id: '7', restart: 0 }],
  ])('leaves it to %s', async (_, job) => {
    const dir = temporaryFolder();
    await claimStage(dir, { owner: start(0) });
    expect((await claimStage(dir, { owner: { ...thisProcess(), job } })).claim).toBeNull();
  });

  it('is known by what Slurm tells its processes', () => {
    expect(jobOf({})).toBeNull();
    expect(jobOf({ SLURM_JOB_ID: '7' })).toEqual({ cluster: '', id: '7', restart: 0 });
    const requeued = { SLURM_JOB_ID: '7', SLURM_CLUSTER_NAME: 'c', SLURM_RESTART_COUNT: '2' };
    expect(jobOf(requeued)).toEqual({ cluster: 'c', id: '7', restart: 2 });
  });
});
