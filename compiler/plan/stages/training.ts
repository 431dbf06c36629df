import type {
  Augment,
  Clustering,
  Experiment,
  Objective,
  Pretrain,
} from '../../../schema/generated/resolved.js';
import type { SiglipConfig, TrainingConfig, TrainingLocals } from '../../../schema/stages/training.js';
import { part, type Part } from './definition.js';
import { checkpointOf } from './start.js';

/** What the training sections, `pretrain` and `clean`, have in common. */
type Training = Omit<Pretrain, 'dataset' | 'from'>;
type Parts = { readonly [Name in keyof TrainingConfig]: Part<TrainingConfig[Name] | undefined> };

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
    siglip: part([`${name}.objective.siglip`, `${name}.siglip`], (document) => usedSiglip(section(document))),
    clustering: part([`${name}.objective.clustering`, `${name}.clustering`], (document) =>
      usedClustering(section(document)),
    ),
    micro_batch_size: part([`${name}.micro_batch_size`, `${name}.batch_size`], (document) => {
      const { micro_batch_size: size, batch_size: batch } = section(document);
      return size === batch ? undefined : size;
    }),
    precision: part([`${name}.precision`], (document) => {
      const { precision } = section(document);
      return precision === 'fp32' ? undefined : precision;
    }),
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

/** Options of a loss are no part of a training without it; nor is a bias to start from where none is learned. */
function usedSiglip({ objective, siglip }: Training): SiglipConfig | undefined {
  if ((objective.siglip ?? 0) === 0) return undefined;
  return siglip.form === 'study' ? { form: siglip.form } : siglip;
}

function usedClustering({ objective, clustering }: Training): Clustering | undefined {
  return (objective.clustering ?? 0) > 0 ? clustering : undefined;
}

/**
 * Which checkpoints a training stage writes, how it evaluates and on how many devices it trains: none of it changes a
 * result. The epochs that a pre-training keeps are those that some cleaning starts from; they are known once all runs
 * are.
 */
export function trainingLocals(name: 'pretrain' | 'clean'): Part<TrainingLocals> {
  const reads = ['checkpoint_minutes', 'data_threads', 'keep', 'data_parallel'].map(
    (key) => `execution.${key}`,
  );
  return part([...reads, 'evaluate.batch_size'], ({ execution, evaluate }) => {
    const { checkpoint_minutes, data_threads, keep, data_parallel } = execution;
    const devices = data_parallel[name];
    return {
      checkpoint_minutes,
      ...(data_threads === undefined ? {} : { data_threads }),
      ...(devices === 1 ? {} : { devices }),
      keep_last: keep.last,
      ...(keep.every === undefined ? {} : { keep_every: keep.every }),
      ...(keep.best === undefined ? {} : { keep_best: String(checkpointOf(keep.best, 0)) }),
      keep_epochs: [],
      evaluation_batch: evaluate.batch_size,
    };
  });
}
