/**
 * The metadata of millions of pairs through read, filter, subset, choice of poisons and write, against pandas doing the
 * original's steps, in one run: npm run bench:metadata [-- <rows> <rounds>]
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { writeTable } from './support/metadata-table.js';
import { median } from './support/peer.js';
import { pythonWith } from './support/venv.js';

interface Answer {
  readonly version?: string;
  readonly kept: number;
  readonly named: number;
  readonly seconds: Readonly<Record<string, number>>;
  /** Seconds of CPU, the program's start included. */
  readonly cpu: number;
  /** MiB. */
  readonly peak: number;
}

const [rows = 6_000_000, rounds = 1] = process.argv.slice(2).map(Number);
const cleaning = String(Math.floor(rows / 60));
const poisons = String(Math.ceil(rows / 2000));
const python = await pythonWith('pandas', 'pandas==2.3.3');
const folder = mkdtempSync(join(tmpdir(), 'expc-metadata-'));
const file = (url: string): string => fileURLToPath(new URL(url, import.meta.url));
const sides = {
  expc: [process.execPath, file('./support/metadata-ours.js')],
  pandas: [python, file('../../bench/peer/metadata.py')],
} as const;
const answers: Record<keyof typeof sides, Answer[]> = { expc: [], pandas: [] };
try {
  const table = join(folder, 'train.csv');
  await writeTable(table, rows);
  console.log(`${rows} rows, ${(statSync(table).size / 2 ** 20).toFixed(0)} MiB`);
  for (let round = 0; round < rounds; round++)
    for (const side of ['expc', 'pandas'] as const) {
      const out = join(folder, side);
      const { stdout } = await execa(sides[side][0], [sides[side][1], table, out, cleaning, poisons]);
      answers[side].push(JSON.parse(stdout.trim().split('\n').at(-1)!) as Answer);
      rmSync(out, { recursive: true });
    }
  for (const side of ['expc', 'pandas'] as const) {
    const all = answers[side];
    const { kept, named, version = '' } = all[0]!;
    console.log(`${side} ${version}`.trim());
    for (const step of Object.keys(all[0]!.seconds))
      console.log(
        `  ${median(all.map(({ seconds }) => seconds[step]!))
          .toFixed(1)
          .padStart(6)} s  ${step}`,
      );
    const rate = rows / total(side);
    console.log(
      `  ${total(side).toFixed(1).padStart(6)} s in all, ${rate.toFixed(0)} rows/s; ${median(all.map(({ cpu }) => cpu)).toFixed(1)} s of CPU`,
    );
    console.log(
      `  ${Math.max(...all.map(({ peak }) => peak)).toFixed(0)} MiB at most; ${kept} pairs kept, ${named} label-consistent poisons`,
    );
  }
  console.log(`expc is ${(total('pandas') / total('expc')).toFixed(2)} times as fast`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function total(side: keyof typeof sides): number {
  return median(
    answers[side].map(({ seconds }) => Object.values(seconds).reduce((sum, one) => sum + one, 0)),
  );
}
