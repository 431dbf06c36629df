import type { Plan, Stage } from '../../schema/plan.js';
import { difference, isMap } from '../plan/delta.js';
import type { Standing } from '../plan/standing.js';

/** What the store knows of a stage that is done: the part that its key stands for. */
export type PastStage = Pick<Stage, 'key' | 'kind' | 'config' | 'inputs' | 'semantics'>;

/** Why a stage is or is not to be done, for a terminal. */
export function explainStage(
  plan: Plan,
  stage: Stage,
  standing: Standing,
  past: readonly PastStage[],
): string {
  const runs = plan.runs.filter((run) => Object.values(run.stages).includes(stage.key));
  const others = runs.length > 1 ? ` and ${runs.length - 1} more` : '';
  const head = `${stage.id} (${stage.kind}), for the run ${runs[0]?.name ?? '?'}${others}\n`;
  if (standing.status === 'done') return `${head}done: its result is in the store\n`;
  if (standing.status === 'failed')
    return `${head}failed before, and will be tried again: ${standing.message ?? 'no message'}\n`;
  if (standing.status === 'running') return `${head}running now\n`;
  if (standing.status === 'interrupted')
    return `${head}begun and interrupted: it goes on from its last checkpoint\n`;
  return `${head}to do: ${whyNew(stage, past, new Map(plan.stages.map((one) => [one.key, one])))}`;
}

function whyNew(stage: Stage, past: readonly PastStage[], planned: ReadonlyMap<string, Stage>): string {
  const nearest = nearestOf(stage, past);
  if (nearest === null) return `no ${stage.kind} stage was done before\n`;
  const lines = differences(nearest, stage, past, planned, '');
  return `it differs from ${nearest.kind}-${nearest.key.slice(0, 12)}, which is done, in\n${lines.join('')}`;
}

/** The done stage of the same kind that differs in the fewest values. */
function nearestOf(stage: Stage, past: readonly PastStage[]): PastStage | null {
  let best: PastStage | null = null;
  let least = Infinity;
  for (const one of past) {
    if (one.kind !== stage.kind || one.key === stage.key) continue;
    const count = difference(identity(one), identity(stage)).length;
    if (count < least) [best, least] = [one, count];
  }
  return best;
}

function identity({ config, inputs, semantics }: PastStage): unknown {
  return { config, inputs, semantics };
}

/** One line for each value: old and new. An input that differs is followed to what differs in it. */
function differences(
  before: PastStage,
  after: PastStage,
  past: readonly PastStage[],
  planned: ReadonlyMap<string, Stage>,
  indent: string,
): string[] {
  return difference(identity(before), identity(after)).flatMap(({ steps, value }) => {
    const old = valueAt(identity(before), steps);
    const [section, name] = steps;
    if (section === 'semantics')
      return [`${indent}  the meaning of ${after.kind} stages (version ${text(old)} -> ${text(value)})\n`];
    if (section !== 'inputs')
      return [`${indent}  ${steps.slice(1).join('.')}: ${text(old)} -> ${text(value)}\n`];
    const oldInput = past.find(({ key }) => key === old);
    const newInput = planned.get(String(value));
    const kind = newInput?.kind ?? oldInput?.kind ?? 'stage';
    const line = `${indent}  its ${name} (${kind}-${text(old).slice(1, 13)} -> ${kind}-${text(value).slice(1, 13)})\n`;
    if (oldInput === undefined || newInput === undefined) return [line];
    return [line, ...differences(oldInput, newInput, past, planned, `${indent}  `)];
  });
}

function valueAt(value: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((inner, step) => (isMap(inner) ? inner[step] : undefined), value);
}

function text(value: unknown): string {
  return value === undefined ? 'none' : JSON.stringify(value);
}
