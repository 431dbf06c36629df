import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterAll } from 'vitest';

export const project = fileURLToPath(new URL('../..', import.meta.url));
/** The build under test; another one can be named by EXPC_MAIN. */
const main = process.env.EXPC_MAIN ?? join(project, 'dist', 'cli', 'main.js');

/** The smallest whole experiment. */
export const tiny = join(project, 'test', 'e2e', 'experiments', 'tiny.yaml');

/** A folder for a store; removed when the file's tests are over. */
export function store(): string {
  const folder = mkdtempSync(join(tmpdir(), 'expc-e2e-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a command of expc to its end. */
export function expc(...args: readonly string[]) {
  return expcWith({}, ...args);
}

/** The same in an environment with more in it. */
export function expcWith(env: Readonly<Record<string, string>>, ...args: readonly string[]) {
  return execa(process.execPath, [main, ...args], { reject: false, all: true, cwd: project, env });
}

/** Starts a command of expc as the leader of a process group, so that it can be killed with all it started. */
export function startExpc(...args: readonly string[]) {
  return execa(process.execPath, [main, ...args], { reject: false, all: true, cwd: project, detached: true });
}

/** What must not depend on how often a run was stopped. */
const resultFiles = [
  /\.jsonl$/,
  /\.(bin|idx)$/,
  /\.safetensors$/,
  /metrics\.json$/,
  /(dataset|poison|subset)\.json$/,
];

/** SHA-256 of every result of a store's stages, by path. */
export function resultsOf(outputs: string): Record<string, string> {
  const stages = join(outputs, 'stages');
  const files = readdirSync(stages, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => resultFiles.some((pattern) => pattern.test(path)))
    .sort();
  return Object.fromEntries(
    files.map((path) => [
      relative(stages, path),
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    ]),
  );
}

/** Rows of a measured stage. */
export function metricsOf(
  outputs: string,
  kind: string,
): { epoch: number; metrics: Record<string, number> }[][] {
  const stages = join(outputs, 'stages');
  return readdirSync(stages)
    .filter((name) => name.startsWith(`${kind}-`) && existsSync(join(stages, name, 'metrics.jsonl')))
    .sort()
    .map((name) =>
      readFileSync(join(stages, name, 'metrics.jsonl'), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { epoch: number; metrics: Record<string, number> }),
    );
}
