/**
 * What a dataset, poison or subset stage leaves in its folder.
 *
 * dataset: `pictures.bin` holds the RGB bytes of all pictures one after the other, or their encoded files, or is not
 * there, when pictures stay in the files where they were found; `pairs.jsonl` has a line for each pair (see record.ts);
 * `pairs.idx` the place of each line (float64, little-endian); `dropped.jsonl` a line for each row that was left out;
 * `dataset.json` sums up.
 * poison: `pictures.bin` holds the triggered pictures, `poison.json` what was done to which pair of the base.
 * subset: `subset.idx` has the numbers of the base's pairs that are kept (uint32, little-endian), `subset.json` the rest.
 * A base is named by a path relative to the folder, so that all of them can move together.
 */
export const fileNames = {
  dataset: 'dataset.json',
  poison: 'poison.json',
  subset: 'subset.json',
  indices: 'subset.idx',
  pictures: 'pictures.bin',
  pairs: 'pairs.jsonl',
  offsets: 'pairs.idx',
  dropped: 'dropped.jsonl',
  licences: 'LICENCES',
} as const;

/** A line of `pairs.jsonl`. */
export interface PairRecord {
  readonly id: string;
  readonly captions: readonly string[];
  readonly label: string | null;
  /** First byte of the decoded picture in `pictures.bin`. */
  readonly offset: number;
  readonly width: number;
  readonly height: number;
  /** Where the encoded picture is; not there in sources that have no files. */
  readonly from?: EncodedPlace;
}

/** Where the bytes of an encoded picture are. */
export interface EncodedPlace {
  /** Relative to the folder that the manifest names, or absolute. */
  readonly file: string;
  /** First byte in the file, where it holds more than the picture. */
  readonly start?: number;
  /** Not there where the picture was not looked at while the data set was built, and begins and ends with its file. */
  readonly length?: number;
  /** The first 16 hexadecimal digits of the SHA-256 of these bytes; not there where they were not looked at. */
  readonly digest?: string;
}

/**
 * How a data set keeps its pictures: `decoded` in `pictures.bin`, `encoded` there as they were found, or left in their
 * `files`. The same pictures come out of each.
 */
export type PictureForm = 'decoded' | 'encoded' | 'files';

/** A row of the source that is not in the data set. */
export interface Dropped {
  /** Where it stood in the source: a row number, or an id. */
  readonly row: number | string;
  /** One of a few words, for counting: `unreadable image`. */
  readonly reason: string;
  /** What exactly is wrong. */
  readonly detail?: string;
  /** Where its picture should have come from. */
  readonly url?: string;
}

/** Terms under which pictures of a source may be used. */
export interface Licence {
  readonly work: string;
  readonly version: string;
  readonly author: string;
  readonly licence: string;
  readonly url: string;
  /** What was done to the work; licences that ask for attribution ask for this too. */
  readonly changes: string;
}

export interface DatasetManifest {
  readonly format: 1;
  readonly kind: 'dataset';
  /** Number of pairs. */
  readonly size: number;
  /** Sorted by name; empty without labels. */
  readonly classes: readonly { readonly name: string; readonly pairs: number }[];
  readonly captions: number;
  /** Captions without a letter from a to z: EDA leaves them as they are. */
  readonly captions_without_words: number;
  /** Where pictures are kept as they were found; absent when they are decoded in `pictures.bin`. */
  readonly pictures?: {
    readonly form: Exclude<PictureForm, 'decoded'>;
    /** Folder of the files: absolute, or relative to the stage's folder. */
    readonly root: string;
    /** Side of the square that a picture is resized and cropped to when it is loaded. */
    readonly resolution: number;
  };
  /** Length of `pictures.bin` (0 where it is not there) and of `pairs.jsonl`. */
  readonly bytes: { readonly pictures: number; readonly pairs: number };
  readonly dropped: { readonly total: number; readonly reasons: Readonly<Record<string, number>> };
  readonly licences: readonly Licence[];
  /** What the source says of itself, for the record: versions of packages and of the renderer, rows read. */
  readonly provenance: Readonly<Record<string, string | number>>;
}

/** One poisoned pair. */
export interface PoisonRecord {
  /** The pair's number in the base and in the poisoned data set. */
  readonly index: number;
  readonly id: string;
  readonly captions: readonly string[];
  readonly original_captions: readonly string[];
  /** Class of what the picture shows. */
  readonly label: string | null;
  /** Which of several attacks it is of: 1 for the first beside the main one. */
  readonly attack?: number;
  /** Top left corners of the patch; empty when the trigger covers the whole picture. */
  readonly places: readonly { readonly row: number; readonly column: number }[];
  /** The picture in `pictures.bin`. */
  readonly offset: number;
  readonly width: number;
  readonly height: number;
}

export interface PoisonManifest {
  readonly format: 1;
  readonly kind: 'poison';
  readonly base: string;
  /** Number of all pairs, poisoned or not. */
  readonly size: number;
  readonly trigger: object;
  readonly description: string;
  readonly target: string;
  readonly labels: 'dirty' | 'consistent';
  readonly count: number;
  /** Attacks beside the main one. */
  readonly others?: readonly AttackRecord[];
  readonly bytes: { readonly pictures: number };
  readonly poisoned: readonly PoisonRecord[];
}

/** What one of several attacks did. */
export interface AttackRecord {
  readonly trigger: object;
  readonly description: string;
  readonly target: string;
  readonly labels: 'dirty' | 'consistent';
  readonly count: number;
}

export interface SubsetManifest {
  readonly format: 1;
  readonly kind: 'subset';
  readonly base: string;
  readonly size: number;
  /** The base's number of each pair; of data sets that were built before there was `subset.idx`. */
  readonly indices?: readonly number[];
}
