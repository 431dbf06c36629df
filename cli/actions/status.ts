import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { withQueue } from '../../runtime/execute/slurm/queue-report.js';
import { readStatus, type Status } from '../../runtime/execute/status.js';
import { statusText } from '../../runtime/execute/view/status-text.js';
import type { StatusOptions } from '../commands/status.js';
import { exitCode } from '../exit.js';
import { plansOf } from '../plans.js';
import { interruption } from '../interruption.js';
import { print } from '../terminal.js';

const shownStages = 20;
const watchSeconds = 2;

export async function status(files: readonly string[], options: StatusOptions): Promise<number> {
  const plans = plansOf(files, options);
  if (plans === null) return exitCode.wrong;
  const look = () =>
    withQueue(
      plans.map((plan) => readStatus(plan, options.outputs)),
      options.outputs,
    );
  if (options.watch === undefined) {
    print(textOf(await look(), options));
    return exitCode.fine;
  }
  const seconds = options.watch === true ? watchSeconds : options.watch;
  const { signal, end } = interruption();
  for (let isOver = false; !isOver && !signal.aborted;) {
    const now = await look();
    print(`${startOfScreen()}${textOf(now, options)}`);
    isOver = now.every(({ counts, stages }) => counts.done + counts.unneeded === stages.length);
    if (!isOver) await sleep(seconds * 1000, undefined, { signal }).catch(() => {});
  }
  end();
  return exitCode.fine;
}

function textOf(all: readonly Status[], { json, all: everything }: StatusOptions): string {
  if (json === true) return `${JSON.stringify(all, null, 2)}\n`;
  const limit = everything === true ? Infinity : shownStages;
  return all.map((one) => statusText(one, { limit })).join('\n');
}

/** On a terminal the last picture is wiped away; in a file each follows the other. */
function startOfScreen(): string {
  return process.stdout.isTTY === true ? '\u001b[H\u001b[2J' : '';
}
