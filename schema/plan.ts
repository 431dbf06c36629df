import type { Execution, Figure, Style } from './generated/resolved.js';
import type { DatasetStage, SubsetStage } from './stages/data.js';
import type { PoisonStage } from './stages/poison.js';
import type { LabelStage } from './stages/labels.js';
import type { EvaluateStage } from './stages/evaluation.js';
import type { CleanStage, PretrainStage } from './stages/training.js';
import type { WeightsStage } from './stages/weights.js';

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
