import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTemporary, readJson, writeJsonAtomic } from './atomic.js';
import { leaseSeconds } from './attempt.js';
import { codeOf } from './files.js';
import { isAlive, thisProcess, type Owner } from './owner.js';

/** A run that is going on in a store: a scheduler's process. */
export interface Session extends Owner {
  readonly token: string;
  readonly experiment: string;
  readonly since: string;
}

/** A session of this process: says that it lives, and hears when somebody asks it to stop. */
export interface OpenSession {
  /** Whether it was asked to stop; also keeps the session from looking dead to other machines. */
  stopAsked(): boolean;
  close(): void;
}

const folderOf = (outputs: string) => join(outputs, 'running');
const recordOf = (outputs: string, token: string) => join(folderOf(outputs), `${token}.json`);
const requestOf = (outputs: string, token: string) => join(folderOf(outputs), `${token}.stop`);

/** Registers a run of this process in the store. */
export function openSession(outputs: string, experiment: string): OpenSession {
  const token = randomUUID();
  const session: Session = { token, experiment, since: new Date().toISOString(), ...thisProcess() };
  mkdirSync(folderOf(outputs), { recursive: true });
  writeJsonAtomic(recordOf(outputs, token), session);
  return {
    stopAsked() {
      touch(recordOf(outputs, token));
      return existsSync(requestOf(outputs, token));
    },
    close: () => remove(outputs, token),
  };
}

/** The runs that go on in a store; what dead ones left is removed. */
export function readSessions(outputs: string): Session[] {
  return recordsIn(outputs).flatMap((token) => {
    const session = readSession(outputs, token);
    if (session !== null && isGoingOn(outputs, session)) return [session];
    if (session !== null) remove(outputs, token);
    return [];
  });
}

/** Asks a run to stop as Ctrl-C does, on whatever machine it is: it looks every second or so. */
export function askSessionToStop(outputs: string, { token }: Session): void {
  writeFileSync(requestOf(outputs, token), '');
}

function recordsIn(outputs: string): string[] {
  try {
    return readdirSync(folderOf(outputs))
      .filter((name) => name.endsWith('.json') && !isTemporary(name))
      .map((name) => name.slice(0, -'.json'.length));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function readSession(outputs: string, token: string): Session | null {
  try {
    return (readJson(recordOf(outputs, token)) as Session | undefined) ?? null;
  } catch {
    return null;
  }
}

function isGoingOn(outputs: string, session: Session): boolean {
  const alive = isAlive(session);
  if (alive !== null) return alive;
  try {
    return Date.now() - statSync(recordOf(outputs, session.token)).mtimeMs < leaseSeconds * 1000;
  } catch {
    return false;
  }
}

function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // The store may be gone; the stages will tell.
  }
}

function remove(outputs: string, token: string): void {
  try {
    rmSync(requestOf(outputs, token), { force: true });
    rmSync(recordOf(outputs, token), { force: true });
  } catch {
    // Whoever lists the sessions next finds the process dead, and tries again.
  }
}
