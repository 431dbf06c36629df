import type { PictureFile } from '../pictures/file.js';

/** A line of a journal: what became of a URL. */
export type Outcome = Kept | Failed;

/** The picture is there. */
export interface Kept extends PictureFile {
  readonly url: string;
}

/** It is not, and why. */
export interface Failed {
  readonly url: string;
  readonly reason: string;
  readonly detail: string;
  /** Whether the reason may pass. */
  readonly may_pass: boolean;
  /** In which pass over the list it failed. */
  readonly pass: number;
  /** The limit that was passed, where it is for being too large. */
  readonly limit?: number;
  /** Address ranges that were allowed, where an address was refused. */
  readonly allowed?: string;
}

export function isKept(outcome: Outcome): outcome is Kept {
  return 'file' in outcome;
}

/** @returns null for what is no whole record: the last line of a process that was killed */
export function parseOutcome(line: string): Outcome | null {
  let value: Partial<Kept & Failed> | null;
  try {
    value = JSON.parse(line) as Partial<Kept & Failed> | null;
  } catch {
    return null;
  }
  if (typeof value?.url !== 'string') return null;
  const isWhole =
    typeof value.file === 'string'
      ? typeof value.bytes === 'number' && typeof value.digest === 'string'
      : typeof value.reason === 'string' && typeof value.pass === 'number';
  return isWhole ? (value as Outcome) : null;
}
