import { join } from 'node:path';
import { chooseCheckpoint, parseCheckpointRule, type Measured } from '../../schema/checkpoint-rule.js';
import { readJson } from './atomic.js';
import { readJsonLines } from './json-lines.js';

/** What a rule comes to for a training. */
export type Chosen =
  | { readonly status: 'chosen'; readonly epoch: number }
  /** Every epoch was measured, and none meets the conditions. */
  | { readonly status: 'none' }
  /** Epochs without a measurement: what the rule takes would depend on them. */
  | { readonly status: 'unmeasured'; readonly epochs: readonly number[] };

interface Row {
  readonly epoch: number;
  readonly metrics: Measured;
}

/**
 * The epoch of a training that a rule takes, by the measurements of all its epochs but the start (epoch 0). A function
 * of the measurements alone: which checkpoints are there, and who asks when, has no part in it.
 *
 * @param rule canonical text, see checkpoint-rule.ts
 * @param measured folder of the stage that measured the training
 * @param epochs that the training has
 */
export function chooseEpoch(rule: string, measured: string, epochs: number): Chosen {
  const rows = rowsIn(measured);
  const known = new Set(rows.map(({ epoch }) => epoch));
  const missing = Array.from({ length: epochs }, (_, index) => index + 1).filter(
    (epoch) => !known.has(epoch),
  );
  if (missing.length > 0) return { status: 'unmeasured', epochs: missing };
  const epoch = take(rule, rows, measured);
  return epoch === null ? { status: 'none' } : { status: 'chosen', epoch };
}

/**
 * What the rule takes of the epochs measured so far, or of those before an epoch; null when none meets it. A later epoch
 * may still be taken.
 */
export function chosenSoFar(rule: string, measured: string, before = Infinity): number | null {
  const rows = rowsIn(measured).filter(({ epoch }) => epoch < before);
  return take(rule, rows, measured);
}

function take(rule: string, rows: readonly Row[], measured: string): number | null {
  const parsed = parseCheckpointRule(rule);
  if (!parsed.ok) throw new Error(`the plan has a rule that is none: ${rule}`);
  const definitions = readJson(join(measured, 'metrics.json')) as
    Readonly<Record<string, { readonly unit?: string }>> | undefined;
  const isShare = (metric: string): boolean => definitions?.[metric]?.unit === 'fraction';
  return chooseCheckpoint(parsed.rule, rows, isShare)?.epoch ?? null;
}

function rowsIn(measured: string): Row[] {
  return (readJsonLines(join(measured, 'metrics.jsonl')) as Row[])
    .filter(({ epoch }) => epoch > 0 && Number.isInteger(epoch)) // Inside an epoch there is no checkpoint that stays.
    .sort((a, b) => a.epoch - b.epoch);
}
