import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** The execution as JavaScript, for processes that tests start. */
export interface Built {
  /** Entry of a stage's process. */
  readonly child: string;
  /** The toy runners' module, as a URL. */
  readonly runners: string;
  /** Program that carries out a plan: see scheduler.ts. */
  readonly scheduler: string;
  /** The same on Slurm: see slurm-scheduler.ts. */
  readonly slurmScheduler: string;
  /** Entry of a job's process. */
  readonly job: string;
  remove(): void;
}

/** Compiles the sources as they are now, so that no test depends on an earlier build. */
export function build(): Built {
  const folder = join(root, '.vitest', `execute-${process.pid}-${Date.now()}`);
  mkdirSync(folder, { recursive: true });
  const entryPoints = [
    'runtime/execute/child.ts',
    'runtime/execute/slurm/job.ts',
    ...['scheduler', 'slurm-scheduler', 'toy-runners'].map(
      (name) => `test/runtime/execute/support/${name}.ts`,
    ),
  ].map((path) => join(root, path));
  // In few files, for most of a toy stage's time is the reading of modules.
  buildSync({
    entryPoints,
    outdir: folder,
    outbase: root,
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
  });
  const support = join(folder, 'test', 'runtime', 'execute', 'support');
  return {
    child: join(folder, 'runtime', 'execute', 'child.js'),
    runners: pathToFileURL(join(support, 'toy-runners.js')).href,
    scheduler: join(support, 'scheduler.js'),
    slurmScheduler: join(support, 'slurm-scheduler.js'),
    job: join(folder, 'runtime', 'execute', 'slurm', 'job.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
