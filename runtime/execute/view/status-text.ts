import type { Progress } from '../context.js';
import { queueLines } from '../slurm/queue-report.js';
import type { StageReport, Status } from '../status.js';
import { duration, plural, progressText } from './text.js';

export interface StatusTextOptions {
  /** Milliseconds; what times are told against. */
  readonly now?: number;
  /** Stages told of each standing; the others are counted. */
  readonly limit?: number;
}

/** The standing of an experiment as people read it: counts, then what runs, failed, was stopped and waits. */
export function statusText(
  status: Status,
  { now = Date.now(), limit = Infinity }: StatusTextOptions = {},
): string {
  const lines = [`${status.experiment}: ${countsText(status)}`, ...sessionLines(status, now)];
  const section = (standing: StageReport['status'], tell: (stage: StageReport) => string[]) => {
    const found = status.stages.filter((stage) => stage.status === standing);
    if (found.length === 0) return;
    lines.push('', `${standing}:`);
    for (const stage of found.slice(0, limit)) lines.push(...tell(stage).map((line) => `  ${line}`));
    if (found.length > limit) lines.push(`  … and ${found.length - limit} more (--all)`);
  };
  section('running', (stage) => runningLines(stage, now));
  section('failed', (stage) => failedLines(stage, now));
  section('interrupted', (stage) => [
    `${stage.label} (${stage.id})${stoppedText(stage, now)}${waitText(stage)}`,
  ]);
  if (status.queue !== undefined) lines.push(...queueLines(status.queue, limit));
  lines.push(...waitingLines(status, limit));
  if (limit === Infinity) section('done', (stage) => [`${stage.label} (${stage.id}): ${doneText(stage)}`]);
  return `${lines.join('\n')}\n`;
}

const order = ['done', 'running', 'failed', 'interrupted', 'waiting', 'blocked', 'unneeded'] as const;
const words = { blocked: 'blocked by failures', unneeded: 'not needed' } as const;

function countsText({ counts, stages }: Status): string {
  const parts = order
    .filter((standing) => counts[standing] > 0)
    .map(
      (standing) =>
        `${counts[standing]} ${standing in words ? words[standing as keyof typeof words] : standing}`,
    );
  return `${plural(stages.length, 'stage')}: ${parts.join(', ')}`;
}

function sessionLines({ sessions, counts, queue }: Status, now: number): string[] {
  if (sessions.length > 0)
    return sessions.map(
      ({ host, pid, since }) => `  run by process ${pid} on ${host}, for ${ago(since, now)}`,
    );
  return (queue?.jobs.length ?? 0) > 0 || counts.running > 0 || counts.waiting + counts.interrupted === 0
    ? []
    : ['  no run goes on; `expc run` takes it up'];
}

function runningLines(stage: StageReport, now: number): string[] {
  const { label, id, host, pid, device, time, progress, silent, attempts } = stage;
  const attempt = attempts > 1 ? `, attempt ${attempts}` : '';
  const where = `on ${host}${device === null ? '' : ` (${device})`}, process ${pid}, for ${ago(time, now)}${attempt}`;
  const lines = [`${label} (${id}) ${where}`];
  if (progress !== null) lines.push(`  ${progressText(progress)}`);
  if (silent !== null && silent > silentSeconds) lines.push(`  not heard of for ${duration(silent)}`);
  return lines;
}

/** A few heartbeats. */
const silentSeconds = 45;

function failedLines({ label, id, time, message, hint, log, attempts }: StageReport, now: number): string[] {
  const attempt = attempts > 1 ? `, attempt ${attempts}` : '';
  return [
    `${label} (${id}) ${ago(time, now)} ago${attempt}: ${message}`,
    ...(hint === null ? [] : [`  hint: ${hint}`]),
    `  log: ${log}`,
  ];
}

function stoppedText({ time, progress }: StageReport, now: number): string {
  const at = progress === null ? '' : ` at ${placeText(progress)}`;
  return time === null ? `: its process is gone${at}` : `: stopped ${ago(time, now)} ago${at}`;
}

/** Where a stage that no longer runs had come to: its speed is of no interest. */
function placeText({ epoch, epochs, step, steps, note }: Progress): string {
  return progressText({
    fraction: 0,
    ...(note === undefined ? {} : { note }),
    ...(epoch === undefined ? {} : { epoch }),
    ...(epochs === undefined ? {} : { epochs }),
    ...(step === undefined ? {} : { step }),
    ...(steps === undefined ? {} : { steps }),
  });
}

function waitText({ waitsFor }: StageReport): string {
  return waitsFor.length === 0 ? '' : `; waits for ${waitsFor.join(', ')}`;
}

/** Stages that wait for the same are told together: a grid of thousands waits for a handful. */
function waitingLines({ stages }: Status, limit: number): string[] {
  const lines: string[] = [];
  for (const standing of ['waiting', 'blocked'] as const) {
    const groups = new Map<string, StageReport[]>();
    for (const stage of stages) {
      if (stage.status !== standing) continue;
      const what = stage.waitsFor.length === 0 ? 'a free slot or a run' : stage.waitsFor.join(', ');
      const reason = standing === 'blocked' ? `failed: ${what}` : `for ${what}`;
      groups.set(reason, [...(groups.get(reason) ?? []), stage]);
    }
    if (groups.size === 0) continue;
    lines.push('', `${standing}:`);
    for (const [reason, [first, ...others]] of [...groups].slice(0, limit)) {
      const more = others.length === 0 ? '' : ` and ${plural(others.length, 'other stage')}`;
      lines.push(`  ${first!.label} (${first!.id})${more}, ${reason}`);
    }
    if (groups.size > limit) lines.push(`  … and ${groups.size - limit} more groups (--all)`);
  }
  return lines;
}

function doneText({ seconds, host, time }: StageReport): string {
  return `${duration(seconds ?? 0)} on ${host}, ${time}`;
}

function ago(time: string | null, now: number): string {
  return time === null ? 'some time' : duration(Math.max(0, (now - Date.parse(time)) / 1000));
}
