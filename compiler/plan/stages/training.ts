import type { Augment, Experiment, Objective, Pretrain } from '../../../schema/generated/resolved.js';
import type { TrainingConfig, TrainingLocals } from '../../../schema/plan.js';
import { part, type Part } from './definition.js';

/** What the training sections, `pretrain` and `clean`, have in common. */
type Training = Omit<Pretrain, 'dataset'>;
type Parts = { readonly [Name in keyof TrainingConfig]: Part<TrainingConfig[Name]> };

/** The parts of a training stage that come from the section called `name`. */
export function trainingParts(
  name: 'pretrain' | 'clean',
  section: (document: Experiment) => Training,
): Parts {
  const value = <Key extends 'optimizer' | 'schedule' | 'epochs' | 'batch_size' | 'log_every'>(
    key: Key,
  ): Part<Training[Key]> => part([`${name}.${key}`], (document) => section(document)[key]);
  return {
    model: part(['model'], (document) => document.model),
    objective: part([`${name}.objective`], (document) => withoutZeros(section(document).objective)),
    optimizer: value('optimizer'),
    schedule: value('schedule'),
    augment: part([`${name}.objective.ssl`, `${name}.augment`], (document) => usedAugment(section(document))),
    epochs: value('epochs'),
    batch_size: value('batch_size'),
    log_every: value('log_every'),
    seed: part([`${name}.seed`, 'seed'], (document) => section(document).seed ?? document.seed),
  };
}

/** A loss of weight 0 is the same as no such loss. */
function withoutZeros(objective: Objective): Objective {
  return Object.fromEntries(Object.entries(objective).filter(([, weight]) => weight !== 0));
}

/** The augmentation, where some loss looks at augmented copies. */
function usedAugment(section: Training): Augment | null {
  return (section.objective.ssl ?? 0) > 0 ? section.augment : null;
}

/**
 * Which checkpoints a training stage writes and how it evaluates: none of it changes a result. The epochs that a
 * pre-training keeps are those that some cleaning starts from; they are known once all runs are.
 */
export const trainingLocals: Part<TrainingLocals> = part(
  ['execution.checkpoint_minutes', 'execution.keep_checkpoints', 'evaluate.batch_size'],
  (document) => ({
    checkpoint_minutes: document.execution.checkpoint_minutes,
    keep_last: document.execution.keep_checkpoints,
    keep_epochs: [],
    evaluation_batch: document.evaluate.batch_size,
  }),
);
