import { randomUUID } from 'node:crypto';
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeQuietly, temporaryName, writeJsonAtomic, writeSynced } from './atomic.js';
import {
  attemptPath,
  attemptsFolder,
  heartbeatSeconds,
  lastBeat,
  lifeOf,
  newestAttempt,
  readAttempt,
  type Attempt,
  type AttemptEnd,
} from './attempt.js';
import { codeOf, disk, type FileLayer } from './files.js';
import { deviceIn } from './provenance.js';
import { isAlive, isEarlierStart, thisProcess, type Owner } from './owner.js';

/**
 * The right to carry out a stage. Attempts are numbered files, each made with `link`, which fails when the name is
 * taken: of any number of processes that want to follow a dead attempt, one makes the next number. No claim is ever
 * replaced or removed by another process, so there is no moment at which a crash could leave the stage locked.
 */
export class Claim {
  private beaten = 0;
  private lost = false;

  constructor(
    private readonly stageDir: string,
    private record: Attempt,
    private readonly files: FileLayer,
  ) {}

  get attempt(): number {
    return this.record.attempt;
  }

  /**
   * Tells other machines that this process lives, at most every `heartbeatSeconds`; false once a newer attempt
   * exists, or the folder is gone: then this one must stop.
   */
  beat(now = performance.now()): boolean {
    if (!this.lost && (this.beaten === 0 || now - this.beaten >= heartbeatSeconds * 1000)) {
      this.beaten = now;
      this.lost = !this.isNewest() || !touch(attemptPath(this.stageDir, this.attempt));
    }
    return !this.lost;
  }

  /** Whether no newer attempt exists: asked before anything is published. */
  isNewest(): boolean {
    return newestAttempt(this.stageDir) === this.attempt;
  }

  /** Gives the stage up and says how it ended. */
  release(end: Omit<AttemptEnd, 'at'>): void {
    this.record = { ...this.record, end: { at: new Date().toISOString(), ...end } };
    writeJsonAtomic(attemptPath(this.stageDir, this.attempt), this.record, this.files);
  }
}

export type ClaimResult =
  { readonly claim: Claim; readonly held?: never } | { readonly claim: null; readonly held: Attempt | null };

export interface ClaimOptions {
  readonly scheduler?: Owner | null;
  readonly owner?: Owner;
  readonly files?: FileLayer;
  /** How long a silent process of another machine is watched before its claim is taken. */
  readonly watchSeconds?: number;
}

/**
 * Claims a stage for this process, taking over at once from a dead process of this machine, and from one of another
 * machine when it has long been silent and stays so while it is watched. From an earlier start of this process's own job
 * it is taken while that still lives: it sees the newer attempt and stops, and has that long to do so. `held` tells who
 * has it otherwise.
 */
export async function claimStage(stageDir: string, options: ClaimOptions = {}): Promise<ClaimResult> {
  const { files = disk, watchSeconds = 2 * heartbeatSeconds, owner = thisProcess() } = options;
  files.makeFolder(join(stageDir, attemptsFolder));
  for (;;) {
    const newest = newestAttempt(stageDir);
    const current = newest === 0 ? null : readAttempt(stageDir, newest);
    const isGivenUp = current !== null && isEarlierStart(current, owner);
    if (newest > 0 && !isGivenUp && !(await isOver(stageDir, current, newest, watchSeconds, files))) {
      return { claim: null, held: current };
    }
    const record = newRecord(newest + 1, options);
    if (!create(attemptPath(stageDir, newest + 1), record, files)) continue;
    if (isGivenUp) await untilLetGo(stageDir, newest, watchSeconds);
    return { claim: new Claim(stageDir, record, files) };
  }
}

async function isOver(
  stageDir: string,
  attempt: Attempt | null,
  number: number,
  watchSeconds: number,
  files: FileLayer,
): Promise<boolean> {
  const life = lifeOf(stageDir, attempt, number, clockOf(stageDir, files));
  if (life !== 'silent') return life === 'dead';
  // Clocks jump, and a heartbeat may be late: the claim must stay as it is for a while as well.
  const before = lastBeat(stageDir, number);
  await sleep(watchSeconds * 1000);
  return lastBeat(stageDir, number) === before;
}

/** Waits until an attempt that sees a newer one has stopped, at most so long. */
async function untilLetGo(stageDir: string, number: number, watchSeconds: number): Promise<void> {
  const end = performance.now() + watchSeconds * 1000;
  while (performance.now() < end) {
    const attempt = readAttempt(stageDir, number);
    if (attempt === null || attempt.end !== null || isAlive(attempt) === false) return;
    await sleep(Math.min(250, watchSeconds * 100));
  }
}

/** The time by the clock that stamps files in the folder: on a shared folder that is the server's, the same for all. */
function clockOf(stageDir: string, files: FileLayer): number {
  const probe = temporaryName(join(stageDir, attemptsFolder, 'clock'));
  try {
    files.close(files.open(probe, 'wx'));
    return statSync(probe).mtimeMs;
  } finally {
    removeQuietly(probe, files);
  }
}

function newRecord(attempt: number, { owner = thisProcess(), scheduler = null }: ClaimOptions): Attempt {
  const since = new Date().toISOString();
  return {
    version: 1,
    attempt,
    token: randomUUID(),
    ...owner,
    since,
    scheduler,
    device: deviceIn(process.env),
    end: null,
  };
}

/** Makes the record under a name that is not taken yet, whole from its first moment; false when it is taken. */
function create(path: string, record: Attempt, files: FileLayer): boolean {
  const temporary = temporaryName(path);
  const bytes = Buffer.from(`${JSON.stringify(record, null, 2)}\n`);
  try {
    writeSynced(temporary, [bytes], files);
    files.link(temporary, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!hasNoLinks.has(codeOf(error))) throw error;
    return createExclusively(path, bytes, files);
  } finally {
    removeQuietly(temporary, files);
  }
}

/** What file systems without hard links answer. */
const hasNoLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

function createExclusively(path: string, bytes: Uint8Array, files: FileLayer): boolean {
  try {
    writeSynced(path, [bytes], files);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Writes the first byte again, so that the file system stamps the file by its own clock (utimes would set this
 * machine's). False when the file is gone.
 */
function touch(path: string): boolean {
  try {
    const file = openSync(path, 'r+');
    try {
      writeSync(file, '{', 0);
    } finally {
      closeSync(file);
    }
    return true;
  } catch (error) {
    return codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR';
  }
}
