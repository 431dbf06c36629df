import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finish } from '../../compiler/check/load.js';
import { codes } from '../../compiler/diagnostics/codes.js';
import { suggest } from '../../compiler/diagnostics/suggest.js';
import { parsePath } from '../../compiler/document/path.js';
import { explainStage } from '../../compiler/emit/explain-stage.js';
import { explainValue } from '../../compiler/emit/explain-value.js';
import { noticeCodes } from '../../report/notice.js';
import type { ExplainOptions } from '../commands/explain.js';
import { exitCode, UsageError } from '../exit.js';
import { loadOrExplain } from '../load.js';
import { ownPackage } from '../package.js';
import { pastStages } from '../past.js';
import { runNamed } from '../runs.js';
import { standingIn } from '../standing.js';
import { print } from '../terminal.js';

export function explain(subject: string, detail: string | undefined, options: ExplainOptions): number {
  if (/^EXPC\d+$/i.test(subject)) return explainCode(subject.toUpperCase());
  if (detail === undefined)
    throw new UsageError(
      `say what to explain in \`${subject}\``,
      'the path of a value (`clean.optimizer.lr`) or the id of a stage',
    );
  return explainIn(subject, detail, options);
}

function explainCode(code: string): number {
  const ofResults = Object.values<string>(noticeCodes);
  if (!Object.hasOwn(codes, code) && !ofResults.includes(code)) {
    const near = suggest(code, [...Object.keys(codes), ...ofResults]);
    throw new UsageError(
      `there is no code ${code}`,
      near === undefined ? undefined : `did you mean ${near}?`,
    );
  }
  const page = join(ownPackage().root, 'docs', 'errors', `${code}.md`);
  const about: { title: string } | undefined = codes[code as keyof typeof codes];
  print(existsSync(page) ? readFileSync(page, 'utf8') : `${code}: ${about?.title ?? 'about results'}\n`);
  return exitCode.fine;
}

function explainIn(file: string, detail: string, { run, set, outputs }: ExplainOptions): number {
  const compiled = loadOrExplain(file, { set });
  if (compiled === null) return exitCode.wrong;
  const { plan } = compiled;
  const stage = plan.stages.find(({ id, key }) => id === detail || key === detail);
  if (stage !== undefined) {
    print(explainStage(plan, stage, standingIn(outputs)(stage), pastStages(outputs)));
    return exitCode.fine;
  }
  const { node } =
    run === undefined ? finish(compiled.document!) : compiled.resolve(runNamed(plan, run).name)!;
  const text = explainValue(node, parsePath(detail));
  if (text === null)
    throw new UsageError(
      `\`${file}\` has no value and no stage \`${detail}\``,
      '`expc show` prints all values, `expc plan --json` all stages',
    );
  print(text);
  return exitCode.fine;
}
