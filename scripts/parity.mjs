#!/usr/bin/env node
// Runs every test that compares with the original's fixtures, then prints the largest deviation of each fixture.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'expc-parity-'));
const report = join(folder, 'report.jsonl');

const tests = readdirSync(join(root, 'test'), { recursive: true })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => join('test', name))
  .filter((name) => readFileSync(join(root, name), 'utf8').includes('support/parity'));

const { status } = spawnSync('npx', ['vitest', 'run', ...tests], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, EXPC_PARITY_REPORT: report },
});

/** @type {Map<string, {fixture: string, what: string, absolute: number, relative: number}[]>} */
const fixtures = new Map();
for (const line of readFileSync(report, 'utf8').split('\n').filter(Boolean)) {
  const entry = JSON.parse(line);
  fixtures.set(entry.fixture, [...(fixtures.get(entry.fixture) ?? []), entry]);
}
rmSync(folder, { recursive: true });

const largest = (entries, unit) =>
  entries.reduce((worst, entry) => (entry[unit] > worst[unit] ? entry : worst));
console.log(
  '\nLargest deviation from the original, by fixture (relative: to the largest value of the array)',
);
for (const [fixture, entries] of [...fixtures].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(`\n${fixture}: ${entries.length} comparisons`);
  for (const unit of ['absolute', 'relative']) {
    const worst = largest(entries, unit);
    console.log(`  ${unit.padEnd(8)}  ${worst[unit].toExponential(1).padStart(8)}  ${worst.what}`);
  }
}
process.exit(status ?? 1);
