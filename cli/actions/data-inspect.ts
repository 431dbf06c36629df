import { writeFileSync } from 'node:fs';
import { inspectData } from '../../runtime/data/inspect/inspect.js';
import { dataSheet } from '../../report/data/sheet.js';
import { reportText } from '../../report/data/report-text.js';
import type { DataInspectOptions } from '../commands/data.js';
import { dataNamed, firstReadable, notMade } from '../data-named.js';
import { exitCode } from '../exit.js';
import { explained } from '../explained.js';
import { printJson } from '../print-json.js';
import { print } from '../terminal.js';

export async function dataInspect(
  what: string,
  part: string | undefined,
  options: DataInspectOptions,
): Promise<number> {
  const { sheet, count, seed, limit, json } = options;
  const found = dataNamed(what, part, options);
  if (found === null) return exitCode.wrong;
  if (part !== undefined && found[0]?.kind === 'unmade') throw notMade(found[0]);
  const subject = firstReadable(found);
  return explained(async () => {
    const drawn = sheet === undefined ? 0 : count;
    const inspected = await inspectData(subject, { sheet: drawn, seed, ...(limit && { limit }) });
    if (json === true) printJson({ data: subject.title, ...inspected.report });
    else print(reportText(subject.title, inspected.report));
    if (sheet !== undefined) {
      writeFileSync(sheet, await dataSheet(inspected.sheet));
      if (json !== true) print(`${sheet}: ${inspected.sheet.length} pictures\n`);
    }
    return exitCode.fine;
  });
}
