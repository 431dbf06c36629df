import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { logFile } from '../store/stage-folder.js';

/** Adds lines with the time to a stage's log. A log that cannot be written does not stop the stage. */
export function stageLog(dir: string): (line: string) => void {
  const path = join(dir, logFile);
  return (line) => {
    try {
      appendFileSync(path, `${new Date().toISOString()} ${line}\n`);
    } catch {
      // Whatever is wrong with the disk shows where results are written, with the error's essence.
    }
  };
}
