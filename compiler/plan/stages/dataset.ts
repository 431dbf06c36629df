import type { CsvDataset, Dataset, Experiment } from '../../../schema/generated/resolved.js';
import type { DatasetSource } from '../../../schema/plan.js';
import { part, type StageDefinition } from './definition.js';

/** The data set that a key of the document names, such as `evaluate.dataset`. */
export function datasetStage(
  namedBy: readonly string[],
  nameOf: (document: Experiment) => string,
): StageDefinition<'dataset'> {
  const reads = ['datasets', ...namedBy];
  const dataset = (document: Experiment): Dataset => document.datasets[nameOf(document)]!;
  return {
    kind: 'dataset',
    semantics: 1,
    config: {
      source: part(reads, (document) => withoutPaths(dataset(document))),
      files: part(reads, (document, digests) => {
        const source = dataset(document);
        return source.kind === 'csv' ? { path: digests(source.path) } : {};
      }),
    },
    locals: part(reads, (document) => ({ paths: pathsOf(dataset(document)) })),
  };
}

function withoutPaths(dataset: Dataset): DatasetSource {
  if (dataset.kind !== 'csv') return dataset;
  const kept = Object.entries(dataset).filter(([key]) => key !== 'path' && key !== 'root');
  return Object.fromEntries(kept) as unknown as DatasetSource;
}

function pathsOf(dataset: Dataset): Record<string, string> {
  if (dataset.kind !== 'csv') return {};
  const { path, root }: Pick<CsvDataset, 'path' | 'root'> = dataset;
  return root === undefined ? { path } : { path, root };
}
