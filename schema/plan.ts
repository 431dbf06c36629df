import type {
  Augment,
  Asr,
  Clean,
  CsvDataset,
  EmojiDataset,
  Evaluate,
  Execution,
  Figure,
  Model,
  Objective,
  Optimizer,
  Poison,
  Schedule,
  Trigger,
} from './generated/resolved.js';

/**
 * The plan: what the compiler hands to the runtime. Plain data, printable as JSON.
 *
 * A stage's key is the SHA-256 of {kind, config, inputs, semantics} in canonical JSON (RFC 8785), so equal
 * keys are the same work. `locals` never enters a key: paths, worker counts, which checkpoints to keep.
 */
export interface Plan {
  readonly version: 1;
  readonly experiment: string;
  readonly title: string | null;
  /** The YAML file the plan comes from, as it was named. */
  readonly file: string;
  readonly runs: readonly Run[];
  /** Every stage that some run needs, inputs before the stages that use them. */
  readonly stages: readonly Stage[];
  readonly figures: readonly Figure[];
  readonly execution: Execution;
}

/** A value that labels a run along an axis. */
export type AxisValue = string | number | boolean | null;

/** The part a stage plays in a run. */
export type Role =
  'train' | 'test' | 'poison' | 'pretrain' | 'evaluate' | 'cleaning-set' | 'cleaning-poison' | 'clean';

/** One concrete run: a path through the stages. */
export interface Run {
  /** Unique in the plan: ablation and axis labels. */
  readonly name: string;
  readonly ablation: string | null;
  /** Label of each axis, in the order of the file; the seed axis is called `seed`. */
  readonly axes: Readonly<Record<string, AxisValue>>;
  /** Key of the stage that plays each role. */
  readonly stages: Readonly<Partial<Record<Role, string>>>;
}

/** Work that is done once and shared by all runs that need it. */
export type Stage = DatasetStage | PoisonStage | SubsetStage | PretrainStage | EvaluateStage | CleanStage;
export type StageKind = Stage['kind'];

interface StageBase<Kind extends string, Config, Input extends string, Locals> {
  /** 64 hexadecimal digits. */
  readonly key: string;
  /** `<kind>-<first 12 digits of the key>`: the name of the stage's folder. */
  readonly id: string;
  readonly kind: Kind;
  readonly config: Config;
  /** Keys of the stages whose artifacts this one reads. */
  readonly inputs: Readonly<Record<Input, string>>;
  /** Raised when the meaning of the stage's code changes, so that old results are not taken for new ones. */
  readonly semantics: number;
  readonly locals: Locals;
}

/** A data set without the keys that name files and folders (`x-file`): moving a file changes no result. */
export type DatasetSource = EmojiDataset | Omit<CsvDataset, 'path' | 'root'>;

/** A data set, built: pictures packed, captions made, broken rows counted. */
export type DatasetStage = StageBase<
  'dataset',
  {
    readonly source: DatasetSource;
    /** The key of the data set that names a file (`path`) -> SHA-256 of the file's content. */
    readonly files: Readonly<Record<string, string>>;
  },
  never,
  {
    /** The key that names a file or folder (`path`, `root`) -> where it is: an absolute path. */
    readonly paths: Readonly<Record<string, string>>;
  }
>;

/** A data set with poisoned pairs in it. `dataset` is the stage whose pairs are poisoned. */
export type PoisonStage = StageBase<
  'poison',
  {
    readonly trigger: Trigger;
    readonly target: string;
    readonly count: number;
    readonly labels: Poison['labels'];
    readonly templates: readonly string[];
    readonly seed: number;
  },
  'dataset',
  Record<string, never>
>;

/** Clean pairs drawn from a (poisoned) data set: the cleaning set. */
export type SubsetStage = StageBase<
  'subset',
  { readonly size: number; readonly seed: number },
  'dataset',
  Record<string, never>
>;

/** What pre-training and cleaning share. `augment` is null when no loss needs augmented copies. */
export interface TrainingConfig {
  readonly model: Model;
  /** Losses of weight 0 are left out. */
  readonly objective: Objective;
  readonly optimizer: Optimizer;
  readonly schedule: Schedule;
  readonly augment: Augment | null;
  readonly epochs: number;
  readonly batch_size: number;
  readonly log_every: number;
  readonly seed: number;
}

/** What is measured; part of the key of every stage that measures. */
export interface EvaluationConfig {
  readonly templates: readonly string[];
  readonly top_k: readonly number[];
  /** Null when the experiment has no attack: then only accuracy is measured. */
  readonly asr: {
    readonly trigger: Trigger;
    readonly target: string;
    readonly copies: number;
    readonly redraw: Asr['redraw'];
    readonly seed: number;
  } | null;
}

export interface TrainingLocals {
  readonly checkpoint_minutes: number;
  /** Newest checkpoints kept. */
  readonly keep_last: number;
  /** Ends of epochs whose checkpoint other stages read. */
  readonly keep_epochs: readonly number[];
  readonly evaluation_batch: Evaluate['batch_size'];
}

/** Trains the model from scratch; its result is the checkpoints. Measured by the evaluate stage that reads it. */
export type PretrainStage = StageBase<'pretrain', TrainingConfig, 'data', TrainingLocals>;

/**
 * Measures every epoch of a pre-training. Runs inside the pre-training's process while that trains, or alone over
 * the checkpoints that were kept.
 */
export type EvaluateStage = StageBase<
  'evaluate',
  { readonly model: Model; readonly evaluation: EvaluationConfig },
  'model' | 'test',
  { readonly evaluation_batch: number }
>;

/** Finetunes a checkpoint of a pre-training on the cleaning set and measures it before and after every epoch. */
export type CleanStage = StageBase<
  'clean',
  TrainingConfig & {
    /** Epoch whose checkpoint is cleaned; `last` is resolved, so that it and its number are one work. */
    readonly from: number;
    readonly optimizer_state: Clean['optimizer_state'];
    readonly evaluation: EvaluationConfig;
  },
  'model' | 'data' | 'test',
  TrainingLocals
>;
