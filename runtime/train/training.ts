import { join } from 'node:path';
import type { TrainingConfig, TrainingLocals } from '../../schema/stages/training.js';
import type { StageContext } from '../execute/context.js';
import type { Tokenizer } from '../text/tokenizer.js';
import type { Engine } from './engine.js';
import type { PairLabels } from './labels.js';

/** One training: what pre-training and cleaning have in common. */
export interface Training {
  readonly context: Pick<StageContext, 'dir' | 'log' | 'progress' | 'stopRequested'>;
  readonly config: TrainingConfig;
  readonly locals: TrainingLocals;
  /** Folder of the data set trained on. */
  readonly data: string;
  readonly engine: Engine;
  readonly tokenizer: Tokenizer;
  readonly measurers: readonly Measurer[];
  /** Classes of the pairs by their number, for the losses that need them. */
  readonly labels?: PairLabels['of'];
  /** Epochs of the training that this one goes on from: what `begin` puts into the engine stands after these. */
  readonly continues?: number | undefined;
  /** Puts the weights of a fresh start into the engine; not called on resume. */
  begin(): void;
  /** Done before the first step of every epoch, counted from 0; a function of the engine's state and the epoch alone. */
  beforeEpoch?(epoch: number): Promise<void>;
}

/** Something measured before training and after every epoch. */
export interface Measurer {
  /** Folder whose metrics.jsonl takes one row for each measurement. */
  readonly dir: string;
  /** Metric name -> value; a function of the engine's weights and the epoch alone. */
  readonly measure: (engine: Engine, epoch: number) => Promise<Readonly<Record<string, number>>>;
  /** Measure inside epochs too, after every so many steps. */
  readonly everySteps?: number;
}

/** A line of metrics.jsonl. */
export interface MetricsRow {
  /** Whole at the start and at ends of epochs; fractional inside. */
  readonly epoch: number;
  readonly step: number;
  readonly metrics: Readonly<Record<string, number>>;
}

/** Where a measurer's rows stand. */
export function metricsFile({ dir }: Pick<Measurer, 'dir'>): string {
  return join(dir, 'metrics.jsonl');
}

/** A line of train.jsonl. */
export interface LossRow {
  readonly epoch: number;
  readonly step: number;
  readonly lr: number;
  readonly loss: number;
  readonly losses: Readonly<Record<string, number>>;
  readonly logit_scale: number;
}
