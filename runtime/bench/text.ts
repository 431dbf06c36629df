import { duration, sizeText } from '../execute/view/text.js';
import type { Machine } from './machine.js';
import type { CaseReport } from './report.js';

/** The machine in a line. */
export function machineText({ cpu, cores, memory_bytes, gpus, versions }: Machine): string {
  const devices = gpus.map(({ name, memory_bytes: memory }) => `${name} (${sizeText(memory)})`);
  return [
    `${cpu}, ${cores} ${cores === 1 ? 'core' : 'cores'}, ${sizeText(memory_bytes)} of memory`,
    ...devices,
    `tfjs ${versions.tfjs}, Node ${versions.node}`,
  ].join('; ');
}

/** A row for each case, under a head; for columns. What is worked out rather than measured has a tilde. */
export function caseRows(reports: readonly CaseReport[]): string[][] {
  return [
    ['', 'batch', 'step', 'pictures/s', 'memory', 'limit', 'largest batch'],
    ...reports.map((report) => {
      const { name, step, memory, limit } = report;
      const about = step === null || step.measured ? '' : '~';
      return [
        name,
        batchText(report),
        step === null ? '-' : `${about}${secondsText(step.seconds)}`,
        step === null ? '-' : `${about}${wholeText(step.pictures_per_second)}`,
        memory?.bytes ? `${about}${sizeText(memory.bytes)}` : '-',
        limit ?? '-',
        largestText(report),
      ];
    }),
  ];
}

function batchText({ batch_size: batch, micro_batch_size: micro }: CaseReport): string {
  return micro === undefined ? String(batch) : `${batch} by ${micro}`;
}

function largestText({ memory, micro_batch_size: micro }: CaseReport): string {
  if (memory === null || memory.largest === null) return '-';
  const fits = roundDown(memory.largest);
  return micro === undefined ? `~${fits}` : `micro ~${fits}`;
}

/** Two digits, downwards: it is worked out from two measurements. */
function roundDown(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.floor(value / unit) * unit;
}

/** Where a setting helps by less than this it is within what a measurement varies. */
const helps = 1.05;

/** Load from which on the machine is busy with other things, as a share of its cores. */
const busy = 0.5;

/** A warning where other programs use the machine: the times are theirs too. Null where they do not. */
export function busyText({ cores }: Machine, load: number): string | null {
  return load < busy * cores
    ? null
    : `the machine is busy (load ${load.toFixed(1)} on ${cores} cores): it is faster than what is measured now`;
}

/** What to say of the cases beside the table: failures, limits, settings that help. */
export function remarks(reports: readonly CaseReport[]): string[] {
  return [
    ...reports.flatMap(({ name, failure }) =>
      failure === null
        ? []
        : [`${name}: ${failure.message}${failure.hint === null ? '' : ` (${failure.hint})`}`],
    ),
    ...reports.flatMap(limitRemarks),
    ...settingRemarks(reports),
  ];
}

function limitRemarks({
  name,
  limit,
  wait_share: wait,
  memory,
  micro_batch_size: micro,
}: CaseReport): string[] {
  if (limit === 'data')
    return [
      `${name}: waits for data ${percent(wait!)} of the time: more cores, or pictures stored at the model's size`,
    ];
  if (limit === 'memory')
    return [
      `${name}: does not fit ${sizeText(memory!.available_bytes)}; ${micro === undefined ? 'set' : 'lower'} micro_batch_size to ${roundDown(memory!.largest!)} or less`,
    ];
  return [];
}

function settingRemarks(reports: readonly CaseReport[]): string[] {
  const tried = reports.flatMap(({ name, settings }) => settings.map((one) => ({ name, ...one })));
  const line = ({ name, setting, ratio, pictures_per_second: rate }: (typeof tried)[number]) =>
    `${name}: \`${setting}\` ${ratio >= helps ? 'helps' : ratio <= 1 / helps ? 'is slower' : 'makes no difference'}: ` +
    `${wholeText(rate)} pictures/s, ${ratio.toFixed(2)} times as many`;
  return tried.map(line);
}

/** `12.3 ms`, `1.45 s`. */
function secondsText(seconds: number): string {
  if (seconds >= 60) return duration(seconds);
  return seconds < 1 ? `${(seconds * 1000).toPrecision(3)} ms` : `${seconds.toPrecision(3)} s`;
}

function wholeText(value: number): string {
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
