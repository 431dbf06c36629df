import type { Dataset, Experiment } from '../../../schema/generated/resolved.js';
import type { DatasetSource } from '../../../schema/plan.js';
import { part, type Digests, type StageDefinition } from './definition.js';

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
      files: part(reads, (document, digests) => contents(dataset(document), digests)),
    },
    locals: part(reads, (document) => ({ paths: pathsOf(dataset(document)) })),
  };
}

/** Keys that name files and folders. */
const pathKeys = ['path', 'root', 'classes_file', 'labels_file'] as const;
type Paths = Partial<Record<(typeof pathKeys)[number], string>>;

function pathsOf(dataset: Dataset): Paths {
  if (dataset.kind === 'emoji') return {};
  const written: Paths = dataset;
  return Object.fromEntries(
    pathKeys.flatMap((key) => (written[key] === undefined ? [] : [[key, written[key]]])),
  );
}

function withoutPaths(dataset: Dataset): DatasetSource {
  if (dataset.kind === 'emoji') return dataset;
  const kept = Object.entries(dataset).filter(([key]) => !(pathKeys as readonly string[]).includes(key));
  return Object.fromEntries(kept) as unknown as DatasetSource;
}

/** What the files hold: the content of lists, the names and sizes in folders of pictures. `root` is only where to look. */
function contents(dataset: Dataset, digests: Digests): Record<string, string> {
  const isFolder = dataset.kind === 'folder' || dataset.kind === 'cifar';
  const found: Record<string, string> = {};
  for (const [key, path] of Object.entries(pathsOf(dataset))) {
    if (key === 'root') continue;
    found[key] = digests(path, key === 'path' && isFolder ? 'listing' : 'content');
  }
  return found;
}
