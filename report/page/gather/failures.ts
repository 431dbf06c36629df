import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { StageReport } from '../../../runtime/execute/status.js';

/** The same error, and the stages that it struck. */
export interface FailureGroup {
  readonly message: string;
  readonly hint: string | null;
  readonly stages: readonly StageReport[];
  /** The last lines of the first one's log. */
  readonly log: string;
}

export function failureGroups(stages: readonly StageReport[]): FailureGroup[] {
  const groups = new Map<string, StageReport[]>();
  for (const stage of stages) {
    if (stage.status !== 'failed') continue;
    const own = (stage.message ?? '').replaceAll(stage.id, '…');
    groups.set(own, [...(groups.get(own) ?? []), stage]);
  }
  return [...groups.values()].map((struck) => ({
    message: struck[0]!.message ?? 'failed',
    hint: struck[0]!.hint,
    stages: struck,
    log: tailOf(struck[0]!.log),
  }));
}

const tailBytes = 8192;
const tailLines = 20;

/** The last lines of a text file; empty when there is none. */
export function tailOf(path: string, lines = tailLines, bytes = tailBytes): string {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return '';
  }
  try {
    const { size } = fstatSync(file);
    const buffer = Buffer.alloc(Math.min(size, bytes));
    const read = readSync(file, buffer, 0, buffer.byteLength, size - buffer.byteLength);
    return buffer.subarray(0, read).toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } finally {
    closeSync(file);
  }
}
