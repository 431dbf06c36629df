// Runs every test against the fixtures made by the original PyTorch code (EXPC_PARITY_DIR names another copy of them) and
// prints the largest deviation of each comparison. `--write` puts the table into docs/fidelity.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tests = readdirSync(join(root, 'test'), { recursive: true })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => join('test', path))
  .filter((path) => readFileSync(join(root, path), 'utf8').includes('support/parity.js'));

const folder = mkdtempSync(join(tmpdir(), 'expc-parity-'));
const report = join(folder, 'report.jsonl');
const { status } = spawnSync('npx', ['vitest', 'run', ...tests], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, EXPC_PARITY_REPORT: report },
});

/** One line for each comparison: the worst of its records. */
const worst = new Map();
for (const line of readFileSync(report, 'utf8').trimEnd().split('\n')) {
  const row = JSON.parse(line);
  const key = `${row.fixture}\t${row.what}`;
  if (!worst.has(key) || worst.get(key).absolute < row.absolute) worst.set(key, row);
}
rmSync(folder, { recursive: true });

const number = (value) => (value === 0 ? '0' : value.toExponential(1));
const rows = [...worst.values()]
  .sort((a, b) => (a.fixture === b.fixture ? 0 : a.fixture < b.fixture ? -1 : 1))
  .map(
    (row) =>
      `| ${row.fixture} | ${row.what} | ${number(row.absolute)} | ${number(row.relative)} | ${number(row.tolerance)} |`,
  );
const table = [
  '| fixture | compared | largest absolute | as share of the largest value | tolerance |',
  '| --- | --- | --- | --- | --- |',
  ...rows,
].join('\n');
console.log(`\n${table}`);

if (process.argv.includes('--write')) {
  const path = join(root, 'docs', 'fidelity.md');
  const text = readFileSync(path, 'utf8');
  const [before] = text.split('<!-- parity -->');
  const [, after] = text.split('<!-- /parity -->');
  writeFileSync(path, `${before}<!-- parity -->\n${table}\n<!-- /parity -->${after}`);
}
process.exit(status ?? 1);
