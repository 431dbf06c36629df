import type { Diagnostic, Note, Severity } from '../document/diagnostic.js';
import type { Origin, Place, Via } from '../document/node.js';
import { codes, type Code } from './codes.js';

/** What a diagnostic has beside its code and message. */
export interface Details {
  /** Where to point; `at` takes precedence over the place of `origin`. */
  readonly at?: Place | null;
  /** Origin of the value at fault: gives the place, and a note for each way that the value took. */
  readonly origin?: Origin;
  readonly label?: string;
  readonly related?: readonly Note[];
  readonly hint?: string;
  readonly severity?: Severity;
}

/** Make a diagnostic. The message is one sentence, lower case, without a full stop, names in backticks. */
export function problem(code: Code, message: string, details: Details = {}): Diagnostic {
  const { origin, label, hint } = details;
  const place = details.at === undefined ? (origin?.place ?? null) : details.at;
  return {
    code,
    severity: details.severity ?? codes[code].severity,
    message,
    place,
    ...(label === undefined ? {} : { label }),
    related: [...(origin === undefined ? [] : originNotes(origin, place)), ...(details.related ?? [])],
    ...(hint === undefined ? {} : { hint }),
  };
}

/** One note for each step that a value took, outermost first; none for a step that is the place itself. */
function originNotes({ via }: Origin, place: Place | null): Note[] {
  return via
    .filter(
      (step) => step.place === null || step.place.file !== place?.file || step.place.start !== place.start,
    )
    .map((step) => ({ message: `this value comes from ${describeVia(step)}`, place: step.place }));
}

/** A step in words: `extends: base.yaml`. */
export function describeVia(via: Via): string {
  switch (via.how) {
    case 'extends':
      return `\`extends: ${via.what}\``;
    case 'reference':
      return `the reference \`${via.what}\``;
    case 'default':
      return 'the default of the language';
    case 'compatibility':
      return 'the default of `compatibility: study`';
    default:
      return `\`${via.what}\``;
  }
}
