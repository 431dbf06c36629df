import process from 'node:process';
import { readBatches } from './batch-folder.js';
import { slurmCommands, type Slurm } from './commands.js';
import { isLive, stageJobs, type StageJob } from './jobs.js';
import { SlurmFailure } from './failure.js';
import { essenceOfWords } from './refusal.js';

/** The jobs of a store that live, by their stage's id. */
export interface Look {
  readonly jobs: ReadonlyMap<string, StageJob>;
  /** Why Slurm could not be asked; then all jobs that may live are told, as unknown. */
  readonly silence: string | null;
}

/** Asks Slurm once for the jobs of a store; null when none was ever submitted from it, or nothing is left of them. */
export async function lookAtJobs(outputs: string, slurm: Slurm = slurmCommands()): Promise<Look | null> {
  const batches = readBatches(outputs);
  if (batches.length === 0) return null;
  const uids = [...new Set([process.getuid?.() ?? 0, ...batches.map(({ uid }) => uid)])];
  const said = await slurm.queue(uids).catch((error: unknown) => {
    if (!(error instanceof SlurmFailure)) throw error;
    return { words: error.message };
  });
  const isSilent = 'words' in said;
  const jobs = stageJobs(batches, { queue: isSilent ? null : said, accounting: null });
  const live = new Map([...jobs].filter(([, job]) => isLive(job)));
  return { jobs: live, silence: isSilent ? essenceOfWords(said.words) : null };
}
