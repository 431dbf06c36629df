import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { DatasetSource } from '../../../schema/plan.js';
import { StageFailure } from '../../execute/context.js';
import { selectClasses } from '../classes.js';
import { csvRows } from '../csv/rows.js';
import { mapInOrder } from '../in-order.js';
import { loadListed, refusing, wantsPixels, type Listed } from '../load-picture.js';
import type { Source, SourceMonitor, SourceRow } from '../source.js';
import { readClassNames, spaced, type ClassNames } from './class-names.js';

type Config = Extract<DatasetSource, { kind: 'folder' }>;

const picture = /\.(jpe?g|png|webp|gif|tiff?|bmp)$/i;

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
  const names = paths.classes_file === undefined ? null : readClassNames(paths.classes_file);
  const provenance: Record<string, number> = { pictures: 0 };
  async function* rows(): AsyncGenerator<SourceRow> {
    const listed =
      paths.labels_file === undefined
        ? inFolders(root, names, new Set(config.exclude))
        : await inList(root, paths.labels_file, names);
    const kept = selectClasses([...new Set(listed.map(({ label }) => label!))], config.classes, config.seed);
    const wanted = listed.filter(({ label }) => kept.has(label!));
    const load = (one: Listed) =>
      loadListed(one, { side: config.resolution, root, pixels: wantsPixels(monitor) });
    for await (const row of mapInOrder(wanted, load, availableParallelism() + 1)) {
      monitor.checkStop();
      provenance.pictures!++;
      if (provenance.pictures! % 20 === 0)
        monitor.progress(`reading picture ${provenance.pictures}`, provenance.pictures! / wanted.length);
      yield row;
    }
  }
  return { rows: () => refusing(rows(), config.unreadable, root), root, licences: [], provenance };
}

function inFolders(root: string, names: ClassNames | null, exclude: ReadonlySet<string>): Listed[] {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !exclude.has(entry.name) && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
  const listed = folders.flatMap((folder) => {
    const label = names === null ? spaced(folder) : named(folder, names);
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
    .filter((path) => picture.test(path))
    .sort();
}

function named(key: string, names: ClassNames): string {
  const name = names.get(key);
  if (name !== undefined) return name;
  throw new StageFailure(
    `the classes file has no name for ${key}`,
    `it has ${names.size} names: ${[...names.keys()].slice(0, 5).join(', ')}, ...; leave out what is no class with exclude`,
  );
}

async function inList(root: string, file: string, names: ClassNames | null): Promise<Listed[]> {
  const listed: Listed[] = [];
  let columns: { image: number; label: number } | null = null;
  for await (const { fields, line } of csvRows(file, ',')) {
    if (columns === null) {
      columns = { image: fields.indexOf('image'), label: fields.indexOf('label') };
      if (columns.image >= 0 && columns.label >= 0) continue;
      throw new StageFailure(
        `${file}:1: the header has no columns image and label`,
        `it has ${fields.join(', ')}`,
      );
    }
    const [id, written] = [fields[columns.image]?.trim() ?? '', fields[columns.label]?.trim() ?? ''];
    if (id === '' || written === '')
      throw new StageFailure(`${file}:${line}: the image or the label is missing`);
    const label = names === null || !/^\d+$/.test(written) ? written : named(written, names);
    listed.push({ id, captions: [label], label, path: join(root, id) });
  }
  if (listed.length > 0) return listed;
  throw new StageFailure(`${file} lists no pictures`);
}
