import { join } from 'node:path';
import { isAugmentable } from '../../augment/eda/clean.js';
import type { Picture } from '../dataset.js';
import { ByteWriter, writeSynced } from './bytes.js';
import { fileNames, type DatasetManifest, type Dropped, type Licence, type PairRecord } from './format.js';

/** A pair on its way into a data set. */
export interface NewPair {
  readonly id: string;
  readonly captions: readonly string[];
  readonly label: string | null;
  readonly picture: Picture;
}

/** Writes a dataset stage's folder, pair by pair; earlier content of the same files is lost. */
export class DatasetWriter {
  private readonly pictures: ByteWriter;
  private readonly pairs: ByteWriter;
  private readonly offsets: ByteWriter;
  private readonly dropped: ByteWriter;
  private readonly classes = new Map<string, number>();
  private readonly reasons = new Map<string, number>();
  private captions = 0;
  private captionsWithoutWords = 0;
  size = 0;

  constructor(private readonly dir: string) {
    const open = (name: string) => new ByteWriter(join(dir, name));
    this.pictures = open(fileNames.pictures);
    this.pairs = open(fileNames.pairs);
    this.offsets = open(fileNames.offsets);
    this.dropped = open(fileNames.dropped);
  }

  add({ id, captions, label, picture }: NewPair): void {
    const { width, height } = picture;
    const record: PairRecord = { id, captions, label, offset: this.pictures.size, width, height };
    const place = Buffer.alloc(8);
    place.writeDoubleLE(this.pairs.size);
    this.offsets.write(place);
    this.pairs.write(jsonLine(record));
    this.pictures.write(picture.data);
    if (label !== null) this.classes.set(label, (this.classes.get(label) ?? 0) + 1);
    this.captions += captions.length;
    this.captionsWithoutWords += captions.filter((caption) => !isAugmentable(caption)).length;
    this.size++;
  }

  drop(row: Dropped): void {
    this.dropped.write(jsonLine(row));
    this.reasons.set(row.reason, (this.reasons.get(row.reason) ?? 0) + 1);
  }

  get droppedTotal(): number {
    return [...this.reasons.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Completes the files; the manifest comes last, so a folder that has one is whole. */
  finish(licences: readonly Licence[], provenance: DatasetManifest['provenance']): DatasetManifest {
    const manifest: DatasetManifest = {
      format: 1,
      kind: 'dataset',
      size: this.size,
      classes: [...this.classes].sort(byName).map(([name, pairs]) => ({ name, pairs })),
      captions: this.captions,
      captions_without_words: this.captionsWithoutWords,
      bytes: { pictures: this.pictures.size, pairs: this.pairs.size },
      dropped: { total: this.droppedTotal, reasons: Object.fromEntries([...this.reasons].sort(byName)) },
      licences,
      provenance,
    };
    this.close();
    writeSynced(join(this.dir, fileNames.dataset), `${JSON.stringify(manifest, null, 1)}\n`);
    return manifest;
  }

  /** Completes the files without making a data set of them. */
  close(): void {
    for (const file of this.files()) file.close();
  }

  /** Closes the files after an error, whatever is in them. */
  abandon(): void {
    for (const file of this.files()) file.abandon();
  }

  private files(): readonly ByteWriter[] {
    return [this.pictures, this.pairs, this.offsets, this.dropped];
  }
}

function jsonLine(value: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}

/** Order of class names: by UTF-16 code unit, the same on every machine. */
function byName(a: readonly [string, number], b: readonly [string, number]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}
