import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Package {
  /** The project's folder, with a `/` at the end. */
  readonly root: string;
  readonly version: string;
}

/** Where expc is installed: package.json stands beside the sources' folders, and beside dist/. */
export function ownPackage(): Package {
  for (const up of ['..', '../..']) {
    try {
      const found = JSON.parse(readFileSync(new URL(`${up}/package.json`, import.meta.url), 'utf8')) as {
        name?: string;
        version?: string;
      };
      if (found.name === 'expc')
        return {
          root: fileURLToPath(new URL(`${up}/`, import.meta.url)),
          version: found.version ?? 'unknown',
        };
    } catch {
      // One folder further up.
    }
  }
  throw new Error('package.json is not where it should be');
}
