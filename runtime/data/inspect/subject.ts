import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join, resolve } from 'node:path';
import type { DatasetStage } from '../../../schema/stages/data.js';
import {
  fileNames,
  type AttackRecord,
  type DatasetManifest,
  type Dropped,
  type PoisonManifest,
} from '../artifact/format.js';
import { damaged } from '../artifact/damaged.js';
import { openDataset, readManifest } from '../artifact/open.js';
import { openSource } from '../open-source.js';
import type { SourceMonitor } from '../source.js';
import type { SurveyedPair } from './survey.js';

/** A data set to look at: the folder of a finished stage, or a source that nothing was built from yet. */
export type DataSubject =
  | { readonly kind: 'folder'; readonly title: string; readonly folder: string }
  | { readonly kind: 'source'; readonly title: string; readonly stage: DatasetStage };

/** A row of what is looked at. */
export type SurveyedRow = { readonly pair: SurveyedPair } | { readonly dropped: Dropped };

const quiet: SourceMonitor = {
  progress: () => undefined,
  checkStop: () => undefined,
  wantsPixels: () => true,
};

/**
 * The rows of a data set. Of a source no row is refused: what cannot be used is dropped, whatever the experiment says.
 *
 * @throws {StageFailure} when the source or the folder cannot be read
 */
export function rowsOf(subject: DataSubject, monitor: SourceMonitor = quiet): AsyncGenerator<SurveyedRow> {
  return subject.kind === 'folder' ? rowsOfFolder(subject.folder) : rowsOfSource(subject.stage, monitor);
}

async function* rowsOfSource(stage: DatasetStage, monitor: SourceMonitor): AsyncGenerator<SurveyedRow> {
  const { config, locals } = stage;
  const source =
    'unreadable' in config.source ? { ...config.source, unreadable: 'drop' as const } : config.source;
  for await (const row of openSource({ config: { ...config, source }, locals }, monitor).rows()) {
    if ('dropped' in row) yield row;
    else {
      const { picture, encoded, ...told } = row.pair;
      yield { pair: { ...told, poisoned: false, picture: picture!, encoded: encoded?.bytes ?? null } };
    }
  }
}

async function* rowsOfFolder(folder: string): AsyncGenerator<SurveyedRow> {
  const dataset = openDataset(folder);
  try {
    for (let index = 0; index < dataset.size; index++) {
      const encoded = dataset.encoded?.(index) ?? null;
      yield { pair: { ...dataset.info(index), picture: await dataset.picture(index), encoded } };
    }
  } finally {
    dataset.close();
  }
  for await (const dropped of droppedRows(rootOf(folder))) yield { dropped };
}

/** The data set that a poison or subset stage is made from, at first hand or further on. */
export function rootOf(folder: string): string {
  const manifest = readManifest(folder);
  return manifest.kind === 'dataset' ? folder : rootOf(resolve(folder, manifest.base));
}

/** The attacks on a data set, the last one first; none of a source. */
export function attacksOn(folder: string): AttackRecord[] {
  const manifest = readManifest(folder);
  if (manifest.kind === 'dataset') return [];
  const own = manifest.kind === 'poison' ? [mainAttack(manifest), ...(manifest.others ?? [])] : [];
  return [...own, ...attacksOn(resolve(folder, manifest.base))];
}

function mainAttack({
  trigger,
  description,
  target,
  labels,
  count,
  others = [],
}: PoisonManifest): AttackRecord {
  const rest = others.reduce((sum, other) => sum + other.count, 0);
  return { trigger, description, target, labels, count: count - rest };
}

/** The rows that a data set's source had and it has not. */
export async function* droppedRows(folder: string): AsyncGenerator<Dropped> {
  const path = join(folder, fileNames.dropped);
  if (!existsSync(path)) return;
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number++;
    if (line !== '') yield droppedRow(line, `${fileNames.dropped}:${number}`, folder);
  }
}

function droppedRow(line: string, place: string, folder: string): Dropped {
  try {
    const row = JSON.parse(line) as Partial<Dropped> | null;
    if (typeof row?.reason === 'string' && ['string', 'number'].includes(typeof row.row))
      return row as Dropped;
  } catch {
    // Told below.
  }
  throw damaged(folder, `${place} is damaged`);
}

/** What was recorded of the data set itself. */
export function rootManifest(folder: string): DatasetManifest {
  return readManifest(rootOf(folder)) as DatasetManifest;
}
