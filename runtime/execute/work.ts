import { join } from 'node:path';
import type { Attempt } from '../store/attempt.js';
import { claimStage, type Claim } from '../store/claim.js';
import type { FileLayer } from '../store/files.js';
import { doneFile, openStageFolder, readDone, sweep } from '../store/stage-folder.js';
import { stageLog } from './log.js';
import type { Outcome, StageTask } from './task.js';

/** A stage in work: its folder, claim, log and part in the task. */
export interface Work {
  readonly task: Pick<StageTask, 'stage' | 'inputs'>;
  readonly dir: string;
  readonly claim: Claim;
  readonly started: string;
  readonly log: (line: string) => void;
}

/** Claims one stage; an outcome when there is nothing to do or somebody else does it. */
export async function begin(
  task: StageTask,
  { stage, inputs }: Pick<StageTask, 'stage' | 'inputs'>,
  files: FileLayer,
): Promise<Work | Outcome> {
  const dir = openStageFolder(task.outputs, stage, files);
  const alreadyDone: Outcome = { status: 'done', observed: [], seconds: 0 };
  if (readDone(task.outputs, stage) !== null) return alreadyDone;
  const { claim, held } = await claimStage(dir, { scheduler: task.scheduler, files });
  if (claim === null) return { status: 'held', by: describeHolder(held) };
  if (readDone(task.outputs, stage) !== null) {
    claim.release({ outcome: 'done' }); // Done by another process while this one was claiming.
    return alreadyDone;
  }
  // A marker that stands there all the same is damaged, or artifacts of it are gone: the stage is done again. Where
  // only a checkpoint is to be added it stays true of the rest, which others may be reading.
  const { id, key } = stage;
  if (readDone(task.outputs, { id, key }) === null) files.remove(join(dir, doneFile));
  sweep(dir);
  return { task: { stage, inputs }, dir, claim, started: new Date().toISOString(), log: stageLog(dir) };
}

export function describeHolder(held: Attempt | null): string {
  return held === null ? 'another process' : `process ${held.pid} on ${held.host}, since ${held.since}`;
}
