import type { Poison, Trigger } from '../generated/resolved.js';
import type { FileLocals, StageBase } from './base.js';

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
