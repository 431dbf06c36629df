import { readFileSync } from 'node:fs';
import process from 'node:process';
import type { Plan } from '../../../../schema/plan.js';
import { StageFailure } from '../../../../runtime/execute/context.js';
import { execute } from '../../../../runtime/execute/run.js';
import { slurmConductor, type SlurmOptions } from '../../../../runtime/execute/slurm/slurm-run.js';
import { exitCodeOf } from '../../../../runtime/execute/summary.js';

/** `node slurm-scheduler.js OPTIONS.json`: carries a plan out on Slurm and prints the summary's counts as JSON. */
interface Options extends Omit<SlurmOptions, 'slurm'> {
  readonly plan: Plan;
  readonly outputs: string;
  readonly runners: string;
  readonly retries?: number;
  readonly failFast?: boolean;
}

const { plan, outputs, runners, retries, failFast, ...options } = JSON.parse(
  readFileSync(process.argv[2]!, 'utf8'),
) as Options;
try {
  const conductor = slurmConductor(options);
  const summary = await execute(plan, { outputs, runners, retries, failFast, view: 'plain', conductor });
  process.stdout.write(`${JSON.stringify(summary.counts)}\n`);
  process.exitCode = exitCodeOf(summary);
} catch (error) {
  if (!(error instanceof StageFailure)) throw error;
  process.stdout.write(`${error.code}: ${error.message}\n${error.hint}\n`);
  process.exitCode = 1;
}
