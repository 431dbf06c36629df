import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { DatasetManifest } from '../../../../runtime/data/artifact/format.js';
import { openDataset, readManifest } from '../../../../runtime/data/artifact/open.js';
import type { CsvSourceConfig } from '../../../../runtime/data/csv/source.js';
import { runDatasetStage } from '../../../../runtime/data/dataset-stage.js';
import type { DatasetStage } from '../../../../schema/stages/data.js';
import { runStage } from '../../../support/stage.js';
import type { madePicture } from '../../../support/pictures.js';

export const base: CsvSourceConfig = {
  kind: 'csv',
  image_column: 'image',
  caption_column: 'caption',
  delimiter: ',',
  resolution: 6,
  unreadable: 'fail',
  seed: 0,
};

/** A made-up picture as a PNG file. */
export function pngOf({ data, width, height }: ReturnType<typeof madePicture>): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

/** Builds a data set in a folder, and reads all that was written. */
export async function builtIn(
  dir: string,
  source: DatasetStage['config']['source'],
  locals: DatasetStage['locals'],
) {
  const { log } = await runStage(runDatasetStage, dir, { config: { source, files: {} }, locals });
  const data = openDataset(dir);
  const infos = Array.from({ length: data.size }, (_, i) => data.info(i));
  const dropped = readFileSync(join(dir, 'dropped.jsonl'), 'utf8').split('\n').filter(Boolean);
  return {
    data,
    infos,
    log,
    manifest: readManifest(dir) as DatasetManifest,
    captions: infos.flatMap(({ captions }) => captions),
    dropped: dropped.map(
      (line) => JSON.parse(line) as { row: number | string; reason: string; detail: string },
    ),
  };
}
