import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan, Run } from '../../schema/plan.js';
import { readJson, writeFileAtomic } from '../store/atomic.js';
import { codeOf } from '../store/files.js';
import { expcVersion } from '../store/provenance.js';

/** What was run last under an experiment's name. */
export interface PlanLock {
  readonly version: 1;
  readonly expc: string;
  readonly node: string;
  /** `--set` arguments, as they were typed. */
  readonly overrides: readonly string[];
  readonly plan: Plan;
}

/** Folder of an experiment's results. */
export function experimentFolder(outputs: string, name: string): string {
  return join(outputs, 'experiments', name);
}

/** The lock of an experiment; null when it was never run. */
export function readPlanLock(outputs: string, name: string): PlanLock | null {
  return (readJson(join(experimentFolder(outputs, name), 'plan.json')) as PlanLock | undefined) ?? null;
}

/** Names of the experiments that were run in a store. */
export function lockedExperiments(outputs: string): string[] {
  try {
    return readdirSync(join(outputs, 'experiments'))
      .filter((name) => existsSync(join(experimentFolder(outputs, name), 'plan.json')))
      .sort();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Writes the plan and a file for each run that names its stages; nothing when they are there already. */
export function writePlanLock(outputs: string, plan: Plan, overrides: readonly string[]): void {
  const folder = experimentFolder(outputs, plan.experiment);
  const lock: PlanLock = { version: 1, expc: expcVersion(), node: process.version, overrides, plan };
  const text = `${JSON.stringify(lock, null, 2)}\n`;
  const path = join(folder, 'plan.json');
  if (readIfThere(path) === text) return;
  mkdirSync(folder, { recursive: true });
  writeRuns(join(folder, 'runs'), plan);
  writeFileAtomic(path, text);
}

function writeRuns(folder: string, { runs, stages }: Plan): void {
  mkdirSync(folder, { recursive: true });
  const idOf = new Map(stages.map(({ key, id }) => [key, id]));
  const names = runFileNames(runs);
  const current = new Set(names.values());
  for (const name of readdirSync(folder)) {
    if (!current.has(name)) rmSync(join(folder, name), { recursive: true });
  }
  for (const run of runs) {
    const { name, ablation, axes } = run;
    const folders = Object.fromEntries(
      Object.entries(run.stages).map(([role, key]) => [role, `stages/${idOf.get(key)}`]),
    );
    // Made from the plan that is written last, so these need no syncing of their own.
    const text = JSON.stringify({ name, ablation, axes, stages: folders }, null, 2);
    writeFileSync(join(folder, names.get(run)!), `${text}\n`);
  }
}

/** A file name for each run: its name without what file systems refuse, and a number where that is ambiguous. */
export function runFileNames(runs: readonly Run[]): Map<Run, string> {
  const taken = new Set<string>();
  const names = new Map<Run, string>();
  for (const run of runs) {
    const plain = run.name.replace(/[^\p{L}\p{N}._=+, -]/gu, '_').slice(0, 100);
    const stem = plain === '' || plain.startsWith('.') ? `_${plain}` : plain;
    let name = stem;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${stem}-${n}`;
    taken.add(name.toLowerCase());
    names.set(run, `${name}.json`);
  }
  return names;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
