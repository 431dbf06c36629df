import process from 'node:process';
import { runJob } from './run-job.js';

/**
 * Entry of a job's process: `job.js BATCH-FOLDER PLACE`. SIGUSR2, long before the time limit, asks it to write a
 * checkpoint and to go back into the queue; SIGTERM (a preemption, `scancel`, the limit itself) to write a checkpoint
 * and end: where the job goes on then is Slurm's decision.
 */
const [folder, place] = process.argv.slice(2);
const asked = { stop: null as string | null, warned: false };
process.on('SIGUSR2', () => {
  asked.warned = true;
  asked.stop ??= 'its time limit is near';
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
  process.on(signal, () => {
    asked.stop ??= signal;
  });
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error) => {
    console.error(error); // Slurm puts it into the stage's log.
    process.exit(1);
  });

if (folder === undefined || place === undefined) throw new Error('job.js BATCH-FOLDER PLACE');
process.exit(await runJob(folder, Number(place), asked));
