import type { Role, Stage, StageKind } from '../../schema/plan.js';
import { isMap } from '../plan/delta.js';
import { missingDigest } from '../plan/files.js';
import { canonicalText } from '../plan/key.js';
import type { Standing, StandingOf } from '../plan/standing.js';
import { axisDifferences, type AxisDifference } from './axes.js';
import { parameterDifferences, partsOf, type ParameterDifference, type Select } from './parameters.js';
import { roles } from '../../schema/role-names.js';
import { runDifferences, type RunDifferences } from './runs.js';
import type { Side } from './side.js';

/** A stage that B's runs need. */
export interface NeededStage {
  readonly id: string;
  readonly key: string;
  readonly kind: StageKind;
  /** A's runs need it too. */
  readonly inA: boolean;
  readonly status: Standing['status'];
}

/** How B differs from A, by what it means. */
export interface Difference {
  readonly a: SideSummary;
  readonly b: SideSummary;
  readonly axes: readonly AxisDifference[];
  /** Parameters that change results. */
  readonly results: readonly ParameterDifference[];
  /** Parameters that do not. */
  readonly operational: readonly ParameterDifference[];
  /** Parts of the runs that are set up in the same ways in both. */
  readonly same: readonly Role[];
  readonly runs: RunDifferences;
  readonly stages: readonly NeededStage[];
}

export interface SideSummary {
  readonly name: string;
  readonly title: string | null;
  readonly runs: number;
}

export interface CompareOptions {
  readonly standingOf: StandingOf;
  /** The working folder: what lies in it is told relative to it. */
  readonly folder: string;
}

/** Compare what two sides mean: the values their stages are made of, not the text of their files. */
export function compareSides(a: Side, b: Side, { standingOf, folder }: CompareOptions): Difference {
  const configOf: Select = (stage) => withFiles(stage, folder);
  const localsOf: Select = (stage) => relative(stage.locals, folder);
  const results = parameterDifferences(a, b, configOf);
  return {
    a: summary(a),
    b: summary(b),
    axes: axisDifferences(a.runs, b.runs),
    results,
    operational: [...executionDifferences(a, b), ...parameterDifferences(a, b, localsOf)],
    same: sameParts(a, b, configOf, new Set(results.map(({ role }) => role))),
    runs: runDifferences(a.runs, b.runs),
    stages: neededStages(a, b, standingOf),
  };
}

/** Nothing that could change a result differs. */
export function isSame({ results, runs }: Difference): boolean {
  return results.length + runs.onlyA.length + runs.onlyB.length + runs.changed.length === 0;
}

function summary({ name, title, runs }: Side): SideSummary {
  return { name, title, runs: runs.length };
}

/** What a stage's key is made of, apart from its inputs; a file that is not there is told by its path. */
function withFiles({ config, locals }: Stage, folder: string): unknown {
  if (!('files' in config) || !('paths' in locals)) return config;
  const told = Object.entries(config.files).map(([key, digest]) => {
    const path = locals.paths[key];
    const missing = path !== undefined && digest === missingDigest(path);
    return [key, missing ? `no file ${String(relative(path, folder))}` : digest];
  });
  return { ...config, files: Object.fromEntries(told) as Record<string, string> };
}

function relative(value: unknown, folder: string): unknown {
  if (typeof value === 'string')
    return value.startsWith(`${folder}/`) ? value.slice(folder.length + 1) : value;
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, relative(inner, folder)]));
}

/** How stages are carried out; the parts that stages are told (checkpoints) are compared there. */
function executionDifferences(a: Side, b: Side): ParameterDifference[] {
  return (['jobs', 'threads'] as const).flatMap((path) => {
    const before = a.plan.execution[path] ?? null;
    const after = b.plan.execution[path] ?? null;
    return before === after ? [] : [{ role: 'execution' as const, path, a: [before], b: [after] }];
  });
}

/** The roles that stages of the same configurations play in both, apart from those that are known to differ. */
function sameParts(a: Side, b: Side, select: Select, differing: ReadonlySet<string>): Role[] {
  const inA = partsOf(a, select);
  const inB = partsOf(b, select);
  return roles.filter((role) => {
    const [partsA, partsB] = [inA.get(role), inB.get(role)];
    if (partsA === undefined || partsB === undefined || differing.has(role)) return false;
    const [textsA, textsB] = [textsOf(partsA), textsOf(partsB)];
    return textsA.size === textsB.size && [...textsA].every((text) => textsB.has(text));
  });
}

function textsOf(parts: ReadonlySet<unknown>): Set<string> {
  return new Set([...parts].map(canonicalText));
}

function neededStages(a: Side, b: Side, standingOf: StandingOf): NeededStage[] {
  const needed = (side: Side): Set<string> => new Set(side.runs.flatMap((run) => Object.values(run.stages)));
  const inA = needed(a);
  const inB = needed(b);
  return b.plan.stages
    .filter(({ key }) => inB.has(key))
    .map((stage) => {
      const { id, key, kind } = stage;
      return { id, key, kind, inA: inA.has(key), status: standingOf(stage).status };
    });
}
