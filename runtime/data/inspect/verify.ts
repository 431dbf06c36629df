import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { StageFailure } from '../../execute/context.js';
import { doneFile } from '../../store/stage-folder.js';
import { verifyStore } from '../../store/verify.js';
import type { DatasetManifest, PoisonManifest, SubsetManifest } from '../artifact/format.js';
import { subsetIndices } from '../artifact/numbers.js';
import { openDataset, readManifest } from '../artifact/open.js';
import type { PairDataset } from '../dataset.js';
import type { SourceMonitor } from '../source.js';
import { droppedRows, rowsOf, type DataSubject } from './subject.js';

/** Something that is wrong, and where. */
export interface DataProblem {
  /** A file, a row, or a pair. */
  readonly place: string;
  readonly problem: string;
}

export interface DataCheck {
  readonly title: string;
  /** Pairs that were looked at. */
  readonly pairs: number;
  /** The first of them. */
  readonly problems: readonly DataProblem[];
  /** All of them. */
  readonly wrong: number;
}

/** So many problems are told one by one. */
const told = 1000;

/**
 * Reads a data set to its end: of a finished stage the files against the checksums that were recorded, the index
 * against the manifest, and every picture; of a source every row.
 */
export async function verifyData(subject: DataSubject, monitor?: SourceMonitor): Promise<DataCheck> {
  const check = new Check();
  try {
    if (subject.kind === 'folder') await verifyFolder(subject.folder, check);
    else await verifySource(subject, check, monitor);
  } catch (error) {
    if (!(error instanceof StageFailure)) throw error;
    check.add(subject.kind === 'folder' ? subject.folder : subject.title, error.message);
  }
  return { title: subject.title, pairs: check.pairs, problems: check.problems, wrong: check.wrong };
}

class Check {
  readonly problems: DataProblem[] = [];
  wrong = 0;
  pairs = 0;

  add(place: string, problem: string): void {
    this.wrong++;
    if (this.problems.length < told) this.problems.push({ place, problem });
  }

  /** Two counts that should agree. */
  compare(place: string, what: string, found: number, recorded: number): void {
    if (found !== recorded) this.add(place, `${recorded} ${what} are recorded, and there are ${found}`);
  }
}

/** Rows that are left out since a filter says so, or since a set of drawings has no such one: nothing is wrong with them. */
const leftOut =
  /^(short caption|caption without words|duplicate (pair|picture|caption|content)|not drawn in this set)$/;

async function verifySource(
  subject: DataSubject,
  check: Check,
  monitor: SourceMonitor | undefined,
): Promise<void> {
  for await (const row of rowsOf(subject, monitor)) {
    if ('pair' in row) check.pairs++;
    else if (!leftOut.test(row.dropped.reason)) {
      const { row: place, reason, detail } = row.dropped;
      check.add(typeof place === 'number' ? `row ${place}` : place, detail ? `${reason}: ${detail}` : reason);
    }
  }
}

async function verifyFolder(folder: string, check: Check): Promise<void> {
  verifyChecksums(folder, check);
  const manifest = readManifest(folder);
  if (manifest.kind !== 'dataset') verifyChecksums(resolve(folder, manifest.base), check);
  const dataset = openDataset(folder);
  try {
    await verifyPairs(dataset, check);
    if (manifest.kind === 'dataset') await verifyDataset(folder, manifest, dataset, check);
    else if (manifest.kind === 'poison') verifyPoison(folder, manifest, dataset, check);
    else verifySubset(folder, manifest, check);
  } finally {
    dataset.close();
  }
}

/** Files of a stage's folder; one that was not made by a stage has no checksums. */
function verifyChecksums(folder: string, check: Check): void {
  if (!existsSync(join(folder, doneFile))) return;
  const id = basename(resolve(folder));
  const { stages } = verifyStore(dirname(dirname(resolve(folder))), { ids: [id] });
  for (const problem of stages[0]!.problems) check.add(id, problem);
}

async function verifyPairs(dataset: PairDataset, check: Check): Promise<void> {
  const ids = new Map<string, number>();
  for (let index = 0; index < dataset.size; index++) {
    check.pairs++;
    let place = `pair ${index}`;
    try {
      const { id, captions } = dataset.info(index);
      place = `pair ${index} (${id})`;
      if (captions.length === 0 || captions.some((caption) => typeof caption !== 'string' || caption === ''))
        check.add(place, 'it has an empty caption, or none');
      if (ids.has(id)) check.add(place, `pair ${ids.get(id)} has the same id`);
      ids.set(id, index);
      const { width, height, data } = await dataset.picture(index);
      if (!(width > 0 && height > 0) || data.length !== 3 * width * height)
        check.add(place, `its picture of ${width}x${height} has ${data.length} bytes`);
    } catch (error) {
      check.add(place, problemOf(error));
    }
  }
}

/** Whatever is wrong with one pair is told, and the next one looked at. */
function problemOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'its line in the index is damaged';
  return (error as Error).message.split('\n')[0]!;
}

async function verifyDataset(
  folder: string,
  manifest: DatasetManifest,
  dataset: PairDataset,
  check: Check,
): Promise<void> {
  const classes = new Map<string, number>();
  let captions = 0;
  for (let index = 0; index < dataset.size; index++)
    try {
      const info = dataset.info(index);
      captions += info.captions.length;
      if (info.label !== null) classes.set(info.label, (classes.get(info.label) ?? 0) + 1);
    } catch {
      return; // The pair was told already, and the sums cannot be right.
    }
  check.compare(folder, 'captions', captions, manifest.captions);
  check.compare(folder, 'classes', classes.size, manifest.classes.length);
  for (const { name, pairs } of manifest.classes)
    check.compare(folder, `pairs of the class ${name}`, classes.get(name) ?? 0, pairs);
  let dropped = 0;
  for await (const row of droppedRows(folder)) if (row.reason !== '') dropped++;
  check.compare(folder, 'dropped rows', dropped, manifest.dropped.total);
}

function verifyPoison(folder: string, manifest: PoisonManifest, dataset: PairDataset, check: Check): void {
  check.compare(folder, 'poisoned pairs', manifest.poisoned.length, manifest.count);
  const seen = new Set<number>();
  const base = openDataset(resolve(folder, manifest.base));
  try {
    for (const { index, id } of manifest.poisoned) {
      const place = `poisoned pair ${index} (${id})`;
      if (!(index >= 0 && index < dataset.size)) check.add(place, `there are ${dataset.size} pairs`);
      else if (seen.has(index)) check.add(place, 'it is poisoned twice');
      else if (base.info(index).id !== id)
        check.add(place, `it was made from another pair than ${base.info(index).id}`);
      seen.add(index);
    }
  } finally {
    base.close();
  }
}

function verifySubset(folder: string, manifest: SubsetManifest, check: Check): void {
  const seen = new Set<number>();
  for (const index of subsetIndices(folder, manifest)) {
    if (seen.has(index)) check.add(`pair ${index}`, 'it is taken twice');
    seen.add(index);
  }
}
