import { StageFailure } from '../runtime/execute/context.js';
import { exitCode } from './exit.js';
import { printError } from './terminal.js';

/** Does something; what goes wrong that a person can mend is printed with its hint, and gives the exit code 1. */
export function explained(work: () => number): number;
export function explained(work: () => Promise<number>): Promise<number>;
export function explained(work: () => number | Promise<number>): number | Promise<number> {
  try {
    const result = work();
    return typeof result === 'number' ? result : result.catch(explain);
  } catch (error) {
    return explain(error);
  }
}

function explain(error: unknown): number {
  if (!(error instanceof StageFailure)) throw error;
  printError(`error: ${error.message}\n${error.hint === undefined ? '' : `hint: ${error.hint}\n`}`);
  return exitCode.failed;
}
