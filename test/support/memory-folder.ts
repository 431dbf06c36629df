import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const memory = '/dev/shm';
const prefix = 'expc-tests-';
/** Bytes that must be free: tests take a few hundred MiB at a time. */
const room = 8 * 2 ** 30;

/**
 * A folder in memory for what tests write, removed when this process ends; undefined where there is no room. Much of
 * what the executor and the store do is wait for a disk, which tests need not.
 */
export function memoryFolder(): string | undefined {
  if (process.env['TMPDIR'] !== undefined) return undefined; // A person who set it meant it.
  try {
    removeLeftOvers();
    const { bavail, bsize } = statfsSync(memory);
    if (bavail * bsize < room) return undefined;
    const folder = join(memory, `${prefix}${process.pid}`);
    mkdirSync(folder, { recursive: true }); // A project of tests reads the configuration anew.
    process.on('exit', () => remove(folder));
    checkPrograms(folder);
    return folder;
  } catch {
    return undefined;
  }
}

/** Containers may forbid programs there, and some tests write some. */
function checkPrograms(folder: string): void {
  const program = join(folder, 'program');
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
  execFileSync(program);
  rmSync(program);
}

/** What runs left behind that were killed. */
function removeLeftOvers(): void {
  for (const name of readdirSync(memory).filter((each) => each.startsWith(prefix)))
    if (!isAlive(Number(name.slice(prefix.length)))) remove(join(memory, name));
}

/** What a process that is still about writes there meanwhile stays for the next run to remove. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Not empty.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
