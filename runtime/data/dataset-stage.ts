import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DatasetStage } from '../../schema/stages/data.js';
import { StageFailure, StageInterrupted, type StageContext, type StageRunner } from '../execute/context.js';
import { writeSynced } from './artifact/bytes.js';
import { fileNames, type DatasetManifest } from './artifact/format.js';
import { DatasetWriter, type PictureStorage } from './artifact/write.js';
import { licenceText } from './emoji/licences.js';
import { isUnchecked, resolutionOf } from './join/source.js';
import { openSource } from './open-source.js';
import { checkPlannedFiles } from './planned-files.js';
import type { Source, SourceMonitor } from './source.js';

/** Builds a data set: reads its source once and packs the pairs. There is nothing to resume: it starts anew. */
export const runDatasetStage: StageRunner<DatasetStage> = async (context) => {
  const { dir } = context;
  checkPlannedFiles(context.stage);
  rmSync(join(dir, fileNames.dataset), { force: true });
  const monitor: SourceMonitor = {
    progress: (note, fraction, more = {}) => context.progress({ fraction, note, ...more }),
    checkStop: () => {
      if (context.stopRequested()) throw new StageInterrupted();
    },
    wantsPixels: () => writer.wantsPixels,
  };
  const source = openSource(context.stage, monitor);
  const writer = new DatasetWriter(dir, storageOf(context.stage, source));
  try {
    for await (const rows of source.batches()) {
      for (const row of rows) {
        if ('pair' in row) writer.add(row.pair);
        else writer.drop(row.dropped);
      }
      monitor.checkStop();
    }
  } catch (error) {
    writer.abandon();
    throw error;
  }
  if (writer.size === 0) {
    writer.close();
    throw new StageFailure(
      `no pair is left of ${writer.droppedTotal} rows`,
      `${fileNames.dropped} in ${dir} lists what is wrong with each`,
    );
  }
  writeSynced(join(dir, fileNames.licences), licenceText(source.licences));
  const manifest = writer.finish(source.licences, source.provenance);
  tell(context, manifest);
};

/** How pictures are kept; those that have no files of their own are always decoded. */
function storageOf({ config, locals }: DatasetStage, { root }: Source): PictureStorage | null {
  if (root === undefined) {
    const { storage = 'decoded' } = locals;
    if (storage === 'decoded') return null;
    throw new StageFailure(
      `the pictures cannot be kept with \`storage: ${storage}\`: they have no place in a file of their own`,
      'leave storage out; pictures in compressed shards are read from .tar files once these are unpacked',
    );
  }
  const form = isUnchecked(config.source) ? 'files' : (locals.storage ?? 'auto');
  return { form, root: resolve(root), resolution: resolutionOf(config.source) };
}

const formWords = {
  decoded: `decoded in ${fileNames.pictures}`,
  encoded: `as they were found, in ${fileNames.pictures}`,
  files: 'in their files, and decoded when they are used',
} as const;

function tell(context: StageContext<DatasetStage>, manifest: DatasetManifest): void {
  const { size, classes, dropped, captions_without_words: wordless } = manifest;
  context.log(`${size} pairs of ${classes.length} classes, ${dropped.total} rows left out`);
  context.log(`pictures are kept ${formWords[manifest.pictures?.form ?? 'decoded']}`);
  for (const [reason, count] of Object.entries(dropped.reasons))
    context.log(`left out: ${count} x ${reason}`);
  if (wordless > 0) context.log(`${wordless} captions have no letters: EDA leaves them as they are`);
  context.progress({ fraction: 1, note: `${size} pairs` });
}
