import { pythonWith } from '../../bench/support/venv.js';

/** A Python with some packages in the cache folder; null, with a word why, where they cannot be installed. */
export async function pythonOrNull(name: string, ...packages: readonly string[]): Promise<string | null> {
  try {
    return await pythonWith(name, ...packages);
  } catch (error) {
    console.warn(`skipped: no Python with ${packages.join(', ')} (${String(error).split('\n')[0]})`);
    return null;
  }
}
