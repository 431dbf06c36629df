import type { Plan, Stage } from '../../schema/plan.js';
import { count } from './columns.js';

type Training = Extract<Stage, { kind: 'clean' | 'pretrain' }>;

/** What a person should know of the trainings of a plan that the tables do not tell, a line each. */
export function trainingNotes(plan: Plan): string[] {
  const trainings = plan.stages.filter(
    (stage): stage is Training => stage.kind === 'clean' || stage.kind === 'pretrain',
  );
  return [...optimizerNotes(trainings), ...partNotes(trainings), ...deviceNotes(trainings)];
}

/** With which moments cleanings start. */
function optimizerNotes(trainings: readonly Training[]): string[] {
  const states = trainings.flatMap((stage) => (stage.kind === 'clean' ? [stage.config.optimizer_state] : []));
  const kept = states.filter((state) => state === 'kept').length;
  if (states.length === 0) return [];
  const text = { kept: 'the optimizer moments of the model cleaned', fresh: 'fresh optimizer moments' };
  if (kept === 0) return [`cleaning starts with ${text.fresh}`];
  if (kept === states.length) return [`cleaning starts with ${text.kept}`];
  return [
    `${count(kept, 'cleaning')} with ${text.kept}, ${count(states.length - kept, 'cleaning')} with ${text.fresh}`,
  ];
}

/** Where gradient caching is not exact. */
function partNotes(trainings: readonly Training[]): string[] {
  const notes = trainings.flatMap(({ kind, config }) => {
    const { micro_batch_size: size, batch_size: batch, model } = config;
    if (size === undefined) return [];
    const what = kind === 'clean' ? 'cleaning' : 'pre-training';
    const norm =
      model.image.kind === 'resnet'
        ? ': batch norm goes by each part, so the gradient is not that of the whole batch'
        : '';
    return [`${what} takes batches of ${batch} pairs in parts of ${size}${norm}`];
  });
  return [...new Set(notes)];
}

/** What is spread over several devices. */
function deviceNotes(trainings: readonly Training[]): string[] {
  const notes = trainings.flatMap(({ kind, locals: { devices = 1 } }) =>
    devices === 1
      ? []
      : [`each ${kind === 'clean' ? 'cleaning' : 'pre-training'} is spread over ${devices} devices`],
  );
  return [...new Set(notes)];
}
