import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../store/files.js';

/** What was measured at a step of a training: metric -> value, all finite. */
export interface TrackedRow {
  readonly step: number;
  readonly epoch: number;
  readonly values: Readonly<Record<string, number>>;
}

/** Losses of a training (`loss`, `losses/mmcl`, `lr`, `logit_scale`) after a step, in the order of the file. */
export function lossRows(stageDir: string, after: number): TrackedRow[] {
  return linesOf(join(stageDir, 'train.jsonl')).flatMap(({ step, epoch, losses, ...rest }) => {
    const { lr, loss, logit_scale } = rest;
    return row(step, epoch, after, { loss, lr, logit_scale, ...prefixed('losses', losses) });
  });
}

/** Metrics of a stage (`accuracy/top1`, `asr/top1`) after a step, in the order of the file. */
export function metricRows(stageDir: string, after: number): TrackedRow[] {
  return linesOf(join(stageDir, 'metrics.jsonl')).flatMap(({ step, epoch, metrics }) => {
    const named = Object.entries(asMap(metrics)).map(
      ([name, value]) => [name.replace('.', '/'), value] as const,
    );
    return row(step, epoch, after, Object.fromEntries(named));
  });
}

function row(step: unknown, epoch: unknown, after: number, values: Record<string, unknown>): TrackedRow[] {
  if (typeof step !== 'number' || step <= after) return [];
  const finite = Object.entries(values).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number' && Number.isFinite(entry[1]),
  );
  return [{ step, epoch: typeof epoch === 'number' ? epoch : 0, values: Object.fromEntries(finite) }];
}

function prefixed(prefix: string, value: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(asMap(value)).map(([name, inner]) => [`${prefix}/${name}`, inner]),
  );
}

function asMap(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Whole lines only: what is being written is read by the next look. A line that is no JSON is passed over. */
function linesOf(path: string): Record<string, unknown>[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
  return text
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => {
      try {
        return [asMap(JSON.parse(line))];
      } catch {
        return [];
      }
    });
}
