import type {
  Augment,
  Clean,
  Clustering,
  Evaluate,
  Model,
  Objective,
  Optimizer,
  Schedule,
  ShrinkAndPerturb,
  Siglip,
} from '../generated/resolved.js';
import type { FileLocals, StageBase } from './base.js';
import type { EvaluationConfig, MeasureInput } from './evaluation.js';

/**
 * Trains the model from scratch, or from `start`; its result is the checkpoints. Measured by the evaluate stage that
 * reads it. `measured` is the stage that measured `start`, where a rule chooses its epoch.
 */
export type PretrainStage = StageBase<
  'pretrain',
  TrainingConfig & {
    /** Epoch whose checkpoint of `start` is read, or the rule that chooses it. */
    readonly from?: number | string;
    /** The moments, the steps and the schedule of `start` go on: a training that is made longer. */
    readonly continues?: true;
  },
  'data',
  TrainingLocals,
  'labels' | 'start' | 'measured'
>;

/** Finetunes a checkpoint of a pre-training on the cleaning set and measures it before and after every epoch. */
export type CleanStage = StageBase<
  'clean',
  TrainingConfig & {
    /**
     * Epoch whose checkpoint is cleaned; `last` is resolved, so that it and its number are one work. Or the rule that
     * chooses it by what the stage `measured` says.
     */
    readonly from: number | string;
    readonly optimizer_state: Clean['optimizer_state'];
    readonly shrink_and_perturb?: ShrinkAndPerturb;
    readonly evaluation: EvaluationConfig;
  },
  'model' | 'data' | 'test',
  TrainingLocals,
  'labels' | 'measured' | MeasureInput
>;

/** What pre-training and cleaning share. `augment` is null when no loss needs augmented copies. */
export interface TrainingConfig {
  readonly model: Model;
  /** Losses of weight 0 are left out. */
  readonly objective: Objective;
  readonly optimizer: Optimizer;
  readonly schedule: Schedule;
  readonly augment: Augment | null;
  /** Where there is weight on the loss. */
  readonly siglip?: SiglipConfig;
  readonly clustering?: Clustering;
  /** Pairs that go through the network at once; absent where that is the whole batch. */
  readonly micro_batch_size?: number;
  /** Absent for float32. */
  readonly precision?: 'bf16';
  readonly epochs: number;
  readonly batch_size: number;
  readonly log_every: number;
  readonly seed: number;
}

/** The sigmoid loss's form; without a bias there is none to start from. */
export type SiglipConfig = Pick<Siglip, 'form'> & Partial<Pick<Siglip, 'initial_bias'>>;

export interface TrainingLocals extends FileLocals {
  readonly checkpoint_minutes: number;
  /** Threads that make batches, where it is not chosen by the machine. */
  readonly data_threads?: number;
  /** Devices that the micro-batches of a step are spread over; absent for one. */
  readonly devices?: number;
  /** Newest checkpoints kept. */
  readonly keep_last: number;
  /** And the ends of every so many epochs. */
  readonly keep_every?: number;
  /** And the one that a rule takes by the training's own measurements: see checkpoint-rule.ts. */
  readonly keep_best?: string;
  /** Ends of epochs whose checkpoint other stages read. */
  readonly keep_epochs: readonly number[];
  /** Rules by which other stages choose the epoch that they read: see checkpoint-rule.ts. */
  readonly keep_rules?: readonly KeepRule[];
  readonly evaluation_batch: Evaluate['batch_size'];
}

/** A rule, and the id of the stage whose measurements it chooses by. */
export interface KeepRule {
  readonly rule: string;
  readonly measured: string;
}
