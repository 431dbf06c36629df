import type { Dataset } from '../../../schema/generated/resolved.js';

type Datasets = Readonly<Record<string, Dataset>>;

/** Have all pairs of a data set a class, as far as it says so itself? True of what does not exist: another rule's. */
export function hasClasses(datasets: Datasets, name: string, within: readonly string[] = []): boolean {
  const dataset = datasets[name];
  if (dataset === undefined || within.includes(name)) return true;
  switch (dataset.kind) {
    case 'csv':
      return dataset.label_column !== undefined;
    case 'webdataset':
      return dataset.label_member !== undefined;
    case 'coco':
    case 'url-list':
      return false;
    case 'join':
      return dataset.of.every((part) => hasClasses(datasets, part, [...within, name]));
    default:
      return true;
  }
}

/** What to do about a data set without classes. */
export function classesHint(datasets: Datasets, name: string): string {
  const kind = datasets[name]?.kind;
  if (kind === 'csv') return 'name the column of classes of the data set: `label_column`';
  if (kind === 'webdataset') return 'name the member that holds the class: `label_member`';
  return 'name a data set of labelled pictures';
}
