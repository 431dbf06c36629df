import type { Role, Stage, StageKind } from '../../schema/plan.js';
import { isMap } from '../plan/delta.js';
import { missingDigest } from '../plan/files.js';
import { canonicalText } from '../plan/key.js';
import type { Standing, StandingOf } from '../plan/standing.js';
import { axisDifferences, type AxisDifference } from './axes.js';
import { absent, parametersOf, partsOf, type Parameters, type Values } from './parameters.js';
import { roles } from './roles.js';
import { runDifferences, type RunDifferences } from './runs.js';
import type { Side } from './side.js';

/** A parameter that the runs of A and B do not have the same values of. */
export interface ParameterDifference {
  /** `execution`: of the experiment as a whole. */
  readonly role: Role | 'execution';
  readonly path: string;
  /** Values in order; null in place of "no such value". Empty where no run has such a stage. */
  readonly a: readonly unknown[];
  readonly b: readonly unknown[];
}

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
  const results = (stage: Stage): unknown => withFiles(stage, folder);
  const locals = (stage: Stage): unknown => relative(stage.locals, folder);
  return {
    a: summary(a),
    b: summary(b),
    axes: axisDifferences(a.runs, b.runs),
    results: parameterDifferences(...parametersOf(a, b, results)),
    operational: [...executionDifferences(a, b), ...parameterDifferences(...parametersOf(a, b, locals))],
    same: sameParts(a, b, results),
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

function parameterDifferences(a: Parameters, b: Parameters): ParameterDifference[] {
  return roles.flatMap((role) => {
    const inA = a.get(role);
    const inB = b.get(role);
    const paths = new Set([...(inA?.keys() ?? []), ...(inB?.keys() ?? [])]);
    return [...paths].flatMap((path) => {
      const valuesA = inA === undefined ? noStage : (inA.get(path) ?? noValue);
      const valuesB = inB === undefined ? noStage : (inB.get(path) ?? noValue);
      return sameValues(valuesA, valuesB) ? [] : [{ role, path, a: sorted(valuesA), b: sorted(valuesB) }];
    });
  });
}

/** How stages are carried out; the parts that stages are told (checkpoints) are compared there. */
function executionDifferences(a: Side, b: Side): ParameterDifference[] {
  return (['jobs', 'threads'] as const).flatMap((path) => {
    const before = a.plan.execution[path] ?? null;
    const after = b.plan.execution[path] ?? null;
    return before === after ? [] : [{ role: 'execution' as const, path, a: [before], b: [after] }];
  });
}

const noStage: Values = new Map();
const noValue: Values = new Map([[absent, undefined]]);

function sameValues(a: Values, b: Values): boolean {
  return a.size === b.size && [...a.keys()].every((text) => b.has(text));
}

/** "No value" first, then numbers by size; everything else as it came. */
function sorted(values: Values): unknown[] {
  const plain = [...values.values()].map((value) => (value === undefined ? null : value));
  const numbers = plain.every((value) => value === null || typeof value === 'number');
  return plain.sort((x, y) =>
    x === null || y === null ? Number(y === null) - Number(x === null) : numbers ? Number(x) - Number(y) : 0,
  );
}

function sameParts(a: Side, b: Side, select: (stage: Stage) => unknown): Role[] {
  const inA = partsOf(a, select);
  const inB = partsOf(b, select);
  const textsOf = (parts: readonly unknown[]): Set<string> => new Set(parts.map(canonicalText));
  return roles.filter((role) => {
    const [partsA, partsB] = [inA.get(role), inB.get(role)];
    if (partsA === undefined || partsB === undefined) return false;
    const [textsA, textsB] = [textsOf(partsA), textsOf(partsB)];
    return textsA.size === textsB.size && [...textsA].every((text) => textsB.has(text));
  });
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
