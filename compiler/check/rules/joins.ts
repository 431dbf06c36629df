import type { Dataset } from '../../../schema/generated/resolved.js';

type Datasets = Readonly<Record<string, Dataset>>;

/** Side of a data set's stored pictures: of a join that of its first part; undefined where there is none such. */
export function storedResolution(datasets: Datasets, name: string): number | undefined {
  const seen = new Set<string>();
  for (let at: string | undefined = name; at !== undefined && !seen.has(at);) {
    seen.add(at);
    const dataset: Dataset | undefined = datasets[at];
    if (dataset?.kind !== 'join') return dataset?.resolution;
    at = dataset.of[0];
  }
  return undefined;
}

/** The most pairs that a data set can have, as far as it says so itself; Infinity where only its files tell. */
export function mostPairs(datasets: Datasets, name: string, within: readonly string[] = []): number {
  const dataset = datasets[name];
  if (dataset === undefined || within.includes(name)) return Infinity;
  const kept = keptPairs(dataset);
  if (dataset.kind !== 'join') return kept;
  const parts = dataset.of.map((part) => mostPairs(datasets, part, [...within, name]));
  return Math.min(
    kept,
    parts.reduce((sum, part) => sum + part, 0),
  );
}

/** The pairs that `keep` asks for; Infinity where it names a share. */
export function keptPairs({ keep }: Dataset): number {
  return keep?.first ?? keep?.last ?? keep?.random ?? Infinity;
}

/** The names from a data set to itself by way of joins; null where there is no such way. */
export function joinCycle(
  datasets: Datasets,
  name: string,
  within: readonly string[] = [],
): readonly string[] | null {
  if (within[0] === name) return [...within, name];
  const dataset = datasets[name];
  if (dataset?.kind !== 'join' || within.includes(name)) return null;
  for (const part of dataset.of) {
    const found = joinCycle(datasets, part, [...within, name]);
    if (found !== null) return found;
  }
  return null;
}
