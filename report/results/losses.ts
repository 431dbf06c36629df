import { existsSync, readFileSync } from 'node:fs';
import { warning, type Notice } from '../notice.js';
import type { Point } from './types.js';

/**
 * The losses of a training, from its train.jsonl, as points with the metrics `loss`, `losses.NAME`, `lr` and
 * `logit_scale`. A line that cannot be read, and a number that is none, is a gap and a notice.
 */
export function readLosses(file: string, notices: Notice[]): Point[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index) => {
      if (text.trim() === '') return [];
      const point = readRow(text);
      if (point !== null) return [point];
      const message = 'this line of losses is not a whole JSON object: it is missing in every figure';
      notices.push(warning('brokenLine', message, { place: { file, line: index + 1 } }));
      return [];
    });
}

function readRow(text: string): Point | null {
  let row: unknown;
  try {
    row = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof row !== 'object' || row === null) return null;
  const { epoch, step, losses, ...values } = row as Record<string, unknown>;
  if (typeof epoch !== 'number' || typeof step !== 'number') return null;
  const parts = Object.entries(losses ?? {}).map(([name, value]) => [`losses.${name}`, value] as const);
  const numbers = [...Object.entries(values), ...parts].filter(
    (pair): pair is [string, number] => typeof pair[1] === 'number' && Number.isFinite(pair[1]),
  );
  return { epoch, step, metrics: Object.fromEntries(numbers) };
}
