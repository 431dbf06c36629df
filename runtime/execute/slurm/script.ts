import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Slurm } from '../../../schema/generated/resolved.js';
import { codeOf } from '../../store/files.js';
import { slurmCodes, SlurmFailure } from './failure.js';

/** What stands between `@` in a script's template. */
export interface Blanks {
  readonly DIRECTIVES: string;
  readonly SETUP: string;
  readonly THREADS: string;
  readonly NODE: string;
  readonly ENTRY: string;
  readonly BATCH: string;
}

/** Those without which the stage would not run, or not under Slurm's eyes. */
const needed: readonly (keyof Blanks)[] = ['DIRECTIVES', 'NODE', 'ENTRY', 'BATCH'];

/** Where an experiment names a script. */
const scriptAt = [['execution', 'slurm', 'script']];

/**
 * Fills a template.
 *
 * @throws {SlurmFailure} when it lacks one of the places that a job needs
 */
export function fillScript(template: string, blanks: Blanks, path: string): string {
  const missing = needed.find((name) => !template.includes(`@${name}@`));
  if (missing !== undefined)
    throw new SlurmFailure(
      slurmCodes.script,
      `the script ${path} has no place for @${missing}@`,
      'start from templates/slurm.sh, which has them all',
      scriptAt,
    );
  return template.replace(/@([A-Z]+)@/g, (whole, name: string) => blanks[name as keyof Blanks] ?? whole);
}

/** The template that the settings name, or the program's own, and its path. */
export function readTemplate({ script }: Slurm): { path: string; text: string } {
  const path = script === undefined ? ownTemplate() : resolve(script);
  try {
    return { path, text: readFileSync(path, 'utf8') };
  } catch (error) {
    throw new SlurmFailure(
      slurmCodes.script,
      `the script ${path} cannot be read (${codeOf(error)})`,
      'execution.slurm.script is seen from the folder in which expc is called',
      scriptAt,
    );
  }
}

/** templates/slurm.sh of this package, found upwards from the sources or from what they are built to. */
function ownTemplate(): string {
  const candidates = Array.from({ length: 7 }, (_, up) =>
    join(fileURLToPath(new URL('../'.repeat(up), import.meta.url)), 'templates', 'slurm.sh'),
  );
  return candidates.find((path) => existsSync(path)) ?? candidates[0]!;
}

/** One word of a shell. */
export function shellWord(text: string): string {
  return /^[\w./:=@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
