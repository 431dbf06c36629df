import { toValue } from '../../compiler/document/access.js';
import { finish } from '../../compiler/check/load.js';
import { documentText } from '../../compiler/emit/document-text.js';
import type { ShowOptions } from '../commands/show.js';
import { exitCode } from '../exit.js';
import { loadOrExplain } from '../load.js';
import { runNamed } from '../runs.js';
import { print } from '../terminal.js';

export function show(file: string, { run, origins, json, set }: ShowOptions): number {
  const compiled = loadOrExplain(file, { set });
  if (compiled === null) return exitCode.wrong;
  const { node } =
    run === undefined ? finish(compiled.document!) : compiled.resolve(runNamed(compiled.plan, run).name)!;
  print(
    json === true
      ? `${JSON.stringify(toValue(node), null, 2)}\n`
      : documentText(node, { origins: origins === true }),
  );
  return exitCode.fine;
}
