import { StageFailure } from '../runtime/execute/context.js';
import { exitCode } from './exit.js';
import { printError } from './terminal.js';

/** Does something; what goes wrong that a person can mend is printed with its hint, and gives the exit code 1. */
export function explained(work: () => number): number {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof StageFailure)) throw error;
    printError(`error: ${error.message}\n${error.hint === undefined ? '' : `hint: ${error.hint}\n`}`);
    return exitCode.failed;
  }
}
