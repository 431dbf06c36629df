import { readFileSync } from 'node:fs';
import process from 'node:process';
import type { Plan } from '../../../../schema/plan.js';
import { localLauncher } from '../../../../runtime/execute/local.js';
import { execute } from '../../../../runtime/execute/run.js';
import { exitCodeOf } from '../../../../runtime/execute/summary.js';

/** `node scheduler.js OPTIONS.json`: carries out a plan and prints the summary as JSON. */
interface Options {
  readonly plan: Plan;
  readonly outputs: string;
  readonly jobs: number;
  readonly runners: string;
  readonly child: string;
  readonly pollSeconds?: number;
  readonly view?: 'plain' | 'live';
}

const { plan, child, ...options } = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Options;
const summary = await execute(plan, { view: 'plain', ...options, launcher: localLauncher(child) });
process.stdout.write(`${JSON.stringify(summary.counts)}\n`);
process.exitCode = exitCodeOf(summary);
