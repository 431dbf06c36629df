import { isCode } from '../compiler/diagnostics/codes.js';
import { problem } from '../compiler/diagnostics/problem.js';
import { nodeAt } from '../compiler/document/access.js';
import type { MapNode } from '../compiler/document/node.js';
import { StageFailure } from '../runtime/execute/context.js';
import { NoSuchDevice } from '../runtime/execute/devices.js';
import { exitCode } from './exit.js';
import { show } from './load.js';
import { printError } from './terminal.js';

/**
 * Print a failure that a person can mend, with the value at fault where it is written in the experiment; gives the exit
 * code: that of a wrong call where what it names is not there.
 *
 * @throws the error, when it is none
 */
export function tellFailure(error: unknown, document: MapNode | null = null): number {
  if (!(error instanceof StageFailure)) throw error;
  if (!tellWithPlace(error, document)) {
    const code = error.code === undefined ? '' : `[${error.code}]`;
    printError(`error${code}: ${error.message}\n${error.hint === undefined ? '' : `hint: ${error.hint}\n`}`);
  }
  return error instanceof NoSuchDevice ? exitCode.wrong : exitCode.failed;
}

function tellWithPlace({ message, hint, code, at }: StageFailure, document: MapNode | null): boolean {
  if (document === null || code === undefined || !isCode(code)) return false;
  const written = at.map((path) => nodeAt(document, path)).find((node) => node !== undefined);
  if (written === undefined) return false;
  show([problem(code, message, { origin: written.origin, ...(hint === undefined ? {} : { hint }) })]);
  return true;
}
