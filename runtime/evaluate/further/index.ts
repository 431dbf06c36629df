import type { Measure, MeasureParts, PrepareMeasure } from './measure.js';
import { detection } from './detection.js';
import { embeddings } from './embeddings.js';
import { readouts } from './readouts.js';
import { retrieval } from './retrieval.js';
import { similarity } from './similarity.js';
import { superclasses } from './superclasses.js';
import { supervisedHead } from './supervised.js';
import { validation } from './validation.js';

const all: readonly PrepareMeasure[] = [
  superclasses,
  similarity,
  embeddings,
  detection,
  validation,
  retrieval,
  readouts,
  supervisedHead,
];

/** The measures beside zero-shot classification that an evaluation asks for. */
export function furtherMeasures(parts: MeasureParts): Measure[] {
  return all.map((prepare) => prepare(parts)).filter((measure) => measure !== null);
}
