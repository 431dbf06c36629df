import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { StageFailure } from '../../execute/context.js';
import { writeSynced } from '../artifact/bytes.js';
import { fileNames } from '../artifact/format.js';
import { openDataset } from '../artifact/open.js';
import type { PairDataset } from '../dataset.js';
import { attacksOn, rootOf } from '../inspect/subject.js';
import type { PictureFormat } from './encode.js';
import { inOrder } from './pairs.js';
import { exportParquet, exportStudyCsv } from './tables.js';
import { exportWebdataset, type ShardLimits } from './webdataset.js';

export interface DataExport {
  readonly format: 'webdataset' | 'parquet' | 'csv';
  readonly pictures: PictureFormat;
  readonly captions: 'first' | 'all';
  readonly limits: ShardLimits;
  /** What the files are called; the default is the name of the data set's folder. */
  readonly name?: string;
}

export interface Exported {
  readonly pairs: number;
  /** Files and folders that were written. */
  readonly files: readonly string[];
  /** What a reader of them should know. */
  readonly notes: readonly string[];
}

/**
 * Writes the data set of a stage's folder for other programs, beside what `out` holds already. Files appear when all of
 * them are whole.
 *
 * @throws {StageFailure} when files of that name are there, or something cannot be read or written
 */
export async function exportData(folder: string, out: string, options: DataExport): Promise<Exported> {
  const { name = basename(resolve(folder)) } = options;
  if (!/^[\w.-]+$/.test(name) || name.includes('backdoor'))
    throw new StageFailure(
      `files cannot be called ${JSON.stringify(name)}`,
      'letters, digits, `.`, `-` and `_`, and not `backdoor`, by which the original program knows poisoned pictures',
    );
  const temporary = join(out, `.${name}.tmp-${process.pid}`);
  makeFolder(temporary);
  try {
    const dataset = openDataset(folder);
    const notes = await writeAll(folder, dataset, temporary, name, options).finally(() => dataset.close());
    const names = readdirSync(temporary).sort();
    const taken = names.find((one) => existsSync(join(out, one)));
    if (taken !== undefined)
      throw new StageFailure(`${join(out, taken)} is there already`, 'remove it, or choose another --name');
    for (const one of names) renameSync(join(temporary, one), join(out, one));
    return { pairs: dataset.size, files: names.map((one) => join(out, one)), notes };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function writeAll(
  folder: string,
  dataset: PairDataset,
  to: string,
  name: string,
  options: DataExport,
): Promise<string[]> {
  await writeFiles(dataset, to, name, options);
  about(folder, dataset, to, name, options);
  return notesOf(dataset, options);
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new StageFailure(
      `${path} cannot be made (${(error as NodeJS.ErrnoException).code})`,
      'choose another --out',
    );
  }
}

async function writeFiles(
  dataset: PairDataset,
  folder: string,
  name: string,
  { format, pictures, captions, limits }: DataExport,
): Promise<void> {
  try {
    if (format === 'webdataset') await exportWebdataset(dataset, folder, name, pictures, limits);
    else if (format === 'parquet') await exportParquet(dataset, folder, name, pictures);
    else await exportStudyCsv(dataset, folder, name, pictures, captions);
  } catch (error) {
    const { syscall, code } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw new StageFailure(
      `${folder} cannot be written to (${code})`,
      code === 'ENOSPC' ? 'the disk is full; --pictures jpg takes a tenth of the space' : undefined,
    );
  }
}

/** What the files are, and the terms under which they may be used. */
function about(
  folder: string,
  dataset: PairDataset,
  to: string,
  name: string,
  { format, pictures }: DataExport,
): void {
  let poisoned = 0;
  for (const index of inOrder(dataset)) if (dataset.info(index).poisoned) poisoned++;
  const told = {
    stage: basename(resolve(folder)),
    format,
    pictures,
    pairs: dataset.size,
    poisoned,
    classes: dataset.classes.length,
    attacks: attacksOn(folder),
  };
  writeSynced(join(to, `${name}.json`), `${JSON.stringify(told, null, 2)}\n`);
  const licences = join(rootOf(folder), fileNames.licences);
  if (existsSync(licences)) copyFileSync(licences, join(to, `${name}.${fileNames.licences}`));
}

/** What a reader of the files should know. */
function notesOf(dataset: PairDataset, { format, captions, pictures }: DataExport): string[] {
  let further = 0;
  for (const index of inOrder(dataset)) further += dataset.info(index).captions.length - 1;
  return [
    ...(format === 'csv' && captions === 'first' && further > 0
      ? [
          `${further} further captions are left out: the original program has one for each picture (--captions all)`,
        ]
      : []),
    ...(pictures === 'jpg' ? ['JPEG changes pixels, and triggers with them: --pictures png keeps them'] : []),
  ];
}
