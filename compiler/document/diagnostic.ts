import type { Place } from './node.js';

export type Severity = 'error' | 'warning';

/** A second place that matters to a message, or a fact without a place. */
export interface Note {
  readonly message: string;
  readonly place: Place | null;
}

/** A message to a person about their files. Codes are never reused; docs/errors/ has a page for each. */
export interface Diagnostic {
  /** `EXPC` and three digits. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence, lower case, no full stop; names in backticks. */
  readonly message: string;
  readonly place: Place | null;
  /** Short text under the caret. */
  readonly label?: string;
  readonly related: readonly Note[];
  /** One thing to do. */
  readonly hint?: string;
}
