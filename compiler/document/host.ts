/** The compiler's only window on the world. Paths are absolute or relative to the working folder; '/' separates. */
export interface Host {
  /** The file's bytes as text, or why it cannot be had. */
  readText(path: string): ReadResult<string>;
  /** SHA-256 of the file's bytes (64 hexadecimal digits), its size, or why it cannot be had. */
  digest(path: string): ReadResult<{ readonly sha256: string; readonly bytes: number }>;
  /** SHA-256 of the names and sizes of all files in a folder and below it, or why it cannot be had. */
  listing(path: string): ReadResult<{ readonly sha256: string }>;
  /** Bytes of a file, or why it cannot be had. */
  size(path: string): ReadResult<number>;
  /** Value of an environment variable. */
  environment(name: string): string | undefined;
}

export type ReadResult<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly reason: 'missing' | 'unreadable' | 'folder' | 'too-large' | 'not-text';
      readonly detail: string;
    };
