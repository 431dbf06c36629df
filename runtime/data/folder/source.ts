import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatasetSource } from '../../../schema/stages/data.js';
import { StageFailure } from '../../execute/context.js';
import { selectClasses } from '../classes.js';
import { listedSource, type ListedRow } from '../listed-source.js';
import type { Listed } from '../load-picture.js';
import type { Source, SourceMonitor } from '../source.js';
import { readClassNames, spaced, type ClassNames } from './class-names.js';
import { pictureName, readLabels } from './labels.js';

type Config = Extract<DatasetSource, { kind: 'folder' }>;

/**
 * Labelled pictures of a folder: in a folder for each class (ImageNet, Caltech101), or listed with their labels (the
 * study's evaluation sets). A pair's id is its path in the folder; pairs come in the order of their ids, or of the list.
 */
export function folderSource(
  config: Config,
  paths: Readonly<Record<string, string>>,
  monitor: SourceMonitor,
): Source {
  const root = paths.path!;
  if (!existsSync(root)) throw new StageFailure(`there is no folder ${root}`, 'check datasets.*.path');
  const names = paths.classes_file === undefined ? null : namesIn(paths.classes_file);
  const list = async (): Promise<ListedRow[]> => {
    const listed =
      paths.labels_file === undefined
        ? inFolders(root, names, new Set(config.exclude))
        : await inList(root, paths.labels_file, names);
    const kept = selectClasses([...new Set(listed.map(({ label }) => label!))], config.classes, config.seed);
    return listed.filter(({ label }) => kept.has(label!));
  };
  return listedSource({ list, root, name: root, config }, monitor);
}

function inFolders(root: string, names: NamesFile | null, exclude: ReadonlySet<string>): Listed[] {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !exclude.has(entry.name) && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
  const listed = folders.flatMap((folder) => {
    const label = names === null ? spaced(folder) : named(folder, names, join(root, folder));
    return picturesBelow(join(root, folder)).map((path) => {
      const id = `${folder}/${path}`;
      return { id, captions: [label], label, path: join(root, id) };
    });
  });
  if (listed.length > 0) return listed;
  throw new StageFailure(
    `${root} has no folders with pictures in them`,
    'there is one folder for each class; or list the pictures with labels_file',
  );
}

function picturesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => pictureName.test(path))
    .sort();
}

/** Names of classes, and the file that has them. */
interface NamesFile {
  readonly file: string;
  readonly names: ClassNames;
}

function namesIn(file: string): NamesFile {
  return { file, names: readClassNames(file) };
}

/** @param giver what has the key: a folder, or a row of a list */
function named(key: string, { file, names }: NamesFile, giver: string): string {
  const name = names.get(key);
  if (name !== undefined) return name;
  throw new StageFailure(
    `${file} has no name for ${key}, the class of ${giver}`,
    `it has ${names.size} names: ${[...names.keys()].slice(0, 5).join(', ')}, ...; leave out what is no class with exclude`,
  );
}

async function inList(root: string, file: string, names: NamesFile | null): Promise<Listed[]> {
  const rows = await readLabels(file, () => picturesBelow(root));
  return rows.map(({ image, label: written }) => {
    const isKey = names !== null && (/^\d+$/.test(written) || names.names.has(written));
    const label = isKey ? named(written, names, `${image} in ${file}`) : written;
    return { id: image, captions: [label], label, path: join(root, image) };
  });
}
