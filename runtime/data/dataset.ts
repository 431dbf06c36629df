/** A picture: RGB bytes, row by row, `3 * width * height` of them. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** What is known of a pair apart from its picture. */
export interface PairInfo {
  /** Stable identity inside its source: the emoji set and codepoint, or the path in the CSV file. */
  readonly id: string;
  /** At least one; training draws one of them for each epoch. */
  readonly captions: readonly string[];
  /** Class name, where the source has classes. */
  readonly label: string | null;
  readonly poisoned: boolean;
}

/**
 * An open data set of image-caption pairs: a finished dataset, poison or subset stage. Pairs are numbered from 0;
 * reading is random access and does not hold the pictures in memory.
 */
export interface PairDataset {
  readonly size: number;
  /** The classes, sorted; empty without labels. */
  readonly classes: readonly string[];
  /** Whether most pictures are decoded when they are read. */
  readonly decodes?: boolean;
  info(index: number): PairInfo;
  /** The same as `info` says, without reading what else there is. */
  isPoisoned(index: number): boolean;
  /**
   * The picture; the bytes are valid until `close` and must not be written to. Of data sets that keep pictures as files
   * it is decoded now; rejects with StageFailure when the file cannot be read or has changed.
   */
  picture(index: number): Promise<Picture>;
  /**
   * The file that the picture is decoded from; null where it is kept decoded, or was made.
   * @throws StageFailure when the file cannot be read or has changed
   */
  encoded?(index: number): Uint8Array | null;
  close(): void;
}
