import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import type { NamedArrays } from './array.js';
import { isTemporary, readJson, removeQuietly, temporaryName, writeSynced } from './atomic.js';
import {
  DamagedCheckpoint,
  manifestFile,
  problemOf,
  readManifest,
  type CheckpointManifest,
} from './checkpoint-manifest.js';
import { sha256, type FileDigest } from './digest.js';
import { codeOf, disk, type FileLayer } from './files.js';
import { readSafetensors, safetensorsParts } from './safetensors.js';

/** What a checkpoint knows beside its arrays; any further JSON may stand beside the step. */
export interface CheckpointState {
  /** Training steps done: what orders checkpoints. */
  readonly step: number;
  readonly [key: string]: unknown;
}

export interface Checkpoint {
  /** `epoch-0003` after a whole epoch, `step-00000120` inside one: see `epochName` and `stepName`. */
  readonly name: string;
  /** Weights, optimizer state. */
  readonly tensors: NamedArrays;
  readonly state: CheckpointState;
}

export interface CheckpointEntry {
  readonly name: string;
  readonly step: number;
}

/** Name of the checkpoint after a number of epochs; 0 is the start. */
export const epochName = (epoch: number): string => `epoch-${String(epoch).padStart(4, '0')}`;
/** Name of a checkpoint inside an epoch, after a number of steps. It is dropped once an epoch's end has passed it. */
export const stepName = (step: number): string => `step-${String(step).padStart(8, '0')}`;
/** The number of epochs that a checkpoint's name tells; null of one inside an epoch. */
export function epochOf(name: string): number | null {
  return name.startsWith('epoch-') ? Number(name.slice('epoch-'.length)) : null;
}
/** Of a checkpoint's name. */
export const isInsideEpoch = (name: string): boolean => name.startsWith('step-');

const tensorsFile = 'tensors.safetensors';
const stateFile = 'state.json';

/**
 * Writes a checkpoint into `dir` (a stage's `checkpoints` folder, made when missing). Equal checkpoints have equal
 * bytes. It is written into a temporary folder, its manifest last, and renamed: a checkpoint that is seen is whole,
 * unless the disk failed, and that the manifest's checksums tell.
 */
export function saveCheckpoint(dir: string, checkpoint: Checkpoint, files: FileLayer = disk): void {
  const target = join(dir, checkpoint.name);
  const temporary = temporaryName(target);
  try {
    files.makeFolder(dir);
    files.makeFolder(temporary);
    const parts = [
      write(temporary, tensorsFile, safetensorsParts(checkpoint.tensors), files),
      write(temporary, stateFile, [Buffer.from(`${canonicalize(checkpoint.state)}\n`)], files),
    ];
    const manifest: CheckpointManifest = { version: 1, step: checkpoint.state.step, files: parts };
    write(temporary, manifestFile, [Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)], files);
    files.syncFolder(temporary);
    putInPlace(temporary, target, files);
  } catch (error) {
    removeQuietly(temporary, files);
    throw error;
  }
  files.syncFolder(dir);
}

function write(folder: string, path: string, parts: readonly Uint8Array[], files: FileLayer): FileDigest {
  writeSynced(join(folder, path), parts, files);
  const bytes = parts.reduce((sum, part) => sum + part.byteLength, 0);
  return { path, bytes, sha256: sha256(...parts) };
}

/** A folder cannot be renamed over another: what has the name already gives way, unless it is the same and whole. */
function putInPlace(temporary: string, target: string, files: FileLayer): void {
  try {
    files.rename(temporary, target);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(error))) throw error;
    if (problemOf(target) === null && sameManifest(temporary, target)) {
      files.remove(temporary);
      return;
    }
    const old = temporaryName(target);
    files.rename(target, old);
    files.rename(temporary, target);
    files.remove(old);
  }
}

function sameManifest(a: string, b: string): boolean {
  return readFileSync(join(a, manifestFile)).equals(readFileSync(join(b, manifestFile)));
}

/** The checkpoints in a folder, oldest first, by their manifests; contents are not verified. */
export function listCheckpoints(dir: string): CheckpointEntry[] {
  const entries: CheckpointEntry[] = [];
  for (const name of namesIn(dir)) {
    try {
      entries.push({ name, step: readManifest(join(dir, name)).step });
    } catch {
      // Its manifest is unreadable: not a checkpoint that anything could go on from. `latestCheckpoint` tells of it.
    }
  }
  return entries.sort(byStep);
}

/** Of the same step, the epoch's end comes after the checkpoint inside the epoch. */
function byStep(a: CheckpointEntry, b: CheckpointEntry): number {
  return (
    a.step - b.step ||
    Number(isInsideEpoch(b.name)) - Number(isInsideEpoch(a.name)) ||
    (a.name < b.name ? -1 : 1)
  );
}

/**
 * The newest checkpoint that is whole, by sizes and SHA-256; null when there is none. `log` is told of each one that
 * is skipped and why, and of the one that is used instead.
 */
export function latestCheckpoint(dir: string, log: (line: string) => void): string | null {
  const listed = listCheckpoints(dir);
  const known = new Set(listed.map(({ name }) => name));
  let skipped = 0;
  const skip = (name: string, problem: string | null) => {
    skipped += 1;
    log(`checkpoint ${name} is skipped: ${problem ?? 'its manifest is damaged'}`);
  };
  for (const name of namesIn(dir)) if (!known.has(name)) skip(name, problemOf(join(dir, name)));
  for (const { name } of listed.reverse()) {
    const problem = problemOf(join(dir, name));
    if (problem === null) {
      if (skipped > 0) log(`checkpoint ${name} is used instead`);
      return name;
    }
    skip(name, problem);
  }
  if (skipped > 0) log('no checkpoint is left that is whole: starting afresh');
  return null;
}

/**
 * Reads a checkpoint and verifies what it reads.
 *
 * @throws {DamagedCheckpoint} when it is not whole
 */
export function readCheckpoint(dir: string, name: string): Checkpoint {
  const folder = join(dir, name);
  const problem = problemOf(folder);
  if (problem !== null) throw new DamagedCheckpoint(`checkpoint ${folder}: ${problem}`);
  return {
    name,
    tensors: readSafetensors(join(folder, tensorsFile)),
    state: readJson(join(folder, stateFile)) as CheckpointState,
  };
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir).filter((name) => !isTemporary(name));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
