import type { Plan, Stage } from '../../schema/plan.js';

type Training = Extract<Stage, { kind: 'clean' | 'pretrain' }>;

/** What the trainings of a plan start from that is not the last epoch of a pre-training, a line each. */
export function startLines(plan: Plan): string[] {
  const byKey = new Map(plan.stages.map((stage) => [stage.key, stage]));
  const lines = plan.stages.flatMap((stage) => {
    if (stage.kind !== 'clean' && stage.kind !== 'pretrain') return [];
    const key = stage.kind === 'clean' ? stage.inputs.model : stage.inputs.start;
    const start = key === undefined ? undefined : byKey.get(key);
    const { from } = stage.config;
    if (start === undefined || isLast(start, from)) return [];
    return [`${nouns[stage.kind]} starts from ${describe(start, from)}`];
  });
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].map(([line, count]) => (count === 1 ? line : `${line} (${count} times)`));
}

/** The last epoch of a pre-training is what nobody needs to be told of. */
function isLast(start: Stage, from: number | string | undefined): boolean {
  return start.kind === 'pretrain' && start.config.epochs === from;
}

const nouns: Readonly<Record<Training['kind'], string>> = { clean: 'cleaning', pretrain: 'pre-training' };

function describe(start: Stage, from: number | string | undefined): string {
  if (start.kind === 'weights') return `a file of weights (${start.id}: ${start.locals.paths.path ?? ''})`;
  const epoch = typeof from === 'string' ? `the epoch of \`${from}\`` : `epoch ${from ?? 0}`;
  return `${epoch} of ${start.id}`;
}
