import { distinct, hasErrors } from '../../compiler/diagnostics/collect.js';
import type { Compiled } from '../../compiler/index.js';
import { count } from '../../compiler/emit/columns.js';
import type { CheckOptions } from '../commands/check.js';
import { exitCode } from '../exit.js';
import { experimentFiles } from '../experiments.js';
import { compileFile, show } from '../load.js';
import { print } from '../terminal.js';

export function check(paths: readonly string[], { format, set }: CheckOptions): number {
  const compiled = experimentFiles(paths).map((file) => compileFile(file, { set }));
  const wrong = compiled.some(({ diagnostics }) => hasErrors(diagnostics));
  show(distinct(compiled.map(({ diagnostics }) => diagnostics)), format);
  if (format === 'text') for (const one of compiled) if (!hasErrors(one.diagnostics)) print(fineText(one));
  return wrong ? exitCode.wrong : exitCode.fine;
}

function fineText({ file, plan }: Compiled): string {
  const runs = plan?.runs.length ?? 0;
  return `${file}: fine, ${count(runs, 'run')} in ${count(plan?.stages.length ?? 0, 'stage')}\n`;
}
