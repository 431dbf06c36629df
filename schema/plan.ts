import type {
  Augment,
  Asr,
  Clean,
  Clustering,
  ClipTeacher,
  CifarDataset,
  CocoDataset,
  CsvDataset,
  CsvTeacher,
  Detection,
  EmojiDataset,
  Evaluate,
  Execution,
  Figure,
  FolderDataset,
  JoinDataset,
  Model,
  Objective,
  Optimizer,
  Poison,
  Readouts,
  Retrieval,
  Schedule,
  ShrinkAndPerturb,
  Siglip,
  SiglipTeacher,
  Style,
  Trigger,
  UrlListDataset,
  Validation,
  WebDataset,
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
  /** How they look; the default where it is absent. */
  readonly style?: Style;
  readonly execution: Execution;
}

/** A value that labels a run along an axis. */
export type AxisValue = string | number | boolean | null;

/** The part a stage plays in a run. */
export type Role =
  | 'train'
  | 'test'
  | 'poison'
  | 'pretrain'
  | 'evaluate'
  | 'cleaning-set'
  | 'cleaning-poison'
  | 'clean'
  | 'labels'
  | 'cleaning-labels'
  | 'start'
  | 'start-metrics'
  | 'weights'
  | 'cleaning-data'
  | 'validation'
  | 'retrieval'
  | 'readout';

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
export type Stage =
  | WeightsStage
  | DatasetStage
  | PoisonStage
  | SubsetStage
  | LabelStage
  | PretrainStage
  | EvaluateStage
  | CleanStage;
export type StageKind = Stage['kind'];

interface StageBase<
  Kind extends string,
  Config,
  Input extends string,
  Locals,
  Optional extends string = never,
> {
  /** 64 hexadecimal digits. */
  readonly key: string;
  /** `<kind>-<first 12 digits of the key>`: the name of the stage's folder. */
  readonly id: string;
  readonly kind: Kind;
  readonly config: Config;
  /** Keys of the stages whose artifacts this one reads. */
  readonly inputs: Readonly<Record<Input, string> & Partial<Record<Optional, string>>>;
  /** Raised when the meaning of the stage's code changes, so that old results are not taken for new ones. */
  readonly semantics: number;
  readonly locals: Locals;
}

/** A data set without the keys that name files and folders (`x-file`): moving a file changes no result. */
export type DatasetSource =
  | EmojiDataset
  | Omit<CsvDataset, 'path' | 'root' | 'storage' | 'path_prefixes'>
  | Omit<FolderDataset, 'path' | 'classes_file' | 'labels_file' | 'storage'>
  | Omit<CifarDataset, 'path'>
  | Omit<CocoDataset, 'path' | 'root' | 'storage'>
  | Omit<UrlListDataset, 'path' | 'root' | 'storage' | 'download'>
  | Omit<WebDataset, 'path' | 'classes_file' | 'storage'>
  | JoinSource;

/** Several data sets as one, each with what its own stage would be. */
export interface JoinSource extends Omit<JoinDataset, 'of' | 'storage'> {
  readonly of: readonly ({ readonly name: string } & DatasetStage['config'])[];
}

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
    /** How pictures are kept, where that is not chosen by their size. */
    readonly storage?: Exclude<CsvDataset['storage'], 'auto'>;
    /** How the network is used, where pictures are downloaded. */
    readonly download?: UrlListDataset['download'];
    /** What image paths begin with -> the folder that they are found in instead. */
    readonly prefixes?: Readonly<Record<string, string>>;
    /** Of a join: those of its parts. */
    readonly parts?: readonly DatasetStage['locals'][];
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
    /** Attacks beside the first. */
    readonly others?: readonly OtherAttack[];
  },
  'dataset',
  FileLocals
>;

/** One more attack on the same data. */
export interface OtherAttack {
  readonly trigger: Trigger;
  readonly target: string;
  readonly count: number;
  readonly labels: Poison['labels'];
  readonly templates: readonly string[];
}

/** Where files are whose content is in the configuration as `sha256:...`: that text -> an absolute path. */
export interface FileLocals {
  readonly files?: Readonly<Record<string, string>>;
}

/** Clean pairs drawn from a (poisoned) data set: the cleaning set. */
export type SubsetStage = StageBase<
  'subset',
  { readonly size: number; readonly seed: number },
  'dataset',
  Record<string, never>
>;

/** A teacher without the keys that name files. */
export type TeacherConfig =
  | Omit<CsvTeacher, 'path'>
  | (Required<Pick<ClipTeacher, 'model' | 'templates'>> & Pick<ClipTeacher, 'kind'>)
  | (Required<Pick<SiglipTeacher, 'templates'>> & Pick<SiglipTeacher, 'kind' | 'precision'>);

/** A file of weights, taken into the store as the checkpoint of epoch 0. */
export type WeightsStage = StageBase<
  'weights',
  {
    /** The key that names a file (`path`) -> SHA-256 of the file's content. */
    readonly files: Readonly<Record<string, string>>;
  },
  never,
  {
    /** The key that names a file -> where it is: an absolute path. */
    readonly paths: Readonly<Record<string, string>>;
  }
>;

/** Classes that a teacher gives to the pictures of a data set. `test` is there where its classes are asked for. */
export type LabelStage = StageBase<
  'label',
  {
    readonly teacher: TeacherConfig;
    /** The key of the teacher that names a file (`path`), or a file of its folder -> SHA-256 of the content. */
    readonly files: Readonly<Record<string, string>>;
  },
  'data',
  {
    /** The key that names a file -> where it is: an absolute path. */
    readonly paths: Readonly<Record<string, string>>;
    /** Pictures embedded at once. */
    readonly batch: number;
  },
  'test'
>;

/** The sigmoid loss's form; without a bias there is none to start from. */
export type SiglipConfig = Pick<Siglip, 'form'> & Partial<Pick<Siglip, 'initial_bias'>>;

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
    readonly also?: NonNullable<Asr['also']>;
    /** Triggers and targets of attacks beside the first. */
    readonly others?: readonly { readonly trigger: Trigger; readonly target: string }[];
  } | null;
  readonly every_steps?: number;
  /** Share of the test pictures that is set apart for choosing. */
  readonly selection?: number;
  readonly superclasses?: Readonly<Record<string, readonly string[]>>;
  readonly similarity?: true;
  readonly detection?: Detection;
  readonly validation?: Omit<Validation, 'dataset'>;
  readonly retrieval?: Omit<Retrieval, 'dataset'>;
  readonly readouts?: Omit<Readouts, 'dataset'>;
  /** Of what measures draw beside the attack. */
  readonly seed?: number;
}

/** Data sets beside the test pictures that measures need. */
export type MeasureInput = 'validation' | 'retrieval' | 'readout' | 'poisoned';

/** A rule, and the id of the stage whose measurements it chooses by. */
export interface KeepRule {
  readonly rule: string;
  readonly measured: string;
}

export interface TrainingLocals extends FileLocals {
  readonly checkpoint_minutes: number;
  /** Threads that make batches, where it is not chosen by the machine. */
  readonly data_threads?: number;
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

/**
 * Measures every epoch of a pre-training. Runs inside the pre-training's process while that trains, or alone over
 * the checkpoints that were kept.
 */
export type EvaluateStage = StageBase<
  'evaluate',
  { readonly model: Model; readonly evaluation: EvaluationConfig },
  'model' | 'test',
  { readonly evaluation_batch: number } & FileLocals,
  MeasureInput
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
