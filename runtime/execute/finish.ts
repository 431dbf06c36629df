import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from '../../schema/plan.js';
import { newestAttempt, readAttempts } from '../store/attempt.js';
import type { FileDigest } from '../store/digest.js';
import type { FileLayer } from '../store/files.js';
import { provenance, type Origin } from '../store/provenance.js';
import {
  digestArtifacts,
  digestOf,
  progressFile,
  readDone,
  readMarker,
  stageFolder,
  writeDone,
  type DoneMarker,
} from '../store/stage-folder.js';
import type { StageRef } from './task.js';

interface Finished {
  readonly outputs: string;
  readonly stage: Stage;
  readonly inputs: Readonly<Record<string, StageRef>>;
  /** When this attempt began. */
  readonly started: string;
  readonly origin: Origin;
  readonly files: FileLayer;
}

/** Writes a stage's done marker over the artifacts that are in its folder. */
export function finishStage({ outputs, stage, inputs, started, origin, files }: Finished): DoneMarker {
  const dir = stageFolder(outputs, stage.id);
  const artifacts = digestArtifacts(dir);
  const finished = new Date().toISOString();
  const before = readDone(outputs, { id: stage.id, key: stage.key });
  const marker: DoneMarker = {
    version: 1,
    status: 'done',
    key: stage.key,
    started: readAttempts(dir)[0]?.since ?? started,
    finished,
    seconds: secondsAtWork(dir, finished),
    attempts: newestAttempt(dir),
    artifacts,
    // What others were made from is as it was where only checkpoints were added.
    digest: before !== null && holds(artifacts, before.artifacts) ? before.digest : digestOf(artifacts),
    inputs: Object.fromEntries(
      Object.entries(inputs).map(([role, { id }]) => [role, inputDigest(outputs, id)]),
    ),
    provenance: provenance(origin),
  };
  writeDone(dir, marker, files);
  const progress = join(dir, progressFile);
  if (existsSync(progress)) rmSync(progress, { force: true });
  return marker;
}

function holds(artifacts: readonly FileDigest[], others: readonly FileDigest[]): boolean {
  const known = new Map(artifacts.map(({ path, sha256 }) => [path, sha256]));
  return others.every(({ path, sha256 }) => known.get(path) === sha256);
}

/** Sum over the attempts that said when they ended, and the one that ends now. */
function secondsAtWork(dir: string, finished: string): number {
  const newest = newestAttempt(dir);
  const spans = readAttempts(dir).map(({ attempt, since, end }) => {
    const until = attempt === newest ? finished : end?.at;
    return until === undefined ? 0 : Math.max(0, Date.parse(until) - Date.parse(since));
  });
  return spans.reduce((sum, span) => sum + span, 0) / 1000;
}

/** Empty for an observer's model, whose own marker is written after. */
function inputDigest(outputs: string, id: string): string {
  return readMarker(stageFolder(outputs, id))?.digest ?? '';
}
