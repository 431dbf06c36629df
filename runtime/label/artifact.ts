import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PairDataset } from '../data/dataset.js';
import { damaged } from '../data/artifact/damaged.js';
import { writeSynced } from '../data/artifact/bytes.js';

/** Classes of a data set's pictures. */
export interface PictureLabels {
  readonly classes: readonly string[];
  /** Place in `classes`, by the number of the pair. */
  readonly labels: Int32Array;
}

const manifestFile = 'labels.json';
const rowsFile = 'labels.jsonl';

/** A line of `labels.jsonl`: the label is written beside the picture that it belongs to. */
interface LabelRow {
  readonly pair: number;
  readonly image: string;
  readonly label: string;
}

/** Writes the labels of all pictures of a data set: `labels.jsonl`, a line a pair, and `labels.json`, which sums up. */
export function writeLabels(dir: string, data: PairDataset, { classes, labels }: PictureLabels): void {
  const rows: string[] = [];
  labels.forEach((label, pair) => {
    const row: LabelRow = { pair, image: data.info(pair).id, label: classes[label]! };
    rows.push(`${JSON.stringify(row)}\n`);
  });
  writeSynced(join(dir, rowsFile), rows.join(''));
  const manifest = { format: 1, kind: 'label', size: labels.length, classes };
  writeSynced(join(dir, manifestFile), `${JSON.stringify(manifest)}\n`);
}

/**
 * Reads the labels of a data set's pictures. Each line names its pair and picture, so their order does not matter.
 * @throws {StageFailure} when they are not those of this data set
 */
export function readLabels(dir: string, data: PairDataset): PictureLabels {
  if (!existsSync(join(dir, manifestFile))) throw damaged(dir, `it holds no ${manifestFile}`);
  const { classes, size } = JSON.parse(readFileSync(join(dir, manifestFile), 'utf8')) as {
    readonly classes: readonly string[];
    readonly size: number;
  };
  if (size !== data.size) throw damaged(dir, `it labels ${size} pictures, not ${data.size}`);
  const places = new Map(classes.map((name, place) => [name, place]));
  const labels = new Int32Array(size).fill(-1);
  for (const line of readFileSync(join(dir, rowsFile), 'utf8').split('\n')) {
    if (line === '') continue;
    const { pair, image, label } = JSON.parse(line) as LabelRow;
    if (data.info(pair).id !== image) throw damaged(dir, `pair ${pair} is not the picture ${image}`);
    labels[pair] = places.get(label) ?? -1;
  }
  if (labels.includes(-1)) throw damaged(dir, 'some pictures have no label');
  return { classes, labels };
}
