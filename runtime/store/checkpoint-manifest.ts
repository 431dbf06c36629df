import { statSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from './atomic.js';
import { digestFile, type FileDigest } from './digest.js';
import { codeOf } from './files.js';

export const manifestFile = 'manifest.json';

/** What a checkpoint's folder holds, and how far the training was. Written last: without it there is no checkpoint. */
export interface CheckpointManifest {
  readonly version: 1;
  readonly step: number;
  readonly files: readonly FileDigest[];
}

/** A checkpoint that cannot be trusted: torn, altered or incomplete. */
export class DamagedCheckpoint extends Error {
  override readonly name = 'DamagedCheckpoint';
}

/** Why a checkpoint's folder is not whole; null when it is. */
export function problemOf(folder: string): string | null {
  let manifest: CheckpointManifest;
  try {
    manifest = readManifest(folder);
  } catch (error) {
    return error instanceof DamagedCheckpoint ? error.message : String(error);
  }
  for (const expected of manifest.files) {
    const problem = problemOfFile(folder, expected);
    if (problem !== null) return problem;
  }
  return null;
}

function problemOfFile(folder: string, expected: FileDigest): string | null {
  try {
    const { size } = statSync(join(folder, expected.path));
    if (size !== expected.bytes) return `${expected.path} has ${size} bytes instead of ${expected.bytes}`;
    const found = digestFile(folder, expected.path);
    return found.sha256 === expected.sha256 ? null : `${expected.path} was altered (its SHA-256 differs)`;
  } catch (error) {
    return codeOf(error) === 'ENOENT'
      ? `${expected.path} is missing`
      : `${expected.path}: ${(error as Error).message}`;
  }
}

/** @throws {DamagedCheckpoint} when it is not there, or not to be read */
export function readManifest(folder: string): CheckpointManifest {
  let value: unknown;
  try {
    value = readJson(join(folder, manifestFile));
  } catch {
    throw new DamagedCheckpoint('its manifest is damaged');
  }
  if (value === undefined) throw new DamagedCheckpoint('its manifest is missing');
  const { version, step, files } = (value ?? {}) as Partial<CheckpointManifest>;
  if (version !== 1 || typeof step !== 'number' || !Array.isArray(files)) {
    throw new DamagedCheckpoint('its manifest is not of a version that this program reads');
  }
  return value as CheckpointManifest;
}
