import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Arrays of fewer bytes are not worth a collection, which looks through the whole heap. */
const worthwhile = 2 ** 26;

let collect: (() => void) | undefined;

/**
 * Gives the memory of arrays that were just dropped back to the system. Node collects when its own heap has grown, of
 * which the contents of arrays are no part: after a model was drawn or written down, much of the memory that it takes would
 * stay beside that of every step.
 *
 * @param bytes how much was dropped
 */
export function collectGarbage(bytes: number): void {
  if (bytes < worthwhile) return;
  collect ??= exposed();
  collect();
}

/** The one way to ask for a collection in a process that was not started for it. */
function exposed(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
