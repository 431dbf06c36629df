// Time and memory of checking, expanding and planning a grid of five axes, beside Hydra's own expansion of the same
// sweep, in one run.
//   npm run bench:plan -- [rounds] [runs...]      (a million: 1 1000000)
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { axesOf, baseDocument } from './support/grid.js';
import { median } from './support/peer.js';
import { pythonWith } from './support/venv.js';

/** Hydra composes the configuration of every job before it launches one; so many are measured, the rest is scaled. */
const composed = 50;

interface Ours {
  readonly runs: number;
  readonly stages: number;
  readonly wall: number;
  readonly processor: number;
  readonly peak_mb: number;
}

interface Hydra {
  readonly jobs: number;
  readonly expand: number;
  readonly compose: number;
  readonly peak_mb: number;
}

const rounds = Number(process.argv[2] ?? 3);
const sizes = process.argv.length > 3 ? process.argv.slice(3).map(Number) : [1_000, 10_000, 100_000];
const python = await pythonWith('hydra', 'hydra-core==1.3.8');
const script = fileURLToPath(new URL('../../bench/peer/hydra_sweep.py', import.meta.url));
const worker = fileURLToPath(new URL('./support/plan-worker.js', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'expc-bench-'));
await writeFile(join(folder, 'grid.yaml'), JSON.stringify(baseDocument()));

async function ours(runs: number): Promise<Ours> {
  // A heap for a million; a smaller grid does not use it.
  const { stdout } = await execa(process.execPath, ['--max-old-space-size=8192', worker, String(runs)]);
  return JSON.parse(stdout) as Ours;
}

async function hydra(runs: number): Promise<Hydra> {
  const overrides = axesOf(runs).map(([path, values]) => `${path}=${values.join(',')}`);
  const input = JSON.stringify({ folder, name: 'grid', overrides, compose: composed });
  const { stdout } = await execa(python, [script], { input });
  return JSON.parse(stdout) as Hydra;
}

console.log(
  `processor seconds, median of ${rounds}; expc checks every run and makes its keys, Hydra composes its`,
);
console.log(`configuration (measured for ${composed} jobs and scaled)\n`);
console.log('     runs  stages  expc s  (wall)  expc MB  hydra: product s  compose s   MB   hydra / expc');
for (const runs of sizes) {
  const mine: Ours[] = [];
  const theirs: Hydra[] = [];
  for (let round = 0; round < rounds; round++) {
    mine.push(await ours(runs));
    theirs.push(await hydra(runs));
  }
  const of = <T>(list: readonly T[], value: (one: T) => number): number => median(list.map(value));
  const seconds = of(mine, ({ processor }) => processor);
  const product = of(theirs, ({ expand }) => expand);
  const compose = of(theirs, (one) => (one.compose * one.jobs) / Math.min(composed, one.jobs));
  const [first] = mine;
  console.log(
    [
      String(first!.runs).padStart(9),
      String(first!.stages).padStart(7),
      seconds.toFixed(2).padStart(7),
      of(mine, ({ wall }) => wall)
        .toFixed(2)
        .padStart(7),
      of(mine, ({ peak_mb }) => peak_mb)
        .toFixed(0)
        .padStart(8),
      product.toFixed(2).padStart(17),
      compose.toFixed(1).padStart(10),
      of(theirs, ({ peak_mb }) => peak_mb)
        .toFixed(0)
        .padStart(4),
      ((product + compose) / seconds).toFixed(1).padStart(14),
    ].join(' '),
  );
}
await rm(folder, { recursive: true });
