import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isTemporary, readJson, temporaryName } from './atomic.js';
import { lifeOf, newestAttempt, readAttempt } from './attempt.js';
import { listCheckpoints } from './checkpoint.js';
import { listFiles } from './digest.js';
import { codeOf } from './files.js';
import { checkpointsFolder, readMarker, sizeOf } from './stage-folder.js';

/** A stage's folder that could go. */
export interface Garbage {
  readonly id: string;
  readonly dir: string;
  readonly bytes: number;
  /** `unreferenced`: no experiment's plan names it; `unfinished rest`: what a removal left. */
  readonly why: 'unreferenced' | 'unfinished rest';
}

/** A folder that no plan names, and that stays all the same. */
export interface Spared {
  readonly id: string;
  readonly why: 'running' | 'resume point';
}

export interface Collection {
  readonly garbage: readonly Garbage[];
  readonly spared: readonly Spared[];
  readonly bytes: number;
}

export interface CollectOptions {
  /** Only then is anything removed. */
  readonly remove?: boolean;
  /** Take also unfinished stages that hold checkpoints, which the same experiment could go on from. */
  readonly resumePoints?: boolean;
}

/** A plan that cannot be read: what it refers to is not known, so nothing may be removed. */
export class UnreadablePlan extends Error {
  override readonly name = 'UnreadablePlan';
}

/**
 * Finds, and on request removes, the stages that no experiment of the store refers to: never one that is running,
 * never a resume point unless asked.
 *
 * @throws {UnreadablePlan} when an experiment's plan is damaged
 */
export function collectGarbage(
  outputs: string,
  { remove = false, resumePoints = false }: CollectOptions = {},
): Collection {
  const referenced = referencedStages(outputs);
  const garbage: Garbage[] = [];
  const spared: Spared[] = [];
  const folder = join(outputs, 'stages');
  for (const id of namesIn(folder)) {
    const dir = join(folder, id);
    if (isTemporary(id)) garbage.push({ id, dir, bytes: bytesIn(dir), why: 'unfinished rest' });
    else if (!referenced.has(id)) {
      const why = reasonToSpare(dir, resumePoints);
      if (why === null) garbage.push({ id, dir, bytes: bytesIn(dir), why: 'unreferenced' });
      else spared.push({ id, why });
    }
  }
  if (remove) for (const { dir } of garbage) removeStage(dir);
  return { garbage, spared, bytes: garbage.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** Removes a stage's folder at one blow: half of one is never taken for a stage. */
export function removeStage(dir: string): void {
  const going = temporaryName(dir);
  renameSync(dir, going);
  rmSync(going, { recursive: true, force: true });
}

function reasonToSpare(dir: string, resumePoints: boolean): Spared['why'] | null {
  const newest = newestAttempt(dir);
  if (newest > 0 && lifeOf(dir, readAttempt(dir, newest), newest) === 'alive') return 'running';
  if (resumePoints || readMarker(dir) !== null) return null;
  return listCheckpoints(join(dir, checkpointsFolder)).length > 0 ? 'resume point' : null;
}

function referencedStages(outputs: string): Set<string> {
  const folder = join(outputs, 'experiments');
  return new Set(namesIn(folder).flatMap((name) => stagesOf(join(folder, name, 'plan.json'))));
}

function stagesOf(path: string): string[] {
  try {
    const lock = readJson(path) as { plan: { stages: readonly { id: string }[] } } | undefined;
    return lock === undefined ? [] : lock.plan.stages.map(({ id }) => id);
  } catch {
    throw new UnreadablePlan(
      `${path} cannot be read, so what it refers to is not known: run that experiment again`,
    );
  }
}

function bytesIn(dir: string): number {
  return listFiles(dir).reduce((sum, path) => sum + (sizeOf(join(dir, path)) ?? 0), 0);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
