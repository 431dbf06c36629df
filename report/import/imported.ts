import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from '../../runtime/store/atomic.js';
import type { Notice } from '../notice.js';
import type { Results, RunResult } from '../results/types.js';

/** A run of another tool. */
export interface ImportedRun extends RunResult {
  /** Name of the experiment whose figures may show it; null for any. */
  readonly experiment: string | null;
}

/** What was read from another tool. */
export interface Imported {
  readonly runs: readonly ImportedRun[];
  readonly notices: readonly Notice[];
}

/** An import as the store keeps it. */
interface Stored {
  readonly version: 1;
  readonly name: string;
  readonly source: Source;
  readonly runs: readonly ImportedRun[];
}

/** Where an import comes from. */
export interface Source {
  readonly kind: string;
  /** Names of the files read and their SHA-256. */
  readonly files: Readonly<Record<string, string>>;
}

export const importsFolder = (outputs: string): string => join(outputs, 'imports');
const fileOf = (outputs: string, name: string): string => join(importsFolder(outputs), `${name}.json`);

/** Writes an import into the store, in place of one of the same name; its file. */
export function storeImport(
  outputs: string,
  name: string,
  source: Source,
  runs: readonly ImportedRun[],
): string {
  mkdirSync(importsFolder(outputs), { recursive: true });
  const stored: Stored = { version: 1, name, source, runs };
  writeFileAtomic(fileOf(outputs, name), `${JSON.stringify(stored, null, 1)}\n`);
  return fileOf(outputs, name);
}

/** Names of the imports in a store. */
export function importNames(outputs: string): string[] {
  const folder = importsFolder(outputs);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .sort();
}

/** The runs of an import; null when there is none of that name, a text when it is damaged. */
export function readImport(outputs: string, name: string): readonly ImportedRun[] | string | null {
  const file = fileOf(outputs, name);
  if (!existsSync(file)) return null;
  try {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as Partial<Stored>;
    if (stored.version === 1 && Array.isArray(stored.runs)) return stored.runs as ImportedRun[];
  } catch {
    // told below
  }
  return `${file} is damaged: import it again`;
}

/** The results of an experiment as an import has them: its runs, without those that a series holds by mistake. */
export function resultsFrom(runs: readonly ImportedRun[], experiment: string, title: string | null): Results {
  const own = runs.filter(
    (run) => (run.experiment === null || run.experiment === experiment) && run.axes.part !== 'as published',
  );
  return { experiment, title, runs: own, notices: [] };
}
