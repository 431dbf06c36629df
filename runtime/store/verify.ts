import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isTemporary, readJson } from './atomic.js';
import { listCheckpoints } from './checkpoint.js';
import { problemOf } from './checkpoint-manifest.js';
import { digestFile, listFiles } from './digest.js';
import { codeOf } from './files.js';
import { removeStage } from './gc.js';
import {
  bookkeeping,
  checkpointsFolder,
  configFile,
  readMarker,
  sizeOf,
  type DoneMarker,
} from './stage-folder.js';

/** What is found of one stage. */
export interface StageCheck {
  readonly id: string;
  /** `unfinished` stages are judged by their checkpoints alone. */
  readonly status: 'whole' | 'damaged' | 'unfinished';
  readonly problems: readonly string[];
  readonly bytes: number;
}

export interface StoreCheck {
  readonly stages: readonly StageCheck[];
  /** Damaged stages: done again by the next run once they are removed. */
  readonly damaged: readonly string[];
  /** Stages that were made, at first hand or further on, from damaged ones. */
  readonly affected: readonly string[];
}

export interface VerifyOptions {
  /** Only these stages. */
  readonly ids?: readonly string[];
  /** Remove the damaged stages, so that the next run makes them again. */
  readonly remove?: boolean;
  /** Told of each stage as it is checked. */
  readonly onStage?: (check: StageCheck) => void;
}

/** Compares every artifact in a store with the checksum that its stage recorded, and every input with what was read. */
export function verifyStore(
  outputs: string,
  { ids, remove = false, onStage }: VerifyOptions = {},
): StoreCheck {
  const folder = join(outputs, 'stages');
  const all = namesIn(folder);
  const byKey = new Map(all.map((id) => [id.slice(-shownDigits), id]));
  const stages = (ids ?? all).map((id) => {
    const check = checkStage(folder, id, byKey);
    onStage?.(check);
    return check;
  });
  const damaged = stages.filter(({ status }) => status === 'damaged').map(({ id }) => id);
  const affected = madeFrom(folder, all, byKey, new Set(damaged));
  if (remove) for (const id of damaged) removeStage(join(folder, id));
  return { stages, damaged, affected };
}

/** Stage folders by the digits of the key that their names show. */
type ByKey = ReadonlyMap<string, string>;
const shownDigits = 12;

function checkStage(folder: string, id: string, byKey: ByKey): StageCheck {
  const dir = join(folder, id);
  const marker = readMarker(dir);
  if (marker === null) {
    const checkpoints = join(dir, checkpointsFolder);
    const problems = listCheckpoints(checkpoints).flatMap(({ name }) => {
      const problem = problemOf(join(checkpoints, name));
      return problem === null ? [] : [`checkpoint ${name}: ${problem}`];
    });
    return { id, status: 'unfinished', problems, bytes: 0 };
  }
  const problems = [...problemsOfArtifacts(dir, marker), ...problemsOfInputs(folder, dir, marker, byKey)];
  const bytes = marker.artifacts.reduce((sum, artifact) => sum + artifact.bytes, 0);
  return { id, status: problems.length === 0 ? 'whole' : 'damaged', problems, bytes };
}

function problemsOfArtifacts(dir: string, { artifacts }: DoneMarker): string[] {
  const problems: string[] = [];
  for (const { path, bytes, sha256 } of artifacts) {
    const size = sizeOf(join(dir, path));
    if (size === null) problems.push(`${path} is missing`);
    else if (size !== bytes) problems.push(`${path} has ${size} bytes instead of ${bytes}`);
    else if (digestFile(dir, path).sha256 !== sha256)
      problems.push(`${path} was altered (its SHA-256 differs)`);
  }
  const known = new Set(artifacts.map(({ path }) => path));
  const unknown = listFiles(dir, bookkeeping).filter((path) => !known.has(path));
  return [...problems, ...unknown.map((path) => `${path} was not there when the stage was finished`)];
}

/** An input that was made again must have become what it was. */
function problemsOfInputs(folder: string, dir: string, { inputs }: DoneMarker, byKey: ByKey): string[] {
  const ids = readInputs(dir, byKey);
  return Object.entries(inputs).flatMap(([role, digest]) => {
    const id = ids.get(role);
    const now = id === undefined ? undefined : readMarker(join(folder, id))?.digest;
    const isOther = digest !== '' && now !== undefined && now !== digest;
    return isOther ? [`its input ${role} is not what it was made from`] : [];
  });
}

/** Stages among `all` that were made from some of `sources`, at first hand or further on. */
function madeFrom(
  folder: string,
  all: readonly string[],
  byKey: ByKey,
  sources: ReadonlySet<string>,
): string[] {
  if (sources.size === 0) return [];
  const inputsOf = new Map(all.map((id) => [id, [...readInputs(join(folder, id), byKey).values()]]));
  const found = new Set(sources);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const [id, inputs] of inputsOf) if (inputs.some((input) => found.has(input))) found.add(id);
  }
  return [...found].filter((id) => !sources.has(id)).sort();
}

/** Folders of a stage's inputs by role, of those that are there. */
function readInputs(dir: string, byKey: ByKey): Map<string, string> {
  try {
    const { inputs = {} } = (readJson(join(dir, configFile)) ?? {}) as { inputs?: Record<string, string> };
    const ids = Object.entries(inputs).map(
      ([role, key]) => [role, byKey.get(key.slice(0, shownDigits))] as const,
    );
    return new Map(ids.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
  } catch {
    return new Map();
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !isTemporary(name))
      .sort();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
