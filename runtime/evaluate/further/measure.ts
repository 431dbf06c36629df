import type { MeasuredAttack } from '../attacks.js';
import type { Definitions } from '../definition.js';
import type { EvaluationParts } from '../evaluation.js';
import type { Shot } from '../shot.js';
import type { Sources } from '../sources.js';

/** A measure beside zero-shot classification. */
export interface Measure {
  readonly definitions: Definitions;
  /** Does it look at features of triggered pictures before they are normalised? */
  readonly needsAttackFeatures?: boolean;
  readonly measure: (shot: Shot) => Promise<Record<string, number>> | Record<string, number>;
}

/** What measures are prepared of. */
export interface MeasureParts extends EvaluationParts {
  readonly labels: readonly number[];
  readonly attacks: readonly MeasuredAttack[];
  /** Where it has pictures and captions from, so that they are embedded once for all measures. */
  readonly sources: Sources;
}

/** A measure that is asked for, or null. A newcomer is one file with such a function, and a line in index.ts. */
export type PrepareMeasure = (parts: MeasureParts) => Measure | null;
