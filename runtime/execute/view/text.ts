import type { Progress } from '../context.js';
import type { ResultStatus, RunSummary } from '../summary.js';

/** `0.7 s`, `47 s`, `3 min 12 s`, `2 h 5 min`, `3 d 4 h`. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** One line on how a stage is getting on; empty parts are left out. */
export function progressText(progress: Progress): string {
  const { note, epoch, epochs, step, steps, loss, rate, waiting, seconds_left: left } = progress;
  const of = (what: string, value?: number, total?: number) =>
    value === undefined ? '' : `${what} ${value}${total === undefined ? '' : `/${total}`}`;
  return [
    note ?? '',
    of('epoch', epoch, epochs),
    of('step', step, steps),
    loss === undefined ? '' : `loss ${loss.toFixed(3)}`,
    metricsText(progress),
    rate === undefined ? '' : `${Math.round(rate)} pictures/s`,
    waiting === undefined || waiting < 0.05 ? '' : `waits for data ${Math.round(100 * waiting)} %`,
    left === undefined ? '' : `${duration(left)} left`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** Of many metrics, those that a line has room for: accuracy and the attack success rate, and what has no part of its own. */
function isHeadline(name: string): boolean {
  return !name.includes('.') || /^(accuracy|asr)\.top\d+$/.test(name) || name === 'validation.loss';
}

/** The newest measurement: shares as percentages. */
export function metricsText({ metrics = {} }: Progress): string {
  return Object.entries(metrics)
    .filter(([name]) => isHeadline(name))
    .map(
      ([name, value]) =>
        `${name} ${value >= 0 && value <= 1 ? `${(100 * value).toFixed(1)} %` : value.toFixed(3)}`,
    )
    .join(', ');
}

const countWords: Readonly<Record<ResultStatus, string>> = {
  done: 'done',
  'done-elsewhere': 'done by another process',
  cached: 'done before',
  unneeded: 'not needed',
  failed: 'failed',
  blocked: 'blocked by failures',
  interrupted: 'interrupted',
  waiting: 'not begun',
  submitted: 'in the queue',
};

/** `12 stages: 3 done, 8 done before, 1 failed in 2 min 3 s`. */
export function summaryText({ counts, stages, seconds }: RunSummary): string {
  const parts = (Object.keys(countWords) as ResultStatus[])
    .filter((status) => counts[status] > 0)
    .map((status) => `${counts[status]} ${countWords[status]}`);
  return `${plural(stages.length, 'stage')}: ${parts.join(', ')} in ${duration(seconds)}`;
}

/** What failed, the same error once, and how to go on. */
export function closingLines(summary: RunSummary): string[] {
  const lines = summary.failures.flatMap(({ message, hint, stages }) => {
    const [first] = stages;
    const struck =
      stages.length === 1 ? first!.label : `${first!.label} and ${plural(stages.length - 1, 'other stage')}`;
    return [
      `failed: ${struck}: ${message}`,
      ...(hint === null ? [] : [`  hint: ${hint}`]),
      `  log: ${first!.log}`,
    ];
  });
  if (summary.counts.submitted > 0)
    lines.push('`expc status` tells how the jobs stand; the same command waits for them');
  else if (summary.interrupted) lines.push('interrupted; the same command goes on from the last checkpoints');
  else if (summary.failures.length > 0) lines.push('the same command tries the failed stages again');
  return lines;
}

/** `quickstart: all 12 stages are done, nothing to do`. */
export function allDone(experiment: string, count: number): string {
  const stages = count === 1 ? 'the only stage is' : `all ${count} stages are`;
  return `${experiment}: ${stages} done, nothing to do`;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `734 B`, `12.3 MB`; powers of 1000, as disks are sold and `du --si` counts. */
export function sizeText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${unit === 0 || size >= 99.95 ? Math.round(size) : size.toFixed(1)} ${units[unit]}`;
}
