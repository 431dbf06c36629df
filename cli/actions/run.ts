import { StageFailure } from '../../runtime/execute/context.js';
import { execute, type ExecuteOptions } from '../../runtime/execute/run.js';
import { exitCodeOf } from '../../runtime/execute/summary.js';
import { makeFigures } from '../../report/make-figures.js';
import type { Notice } from '../../report/notice.js';
import { planText } from '../../compiler/emit/plan-text.js';
import { selectStages } from '../../compiler/plan/select.js';
import type { Plan } from '../../schema/plan.js';
import type { RunOptions } from '../commands/run.js';
import { exitCode, UsageError } from '../exit.js';
import { loadOrExplain } from '../load.js';
import { standingIn } from '../standing.js';
import { print, printError } from '../terminal.js';

export async function run(file: string, options: RunOptions): Promise<number> {
  const { set, outputs, dryRun } = options;
  const missingFiles = dryRun === true ? 'warning' : 'error';
  const compiled = loadOrExplain(file, { set, missingFiles });
  if (compiled === null) return exitCode.wrong;
  const standingOf = standingIn(outputs);
  if (dryRun === true) {
    print(planText([compiled], { standingOf }));
    return exitCode.fine;
  }
  const only = options.only === undefined ? undefined : chosen(compiled.plan, options.only, outputs);
  try {
    const summary = await execute(compiled.plan, executeOptions(options, only));
    await drawFigures(compiled.plan, outputs);
    return exitCodeOf(summary);
  } catch (error) {
    if (!(error instanceof StageFailure)) throw error;
    printError(`error: ${error.message}\n${error.hint === undefined ? '' : `hint: ${error.hint}\n`}`);
    return exitCode.failed;
  }
}

function executeOptions(
  { outputs, jobs, threads, failFast, retries, plain, set }: RunOptions,
  only: readonly string[] | undefined,
): ExecuteOptions {
  return {
    outputs,
    jobs,
    threads,
    failFast,
    retries,
    only,
    overrides: set,
    view: plain === true ? 'plain' : 'auto',
  };
}

function chosen(plan: Plan, only: readonly string[], outputs: string): readonly string[] {
  const { stages, unknown } = selectStages(plan, only, standingIn(outputs));
  if (unknown !== null)
    throw new UsageError(
      `\`--only ${unknown}\` names nothing in \`${plan.experiment}\``,
      '`expc help run` says what it takes',
    );
  return stages;
}

async function drawFigures(plan: Plan, outputs: string): Promise<void> {
  const { figures, notices } = await makeFigures(plan, outputs);
  for (const { text } of figures) if (text !== undefined) print(`\n${text}`);
  const said = [...notices, ...figures.flatMap((figure) => figure.notices)].map(noticeText);
  printError([...new Set(said)].join(''));
  const files = figures.flatMap((figure) => figure.files.slice(0, 1));
  if (files.length > 0) print(`\n${files.map((path) => `figure: ${path}\n`).join('')}`);
}

function noticeText({ severity, code, message, hint }: Notice): string {
  return `${severity}[${code}]: ${message}\n${hint === undefined ? '' : `hint: ${hint}\n`}`;
}
