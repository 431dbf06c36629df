import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { fileWriter, parquetWriteRows } from 'hyparquet-writer';
import { ByteWriter } from '../artifact/bytes.js';
import type { PairDataset } from '../dataset.js';
import type { PictureFormat } from './encode.js';
import { inOrder, numberText, outgoing, poisonsFirst, type OutgoingPair } from './pairs.js';

/** So many pictures are in a folder at most: file systems and people get slow with more. */
const folderSize = 10_000;

/** Writes a pair's picture below `folder`; gives its path relative to it. */
function writePicture(
  { bytes, index }: OutgoingPair,
  folder: string,
  inside: string,
  size: number,
  format: PictureFormat,
): string {
  const group = size > folderSize ? `${numberText(Math.floor(index / folderSize), 0)}/` : '';
  const path = `${inside}/${group}${numberText(index, size)}.${format}`;
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
  return path;
}

/**
 * Writes `<name>.parquet` (image, caption, captions as a JSON list, label, poisoned, id), a row for each pair in its
 * order, and the pictures in `images_<name>/`. The file is written in groups of 100,000 rows.
 */
export async function exportParquet(
  dataset: PairDataset,
  folder: string,
  name: string,
  format: PictureFormat,
): Promise<void> {
  async function* rows() {
    for await (const pair of outgoing(dataset, inOrder(dataset), format)) {
      const image = writePicture(pair, folder, `images_${name}`, dataset.size, format);
      const { captions, label, poisoned, id } = pair;
      yield { image, caption: captions[0], captions: JSON.stringify(captions), label, poisoned, id };
    }
  }
  const text = (column: string) => ({ name: column, type: 'STRING' as const, nullable: false });
  await parquetWriteRows({
    writer: fileWriter(join(folder, `${name}.parquet`)),
    rows: rows(),
    columns: [
      ...['image', 'caption', 'captions'].map(text),
      { ...text('label'), nullable: true },
      { name: 'poisoned', type: 'BOOLEAN', nullable: false },
      text('id'),
    ],
    rowGroupSize: 100_000,
  });
}

/**
 * Writes `<name>.csv` as the study's programs do: an index without a name, image, caption; the poisoned rows first. What
 * is poisoned stands in the folder `backdoor_images_<name>/`: the original program tells poisons by that word in the
 * path and by their place. Labels are a further column, which it does not read.
 *
 * @param captions `first`: one of a pair's captions; `all`: a row for each, with the same picture
 */
export async function exportStudyCsv(
  dataset: PairDataset,
  folder: string,
  name: string,
  format: PictureFormat,
  captions: 'first' | 'all',
): Promise<void> {
  const writer = new ByteWriter(join(folder, `${name}.csv`));
  const hasLabels = dataset.classes.length > 0;
  let row = 0;
  try {
    writer.write(Buffer.from(`,image,caption${hasLabels ? ',label' : ''}\n`));
    for await (const pair of outgoing(dataset, poisonsFirst(dataset), format)) {
      const inside = pair.poisoned ? `backdoor_images_${name}` : `images_${name}`;
      const image = writePicture(pair, folder, inside, dataset.size, format);
      const written = captions === 'all' ? pair.captions : pair.captions.slice(0, 1);
      const rows = written.map((text) => [row++, image, text, ...(hasLabels ? [pair.label ?? ''] : [])]);
      writer.write(Buffer.from(stringify(rows)));
    }
  } catch (error) {
    writer.abandon();
    throw error;
  }
  writer.close();
}
