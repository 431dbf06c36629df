import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';

/**
 * A Python environment of its own for the programs that benchmarks compare with, kept in the cache folder.
 *
 * @returns path of its python
 */
export async function pythonWith(name: string, ...packages: readonly string[]): Promise<string> {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const folder = join(cache, 'expc', `bench-${name}`);
  const python = join(folder, 'bin', 'python');
  if (!existsSync(join(folder, 'ready'))) {
    console.log(`installing ${packages.join(', ')} into ${folder}`);
    await execa('python3', ['-m', 'venv', '--clear', folder]);
    await execa(python, ['-m', 'pip', 'install', '--quiet', ...packages], { stdio: 'inherit' });
    await execa('touch', [join(folder, 'ready')]);
  }
  return python;
}
