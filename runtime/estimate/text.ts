import { duration, plural } from '../execute/view/text.js';
import type { Basis } from './basis.js';
import type { Estimate, StageEstimate } from './estimate.js';

/** Stages of a kind whose estimates rest on the same. */
interface Group {
  readonly kind: string;
  readonly rests: string;
  readonly stages: StageEstimate[];
}

/** A row for each group of stages, under a head; for columns. */
export function estimateRows({ stages }: Estimate): string[][] {
  const groups = new Map<string, Group>();
  for (const stage of stages) {
    const rests = stage.basis === null ? `nothing: ${stage.why}` : basisText(stage.basis);
    const key = `${stage.kind} ${rests}`;
    const group = groups.get(key) ?? { kind: stage.kind, rests, stages: [] };
    group.stages.push(stage);
    groups.set(key, group);
  }
  return [
    ['', 'number', 'each', 'together', 'rests on'],
    ...[...groups.values()].map(({ kind, rests, stages: some }) => [
      kind,
      String(some.length),
      ...timesText(some),
      rests,
    ]),
  ];
}

function timesText(stages: readonly StageEstimate[]): [string, string] {
  const known = stages.flatMap(({ seconds }) => (seconds === null ? [] : [seconds]));
  if (known.length === 0) return ['?', '?'];
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const sum = known.reduce((total, each) => total + each, 0);
  if (sum === 0) return ['', ''];
  const [low, high] = [duration(least), duration(most)];
  return [low === high ? low : `${low} to ${high}`, duration(sum)];
}

function basisText(basis: Basis): string {
  switch (basis.kind) {
    case 'progress':
      return 'its own speed so far';
    case 'like-stages':
      return `${plural(basis.stages, 'finished stage')} like it${basis.exactly ? '' : ', with other threads'}`;
    case 'bench':
      return `\`expc bench\` of ${basis.at.slice(0, 10)}${basis.exactly ? '' : ', at another batch or other settings'}`;
    case 'inside':
      return 'made while the model trains';
  }
}

/** The whole in a line or two. */
export function totalLines({
  seconds,
  makespan_seconds: span,
  jobs,
  threads,
  device,
  unknown,
  stages,
}: Estimate): string[] {
  if (stages.length === 0) return ['nothing is left to do'];
  const how =
    jobs === 1
      ? `one stage at a time, ${plural(threads, 'thread')}`
      : `${jobs} stages at a time, ${plural(threads, 'thread')} each`;
  const where = device === 'cpu' ? '' : ', on GPUs';
  if (unknown > 0 && seconds === 0) return [`no estimate: nothing is known of these stages (${how}${where})`];
  const others = unknown === 0 ? '' : `, and ${plural(unknown, 'stage')} that nothing is known of`;
  const work = jobs === 1 ? '' : `; ${duration(seconds)} of work`;
  return [`about ${duration(span)}${others} (${how}${where}${work})`];
}
