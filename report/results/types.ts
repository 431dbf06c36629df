import type { AxisValue } from '../../schema/plan.js';
import type { MetricDefinition } from '../../runtime/evaluate/definition.js';
import type { Notice } from '../notice.js';

/** What an experiment has measured so far: everything that figures and tables are made of. */
export interface Results {
  readonly experiment: string;
  readonly title: string | null;
  /** In the order of the plan. */
  readonly runs: readonly RunResult[];
  /** What could not be read, and where it is missing. */
  readonly notices: readonly Notice[];
}

/** `done`: every epoch is measured. `unfinished`: some are. `missing`: none is. */
export type RunState = 'done' | 'unfinished' | 'missing';

export interface RunResult {
  readonly name: string;
  readonly ablation: string | null;
  readonly axes: Readonly<Record<string, AxisValue>>;
  /** What the run was done with, by path in the language: `clean.optimizer.lr`. Axes come before them. */
  readonly parameters?: Readonly<Record<string, AxisValue>>;
  /** Runs with equal work are the same: they share the stage whose key this is. */
  readonly work: string;
  readonly state: RunState;
  /**
   * When it was made, by ISO 8601: when what measures it was finished, or while it is not, when its newest attempt
   * began. Absent where that is not known.
   */
  readonly made?: string;
  /** The model before cleaning, if it is measured. */
  readonly start: StartModel | null;
  /** In the order of training; epoch 0 is the model before it. */
  readonly points: readonly Point[];
  /** Measurements and losses of the pre-training that the cleaning starts from, where there is one. */
  readonly pretraining?: readonly Point[];
  /** The epoch of the pre-training that is cleaned. */
  readonly from?: number;
  /** Losses of the cleaning (or of the pre-training where nothing is cleaned), as `loss` and `losses.NAME`. */
  readonly losses?: readonly Point[];
  /** Folders of the stages by the part they play. */
  readonly folders?: Readonly<Record<string, string>>;
  /** What each metric means, by its name. */
  readonly definitions: Readonly<Record<string, Definition>>;
  /** True where the points of several runs came without a border between them, as in some published data. */
  readonly merged: boolean;
}

/** A pre-trained model that cleaning starts from. Runs whose `id` is equal start from the same one. */
export interface StartModel {
  readonly id: string;
  readonly metrics: Metrics;
}

/** One evaluation. */
export interface Point {
  /** Epochs trained; a fraction for an evaluation in the middle of an epoch; null where it is not known. */
  readonly epoch: number | null;
  /** Optimizer steps taken, where known. */
  readonly step: number | null;
  readonly metrics: Metrics;
  /** Of a mean over seeds: the standard deviation of each metric (n - 1). */
  readonly spread?: Metrics;
}

/** Metric name -> value. A metric that was not measured, or not to a finite number, is absent. */
export type Metrics = Readonly<Record<string, number>>;

/** A metric's definition as far as it is known: imported results may know less. */
export type Definition = Partial<MetricDefinition>;
