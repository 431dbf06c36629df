import process from 'node:process';
import { exitCode, UsageError } from './exit.js';
import { printError } from './terminal.js';
import { ownPackage } from './package.js';

/** Print what went wrong, apart for mistakes in the call and mistakes in expc; gives the exit code. */
export function reportCrash(error: unknown): number {
  if (error instanceof UsageError) {
    printError(`error: ${error.message}\n${error.hint === undefined ? '' : `hint: ${error.hint}\n`}`);
    return exitCode.wrong;
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  printError(
    'error[EXPC901]: expc itself failed; this is not a mistake in your files\n\n' +
      `${details}\n\n` +
      `Please report it, with the lines above, the command (${process.argv.slice(2).join(' ')}),\n` +
      `and the versions: expc ${ownPackage().version}, Node ${process.version}, ${process.platform} ${process.arch}.\n`,
  );
  return exitCode.internal;
}
