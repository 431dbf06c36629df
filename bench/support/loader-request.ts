/** What either side of the loader's comparison is asked. */
export type LoaderRequest =
  | {
      readonly kind: 'load';
      /** Batches of `batch` pictures that are loaded. */
      readonly batches: number;
      readonly augment: boolean;
      /** Counts up: another order each time. */
      readonly epoch: number;
    }
  | { readonly kind: 'bytes'; readonly pictures: readonly number[] };

export interface LoaderAnswer {
  readonly seconds?: number;
  /** Of all threads and processes. */
  readonly cpu_seconds?: number;
  /** SHA-256 of each picture's bytes, resized and cropped. */
  readonly digests?: readonly string[];
}

export const loaderSize = { side: 224, batch: 128, workers: 2 } as const;
