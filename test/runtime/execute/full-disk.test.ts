import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { localLauncher } from '../../../runtime/execute/local.js';
import { execute } from '../../../runtime/execute/run.js';
import { temporaryFolder } from '../store/support/folder.js';
import { build, type Built } from './support/build.js';
import { toyPlan, toyStudy } from './support/plans.js';
import { contents } from './support/store.js';

// Every stage is a process: on a machine with much else to do that takes its time.
vi.setConfig({ testTimeout: 300_000 });

let built: Built;
beforeAll(() => {
  built = build();
});
afterAll(() => built.remove());

/** A disk of its own of so many pages of 4 KiB; null where this user may not mount one. */
function smallDisk(pages: number): string | null {
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${pages * 4}k`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

/** Takes all of the space but some pages. */
function fillUpTo(folder: string, freePages: number): string {
  const filler = join(folder, 'filler');
  mkdirSync(filler);
  try {
    for (let n = 0; ; n++) writeFileSync(join(filler, String(n)), Buffer.alloc(4096));
  } catch {
    const names = readdirSync(filler).slice(0, freePages + 1);
    for (const name of names) rmSync(join(filler, name));
  }
  return filler;
}

describe('a disk that fills up', () => {
  it('fails with a word, loses nothing that was finished, and is enough again once there is space', async (test) => {
    const disk = smallDisk(400);
    if (disk === null) return test.skip('this user may not mount a small disk');
    const { all } = toyStudy({}, 1);
    const calm = temporaryFolder();
    const options = {
      view: 'silent',
      jobs: 1,
      runners: built.runners,
      launcher: localLauncher(built.child),
    } as const;
    await execute(toyPlan(all), { ...options, outputs: calm });

    const outputs = join(disk, 'outputs');
    let finished = 0;
    for (const freePages of [12, 24, 36, 48, 60]) {
      const filler = fillUpTo(disk, freePages);
      const outcome = await execute(toyPlan(all), { ...options, outputs }).catch(
        (error: unknown) => error as Error,
      );
      if (outcome instanceof Error) expect(outcome.message).toMatch(/^no space is left on the disk/);
      else {
        expect(outcome.counts.done + outcome.counts.cached).toBeGreaterThanOrEqual(finished);
        for (const { message, hint } of outcome.failures) {
          expect(message).toMatch(/^no space is left on the disk/);
          expect(hint).toContain('make space');
        }
        finished = outcome.counts.done + outcome.counts.cached;
      }
      rmSync(filler, { recursive: true });
    }
    const last = await execute(toyPlan(all), { ...options, outputs });
    expect(last.counts.done + last.counts.cached).toBe(all.length);
    expect(contents(outputs, all)).toEqual(contents(calm, all));
  });
});
