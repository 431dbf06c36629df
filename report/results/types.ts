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
  /** Runs with equal work are the same: they share the stage whose key this is. */
  readonly work: string;
  readonly state: RunState;
  /** The model before cleaning, if it is measured. */
  readonly start: StartModel | null;
  /** In the order of training; epoch 0 is the model before it. */
  readonly points: readonly Point[];
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
}

/** Metric name -> value. A metric that was not measured, or not to a finite number, is absent. */
export type Metrics = Readonly<Record<string, number>>;

/** A metric's definition as far as it is known: imported results may know less. */
export type Definition = Partial<MetricDefinition>;
