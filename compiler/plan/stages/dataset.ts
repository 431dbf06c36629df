import type { Dataset, Experiment } from '../../../schema/generated/resolved.js';
import type { DatasetSource, DatasetStage, JoinSource } from '../../../schema/stages/data.js';
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
      source: part(reads, (document, digests) => sourceOf(dataset(document), document, digests)),
      files: part(reads, (document, digests) => contents(dataset(document), digests)),
    },
    locals: part(reads, (document) => localsOf(dataset(document), document)),
  };
}

/** What is read; a join has all of that of its parts in it, so that they are one work with it. */
function sourceOf(dataset: Dataset, document: Experiment, digests: Digests): DatasetSource {
  if (dataset.kind !== 'join') return withoutPaths(dataset);
  const of = dataset.of.map((name) => {
    const joined = document.datasets[name]!;
    return { name, source: sourceOf(joined, document, digests), files: contents(joined, digests) };
  });
  return { ...withoutPaths(dataset), of } as JoinSource;
}

/** Keys that name files and folders. */
const pathKeys = ['path', 'root', 'classes_file', 'labels_file'] as const;
type Paths = Partial<Record<(typeof pathKeys)[number], string>>;

function pathsOf(dataset: Dataset): Paths {
  if (dataset.kind === 'emoji' || dataset.kind === 'join') return {};
  const written: Paths = dataset;
  return Object.fromEntries(
    pathKeys.flatMap((key) => (written[key] === undefined ? [] : [[key, written[key]]])),
  );
}

function localsOf(dataset: Dataset, document: Experiment): DatasetStage['locals'] {
  const paths = pathsOf(dataset);
  const prefixes = 'path_prefixes' in dataset ? dataset.path_prefixes : undefined;
  const storage = 'storage' in dataset ? dataset.storage : 'auto';
  return {
    paths,
    ...(storage === 'auto' ? {} : { storage }),
    ...('download' in dataset ? { download: dataset.download } : {}),
    ...(prefixes === undefined ? {} : { prefixes }),
    ...(dataset.kind === 'join'
      ? { parts: dataset.of.map((name) => localsOf(document.datasets[name]!, document)) }
      : {}),
  };
}

/** Keys that change no result and name no file. */
const idleKeys: ReadonlySet<string> = new Set(['storage', 'download', 'path_prefixes']);

function withoutPaths(dataset: Dataset): DatasetSource {
  if (dataset.kind === 'emoji') return dataset;
  const kept = Object.entries(dataset).filter(
    ([key]) => !idleKeys.has(key) && !(pathKeys as readonly string[]).includes(key),
  );
  return Object.fromEntries(kept) as unknown as DatasetSource;
}

/** How the file or files of `path` enter the key: lists by their content, pictures by names and sizes. */
function pathBy(kind: Dataset['kind']): 'content' | 'listing' | 'shards' {
  if (kind === 'folder' || kind === 'cifar') return 'listing';
  return kind === 'webdataset' ? 'shards' : 'content';
}

/** What the files hold. `root` is only where to look. */
function contents(dataset: Dataset, digests: Digests): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [key, path] of Object.entries(pathsOf(dataset))) {
    if (key === 'root') continue;
    found[key] = digests(path, key === 'path' ? pathBy(dataset.kind) : 'content');
  }
  return found;
}
