import { verifyData, type DataCheck } from '../../runtime/data/inspect/verify.js';
import { plural } from '../../runtime/execute/view/text.js';
import type { DataVerifyOptions } from '../commands/data.js';
import { dataNamed, notMade } from '../data-named.js';
import { exitCode } from '../exit.js';
import { print } from '../terminal.js';

export async function dataVerify(
  what: string,
  part: string | undefined,
  options: DataVerifyOptions,
): Promise<number> {
  const found = dataNamed(what, part, options);
  if (found === null) return exitCode.wrong;
  const checks: DataCheck[] = [];
  for (const subject of found) {
    if (subject.kind === 'unmade') {
      if (part !== undefined) throw notMade(subject);
      if (options.json !== true) print(`${subject.title}: not made yet\n`);
      continue;
    }
    const check = await verifyData(subject);
    checks.push(check);
    if (options.json !== true) print(checkText(check));
  }
  if (options.json === true) print(`${JSON.stringify(checks, null, 2)}\n`);
  return checks.every(({ wrong }) => wrong === 0) ? exitCode.fine : exitCode.failed;
}

const shown = 50;

function checkText({ title, pairs, problems, wrong }: DataCheck): string {
  const lines = problems.slice(0, shown).map(({ place, problem }) => `  ${place}: ${problem}`);
  const more = wrong > lines.length ? [`  and ${wrong - lines.length} more`] : [];
  const verdict = wrong === 0 ? 'all right' : plural(wrong, 'problem');
  return `${[`${title}: ${plural(pairs, 'pair')}, ${verdict}`, ...lines, ...more].join('\n')}\n`;
}
