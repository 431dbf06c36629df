import type {
  Asr,
  Detection,
  Embeddings,
  Model,
  Readouts,
  Retrieval,
  Trigger,
  Validation,
} from '../generated/resolved.js';
import type { FileLocals, StageBase } from './base.js';

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
  readonly embeddings?: Embeddings;
  readonly detection?: Detection;
  readonly validation?: Omit<Validation, 'dataset'>;
  readonly retrieval?: Omit<Retrieval, 'dataset'>;
  readonly readouts?: Omit<Readouts, 'dataset'>;
  /** The head of the loss `supervised`; only of trainings that have it. */
  readonly supervised?: true;
  /** Of what measures draw beside the attack. */
  readonly seed?: number;
}

/** Data sets beside the test pictures that measures need. */
export type MeasureInput = 'validation' | 'retrieval' | 'readout' | 'poisoned' | 'trained';
