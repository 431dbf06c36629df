import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAugmentable } from '../../augment/eda/clean.js';
import type { Picture } from '../dataset.js';
import { ByteWriter, writeSynced } from './bytes.js';
import { pictureDigest } from './encoded.js';
import {
  fileNames,
  type DatasetManifest,
  type Dropped,
  type EncodedPlace,
  type Licence,
  type PairRecord,
  type PictureForm,
} from './format.js';
import { recordLine } from './record.js';

/** A pair on its way into a data set. */
export interface NewPair {
  readonly id: string;
  readonly captions: readonly string[];
  readonly label: string | null;
  /** Null where the writer has no use for it. */
  readonly picture: Picture | null;
  /** The file that the picture was decoded from. */
  readonly encoded?: EncodedPicture;
  /** The file of a picture that was not looked at; it stays there. */
  readonly unread?: string;
}

/** A picture as it was found. */
export interface EncodedPicture extends Pick<EncodedPlace, 'file' | 'start'> {
  readonly bytes: Uint8Array;
}

/** Decoded pictures up to so many bytes are packed where nothing else is asked for: 57,000 of 224 px. */
const PACKED_BYTES = 8 * 2 ** 30;

/** How a data set's pictures are kept. */
export interface PictureStorage {
  /** `auto`: decoded while they are small, otherwise files. */
  readonly form: PictureForm | 'auto';
  /** Folder that names of files are relative to. */
  readonly root: string;
  /** Side that pictures are resized and cropped to. */
  readonly resolution: number;
  /** What is small, in bytes. */
  readonly packUpTo?: number;
}

/** Writes a dataset stage's folder, pair by pair; earlier content of the same files is lost. */
export class DatasetWriter {
  private pictures: ByteWriter | null = null;
  private readonly pairs: ByteWriter;
  private readonly offsets: ByteWriter;
  private readonly dropped: ByteWriter;
  private readonly classes = new Map<string, number>();
  private readonly reasons = new Map<string, number>();
  private captions = 0;
  private captionsWithoutWords = 0;
  private form: PictureForm;
  size = 0;

  constructor(
    private readonly dir: string,
    private readonly storage: PictureStorage | null = null,
  ) {
    const open = (name: string) => new ByteWriter(join(dir, name));
    const { form = 'decoded' } = storage ?? {};
    this.form = form === 'auto' ? 'decoded' : form;
    rmSync(join(dir, fileNames.pictures), { force: true });
    if (this.form !== 'files') this.pictures = open(fileNames.pictures);
    this.pairs = open(fileNames.pairs);
    this.offsets = open(fileNames.offsets);
    this.dropped = open(fileNames.dropped);
  }

  /** Whether pairs must come with their pictures decoded. */
  get wantsPixels(): boolean {
    return this.form === 'decoded';
  }

  add({ id, captions, label, picture, encoded, unread }: NewPair): void {
    const kept = unread === undefined ? this.keep(id, picture, encoded) : this.leave(unread);
    const record: PairRecord = { id, captions, label, ...kept };
    this.offsets.writeDouble(this.pairs.size);
    this.pairs.writeText(recordLine(record, this.form === 'files'));
    if (label !== null) this.count(label);
    this.captions += captions.length;
    for (const caption of captions) if (!isAugmentable(caption)) this.captionsWithoutWords++;
    this.size++;
  }

  private count(label: string): void {
    const count = this.classes.get(label);
    // A label that was cut out of a piece of a file holds all of it in memory; a copy does not.
    if (count === undefined) this.classes.set(Buffer.from(label).toString(), 1);
    else this.classes.set(label, count + 1);
  }

  /** Names the file of a picture that was not looked at. */
  private leave(file: string): Pick<PairRecord, 'offset' | 'width' | 'height' | 'from'> {
    if (this.form !== 'files') throw new Error(`${file} was not read`);
    const { resolution } = this.storage!;
    return { offset: 0, width: resolution, height: resolution, from: { file } };
  }

  /** Keeps a picture in the form that is asked for; tells where. */
  private keep(
    id: string,
    picture: Picture | null,
    encoded: EncodedPicture | undefined,
  ): Pick<PairRecord, 'offset' | 'width' | 'height' | 'from'> {
    const { form, resolution = 0, packUpTo = PACKED_BYTES } = this.storage ?? {};
    const from =
      encoded === undefined || form === 'decoded' || this.storage === null ? undefined : placeOf(encoded);
    if (this.form === 'decoded') {
      if (picture === null) throw new Error(`the picture of ${id} is wanted decoded`);
      const { width, height, data } = picture;
      const offset = this.pictures!.size;
      if (form !== 'auto' || from === undefined || offset + data.length <= packUpTo) {
        this.pictures!.write(data);
        return { offset, width, height, ...(from === undefined ? {} : { from }) };
      }
      this.leaveInFiles();
    }
    if (from === undefined) throw new Error(`the picture of ${id} has no file`);
    const square = { offset: 0, width: resolution, height: resolution };
    if (this.form === 'files') return { ...square, from };
    const start = this.pictures!.size;
    this.pictures!.write(encoded!.bytes);
    return { ...square, from: { ...from, file: fileNames.pictures, start } };
  }

  /** The decoded pictures are too many: those so far are dropped, their files are named already. */
  private leaveInFiles(): void {
    this.pictures!.abandon();
    this.pictures = null;
    rmSync(join(this.dir, fileNames.pictures));
    this.form = 'files';
  }

  drop(row: Dropped): void {
    this.dropped.writeText(`${JSON.stringify(row)}\n`);
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
      ...(this.form === 'decoded'
        ? {}
        : {
            pictures: {
              form: this.form,
              root: this.form === 'files' ? this.storage!.root : '',
              resolution: this.storage!.resolution,
            },
          }),
      bytes: { pictures: this.pictures?.size ?? 0, pairs: this.pairs.size },
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
    const files = [this.pairs, this.offsets, this.dropped];
    return this.pictures === null ? files : [this.pictures, ...files];
  }
}

function placeOf({ file, start, bytes }: EncodedPicture): EncodedPlace {
  return {
    file,
    ...(start === undefined ? {} : { start }),
    length: bytes.length,
    digest: pictureDigest(bytes),
  };
}

/** Order of class names: by UTF-16 code unit, the same on every machine. */
function byName(a: readonly [string, number], b: readonly [string, number]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}
