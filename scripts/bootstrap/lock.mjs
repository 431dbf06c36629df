import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './progress.mjs';
import { forget, removeAtExit } from './shell.mjs';

const beat = 2_000;
const silence = 60_000;

function tryToTake(path) {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, JSON.stringify({ host: hostname(), pid: process.pid }));
    closeSync(file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** A lock is abandoned when its process is gone, or, held from another host, when it is not touched for a minute. */
function isAbandoned(path) {
  try {
    const age = Date.now() - statSync(path).mtimeMs;
    let holder;
    try {
      holder = JSON.parse(readFileSync(path, 'utf8'));
    } catch {
      return age > beat; // Killed between making the file and writing into it.
    }
    return holder.host === hostname() ? !isAlive(holder.pid) : age > silence;
  } catch {
    return false;
  }
}

/**
 * Do `work` while no other process holds the lock file at `path`. Two holders at once can happen only after a clock jump
 * on a shared file system, and do no harm: every result is made under a temporary name and renamed.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, work) {
  mkdirSync(dirname(path), { recursive: true });
  let announced = false;
  while (!tryToTake(path)) {
    if (isAbandoned(path)) {
      const aside = `${path}.${process.pid}`;
      try {
        renameSync(path, aside);
        rmSync(aside, { force: true });
      } catch (error) {
        if (error.code !== 'ENOENT') throw error;
      }
      continue;
    }
    if (!announced) say('waiting for another set-up to finish');
    announced = true;
    await sleep(200);
  }
  removeAtExit(path);
  const touch = setInterval(() => utimesSync(path, new Date(), new Date()), beat);
  try {
    return await work();
  } finally {
    clearInterval(touch);
    rmSync(path, { force: true });
    forget(path);
  }
}
