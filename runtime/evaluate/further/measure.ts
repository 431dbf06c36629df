import type { MeasuredAttack } from '../attacks.js';
import type { Definitions } from '../definition.js';
import type { EvaluationParts } from '../evaluation.js';
import type { Shot } from '../shot.js';

/** A measure beside zero-shot classification. */
export interface Measure {
  readonly definitions: Definitions;
  readonly measure: (shot: Shot) => Promise<Record<string, number>> | Record<string, number>;
}

/** What measures are prepared of. */
export interface MeasureParts extends EvaluationParts {
  readonly labels: readonly number[];
  readonly attacks: readonly MeasuredAttack[];
}

/** A measure that is asked for, or null. A newcomer is one file with such a function, and a line in index.ts. */
export type PrepareMeasure = (parts: MeasureParts) => Measure | null;
