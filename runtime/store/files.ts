import * as fs from 'node:fs';

/**
 * The few file operations with which results are written. Everything that must survive a crash goes through one of
 * these, so a test can stand in for a disk that is full or a machine that stops between any two of them.
 */
export interface FileLayer {
  open(path: string, flags: string): number;
  /** Writes all of `data`. */
  write(file: number, data: Uint8Array): void;
  sync(file: number): void;
  close(file: number): void;
  truncate(path: string, size: number): void;
  rename(from: string, to: string): void;
  /** A second name for a file; EEXIST when the name is taken. */
  link(from: string, to: string): void;
  remove(path: string): void;
  makeFolder(path: string): void;
  /** Makes the names in a folder as durable as the files. */
  syncFolder(path: string): void;
}

/** The real disk. */
export const disk: FileLayer = {
  open: (path, flags) => fs.openSync(path, flags),
  write(file, data) {
    for (let done = 0; done < data.byteLength;)
      done += fs.writeSync(file, data, done, data.byteLength - done);
  },
  sync: (file) => fs.fsyncSync(file),
  close: (file) => fs.closeSync(file),
  truncate: (path, size) => fs.truncateSync(path, size),
  rename: (from, to) => fs.renameSync(from, to),
  link: (from, to) => fs.linkSync(from, to),
  remove: (path) => fs.rmSync(path, { recursive: true, force: true }),
  makeFolder: (path) => void fs.mkdirSync(path, { recursive: true }),
  syncFolder(path) {
    const folder = fs.openSync(path, 'r');
    try {
      fs.fsyncSync(folder);
    } catch (error) {
      if (!cannotSyncFolders.has(codeOf(error))) throw error;
    } finally {
      fs.closeSync(folder);
    }
  },
};

/** Answers of file systems that have no such operation: there is nothing more to be had from them. */
const cannotSyncFolders = new Set(['EINVAL', 'EISDIR', 'ENOTSUP', 'EPERM', 'EBADF']);

/** `ENOENT` and the like; empty when the error is not the system's. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : '';
}
