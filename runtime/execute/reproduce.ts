import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Plan, Stage } from '../../schema/plan.js';
import { sample, stream } from '../random/stream.js';
import { readDone, stageFolder } from '../store/stage-folder.js';
import { execute, type ExecuteOptions } from './run.js';
import type { RunSummary } from './summary.js';

/** A finished stage that was done once more. */
export interface Reproduction {
  readonly id: string;
  readonly same: boolean;
  /** Artifacts that differ, that only one side has, or all when it failed. */
  readonly differing: readonly string[];
}

export interface ReproduceOptions extends Omit<ExecuteOptions, 'outputs' | 'only'> {
  readonly outputs: string;
  /** Ids of the finished stages to do again; a measurement takes the pre-training that it was made in with it. */
  readonly ids: readonly string[];
  /** Where: a temporary folder by default, removed at the end. */
  readonly scratch?: string;
}

/** Does finished stages again in another store, over the same inputs, and compares the results byte for byte. */
export async function reproduce(
  plan: Plan,
  { outputs, ids, scratch = tmpdir(), ...options }: ReproduceOptions,
): Promise<{ readonly stages: readonly Reproduction[]; readonly summary: RunSummary }> {
  const again = stagesAgain(plan, outputs, ids);
  const elsewhere = mkdtempSync(join(scratch, 'expc-reproduce-'));
  try {
    mkdirSync(join(elsewhere, 'stages'));
    for (const stage of plan.stages) {
      const dir = resolve(stageFolder(outputs, stage.id));
      const isInput = !again.includes(stage) && readDone(outputs, stage) !== null;
      if (isInput) symlinkSync(dir, stageFolder(elsewhere, stage.id), 'dir');
    }
    const summary = await execute(plan, { ...options, outputs: elsewhere, only: again.map(({ id }) => id) });
    return { stages: again.map((stage) => compare(stage, outputs, elsewhere)), summary };
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
}

/** Finished stages of a plan. */
export interface Drawn {
  readonly plan: Plan;
  readonly ids: readonly string[];
}

export interface DrawOptions {
  readonly count: number;
  readonly seed: number;
  /** Only among these. */
  readonly ids?: readonly string[];
}

/** Draws finished stages at random, each once though several plans share it. */
export function drawFinished(
  plans: readonly Plan[],
  outputs: string,
  { count, seed, ids }: DrawOptions,
): Drawn[] {
  const owners = new Map<string, Plan>();
  for (const plan of plans) {
    for (const stage of plan.stages) {
      const isMeant = ids === undefined || ids.includes(stage.id);
      if (isMeant && !owners.has(stage.id) && readDone(outputs, stage) !== null) owners.set(stage.id, plan);
    }
  }
  const all = [...owners.keys()];
  const chosen = sample(stream(seed, 'reproduce'), all.length, Math.min(count, all.length)).map(
    (at) => all[at]!,
  );
  return plans
    .map((plan) => ({ plan, ids: chosen.filter((id) => owners.get(id) === plan) }))
    .filter((drawn) => drawn.ids.length > 0);
}

/** Does drawn stages again, one plan after the other. */
export async function reproduceDrawn(
  drawn: readonly Drawn[],
  options: Omit<ReproduceOptions, 'ids'>,
): Promise<Reproduction[]> {
  const all: Reproduction[] = [];
  for (const { plan, ids } of drawn) all.push(...(await reproduce(plan, { ...options, ids })).stages);
  return all;
}

function stagesAgain({ stages }: Plan, outputs: string, ids: readonly string[]): Stage[] {
  const chosen = stages.filter((stage) => ids.includes(stage.id) && readDone(outputs, stage) !== null);
  const models = new Set(chosen.flatMap((stage) => (stage.kind === 'evaluate' ? [stage.inputs.model] : [])));
  return stages.filter((stage) => chosen.includes(stage) || models.has(stage.key));
}

function compare(stage: Stage, outputs: string, elsewhere: string): Reproduction {
  const digests = [outputs, elsewhere].map(
    (store) => new Map(readDone(store, stage)?.artifacts.map(({ path, sha256 }) => [path, sha256]) ?? []),
  );
  const [before, now] = digests as [Map<string, string>, Map<string, string>];
  const paths = new Set([...before.keys(), ...now.keys()]);
  const differing = [...paths].filter((path) => before.get(path) !== now.get(path)).sort();
  return { id: stage.id, same: differing.length === 0, differing };
}
