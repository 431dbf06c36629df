import { StageFailure } from '../runtime/execute/context.js';
import { NoSuchDevice } from '../runtime/execute/devices.js';
import { exitCode } from './exit.js';
import { printError } from './terminal.js';

/**
 * Print a failure that a person can mend; gives the exit code: that of a wrong call where what it names is not there.
 *
 * @throws the error, when it is none
 */
export function tellFailure(error: unknown): number {
  if (!(error instanceof StageFailure)) throw error;
  const code = error.code === undefined ? '' : `[${error.code}]`;
  printError(`error${code}: ${error.message}\n${error.hint === undefined ? '' : `hint: ${error.hint}\n`}`);
  return error instanceof NoSuchDevice ? exitCode.wrong : exitCode.failed;
}
