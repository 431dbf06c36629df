import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { compareSides } from '../../compiler/diff/difference.js';
import { differenceTables } from '../../compiler/diff/tables.js';
import { reportPage } from '../../report/page/report.js';
import { writeFileAtomic } from '../../runtime/store/atomic.js';
import type { ReportOptions } from '../commands/report.js';
import { exitCode } from '../exit.js';
import { loadOrExplain } from '../load.js';
import { loadSide } from '../sides.js';
import { standingIn } from '../standing.js';
import { print } from '../terminal.js';

export async function report(file: string, options: ReportOptions): Promise<number> {
  const { set, outputs } = options;
  const compiled = loadOrExplain(file, { set });
  if (compiled === null) return exitCode.wrong;
  const { plan } = compiled;
  const comparison = options.diff === undefined ? null : compared(options.diff, file, options);
  if (comparison === undefined) return exitCode.wrong;
  const page = await reportPage(plan, outputs, { comparison });
  const out = options.out ?? join(outputs, 'experiments', plan.experiment, 'report.html');
  mkdirSync(dirname(out), { recursive: true });
  writeFileAtomic(out, page);
  print(`${out}: ${(Buffer.byteLength(page) / 1e6).toFixed(1)} MB\n`);
  return exitCode.fine;
}

/** The experiment compared with another one; undefined after that one's errors are told. */
function compared(other: string, file: string, { set, outputs }: ReportOptions) {
  const a = loadSide(other, []);
  const b = loadSide(file, set ?? []);
  if (a === null || b === null) return undefined;
  return differenceTables(compareSides(a, b, { standingOf: standingIn(outputs), folder: process.cwd() }));
}
