import { readDone } from '../../store/stage-folder.js';
import { readBatches, removeBatch } from './batch-folder.js';
import { isLive, type StageJob } from './jobs.js';

/** Removes what was written down of jobs that are gone and whose stages are all done: nobody asks for it again. */
export function prune(outputs: string, jobs: ReadonlyMap<string, StageJob>): void {
  const live = new Set([...jobs.values()].filter(isLive).map(({ batch }) => batch.id));
  for (const { id, elements } of readBatches(outputs)) {
    if (live.has(id)) continue;
    if (elements.flat().every((stage) => readDone(outputs, stage) !== null)) removeBatch(outputs, id);
  }
}
