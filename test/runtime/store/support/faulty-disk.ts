import { statSync, truncateSync } from 'node:fs';
import { disk, type FileLayer } from '../../../../runtime/store/files.js';

/** The machine stopped: nothing that the program would do after this happens. */
export class PowerCut extends Error {
  override readonly name = 'PowerCut';
}

export interface FaultyDisk extends FileLayer {
  /** Operations so far that change the disk. */
  readonly operations: number;
}

/**
 * A disk on a machine that stops at the n-th operation (from 0): of a write half arrives, what was written and not
 * synced is cut to half, and no later operation, clean-up included, happens.
 */
export function powerCutAt(n: number): FaultyDisk {
  const unsynced = new Set<string>();
  let isDead = false;
  const cut = () => {
    isDead = true;
    for (const path of unsynced) {
      try {
        truncateSync(path, Math.floor(statSync(path).size / 2));
      } catch {
        // It was removed.
      }
    }
    throw new PowerCut();
  };
  return wrap((index, act, details) => {
    if (isDead) throw new PowerCut();
    if (details.written !== undefined) unsynced.add(details.written);
    if (index === n) {
      details.half?.();
      cut();
    }
    act();
    if (details.synced !== undefined) unsynced.delete(details.synced);
    if (details.renamed !== undefined) {
      for (const path of [...unsynced].filter((each) => each.startsWith(details.renamed![0]))) {
        unsynced.delete(path);
        unsynced.add(path.replace(details.renamed[0], details.renamed[1]));
      }
    }
  });
}

/** A disk that is full from the n-th operation on: what takes space fails, a write after half of it. */
export function fullFrom(n: number): FaultyDisk {
  return wrap((index, act, { half, path, takesSpace }) => {
    if (index < n || !takesSpace) {
      act();
      return;
    }
    half?.();
    throw Object.assign(new Error(`ENOSPC: no space left on device, '${path}'`), { code: 'ENOSPC', path });
  });
}

interface Details {
  readonly path: string;
  readonly takesSpace?: boolean;
  readonly half?: () => void;
  readonly written?: string;
  readonly synced?: string;
  readonly renamed?: readonly [string, string];
}

function wrap(around: (index: number, act: () => void, details: Details) => void): FaultyDisk {
  const paths = new Map<number, string>();
  let operations = 0;
  const go = <T>(act: () => T, details: Details): T => {
    let result: T | undefined;
    around(operations++, () => (result = act()), details);
    return result as T;
  };
  return {
    get operations() {
      return operations;
    },
    open(path, flags) {
      const file = go(() => disk.open(path, flags), { path, takesSpace: true });
      paths.set(file, path);
      return file;
    },
    write(file, data) {
      const path = paths.get(file)!;
      const half = () => disk.write(file, data.subarray(0, Math.floor(data.byteLength / 2)));
      go(() => disk.write(file, data), { path, takesSpace: true, half, written: path });
    },
    sync: (file) => go(() => disk.sync(file), { path: paths.get(file)!, synced: paths.get(file)! }),
    close: (file) => disk.close(file),
    truncate: (path, size) => go(() => disk.truncate(path, size), { path }),
    rename: (from, to) => go(() => disk.rename(from, to), { path: to, renamed: [from, to] }),
    link: (from, to) => go(() => disk.link(from, to), { path: to, takesSpace: true }),
    remove: (path) => go(() => disk.remove(path), { path }),
    makeFolder: (path) => go(() => disk.makeFolder(path), { path, takesSpace: true }),
    syncFolder: (path) => go(() => disk.syncFolder(path), { path }),
  };
}

/** Numbers of the operations that `act` does when nothing goes wrong. */
export function everyOperation(act: (files: FileLayer) => void): number[] {
  const files = powerCutAt(Infinity);
  act(files);
  return Array.from({ length: files.operations }, (_, index) => index);
}
