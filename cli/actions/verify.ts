import { drawFinished, reproduceDrawn, type Reproduction } from '../../runtime/execute/reproduce.js';
import { plural, sizeText } from '../../runtime/execute/view/text.js';
import { verifyStore, type StoreCheck } from '../../runtime/store/verify.js';
import { stagesNamed } from '../../runtime/store/stage-logs.js';
import type { VerifyOptions } from '../commands/verify.js';
import { exitCode, UsageError } from '../exit.js';
import { plansOf } from '../plans.js';
import { print } from '../terminal.js';

export async function verify(names: readonly string[], options: VerifyOptions): Promise<number> {
  const { outputs, json, reproduce } = options;
  const ids = names.length === 0 ? undefined : [...new Set(names.flatMap((name) => named(outputs, name)))];
  if (reproduce !== undefined) return again(reproduce, ids, options);
  const found = verifyStore(outputs, { ...(ids && { ids }), remove: options.delete ?? false });
  print(json === true ? `${JSON.stringify(found, null, 2)}\n` : checkText(found, options.delete ?? false));
  return found.damaged.length > 0 ? exitCode.failed : exitCode.fine;
}

function named(outputs: string, name: string): string[] {
  const ids = stagesNamed(outputs, name);
  if (ids.length === 0) throw new UsageError(`there is no stage \`${name}\` in \`${outputs}\``);
  return ids;
}

function checkText({ stages, damaged, affected }: StoreCheck, removed: boolean): string {
  const lines = stages.flatMap(({ id, status, problems }) =>
    problems.map((problem) => `${status === 'unfinished' ? 'unfinished' : 'damaged'}  ${id}: ${problem}`),
  );
  const whole = stages.filter(({ status }) => status === 'whole');
  const bytes = whole.reduce((sum, stage) => sum + stage.bytes, 0);
  const unfinished = stages.filter(({ status }) => status === 'unfinished').length;
  lines.push(
    `${plural(whole.length, 'stage')} whole (${sizeText(bytes)}), ${damaged.length} damaged, ${unfinished} unfinished`,
  );
  if (affected.length > 0) lines.push(`made from damaged ones: ${affected.join(', ')}`);
  if (damaged.length > 0)
    lines.push(
      removed
        ? 'the damaged ones were removed: the next run makes them again'
        : 'the next run would make the damaged ones again once `expc verify --delete` has removed them',
    );
  return `${lines.join('\n')}\n`;
}

async function again(
  count: number,
  ids: readonly string[] | undefined,
  options: VerifyOptions,
): Promise<number> {
  const { outputs, seed = 1, scratch, json } = options;
  const plans = plansOf([], options) ?? [];
  const drawn = drawFinished(plans, outputs, { count, seed, ...(ids && { ids }) });
  if (drawn.length === 0) throw new UsageError(`no stage in \`${outputs}\` is finished`);
  const found = await reproduceDrawn(drawn, {
    outputs,
    view: json === true ? 'silent' : 'auto',
    ...(scratch !== undefined && { scratch }),
  });
  print(json === true ? `${JSON.stringify(found, null, 2)}\n` : found.map(reproductionText).join(''));
  return found.every(({ same }) => same) ? exitCode.fine : exitCode.failed;
}

function reproductionText({ id, same, differing }: Reproduction): string {
  return same ? `same    ${id}\n` : `differs ${id}: ${differing.join(', ')}\n`;
}
