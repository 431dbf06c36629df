import type { AxisValue, Role, Run, Stage } from '../../schema/plan.js';
import { labelText } from '../expand/label.js';
import { lastStage } from '../plan/duplicates.js';
import type { StandingOf } from '../plan/standing.js';
import { parametersOf, roleOrder, type Parameters, type Values } from './parameters.js';
import type { Side } from './side.js';

/** A parameter that the runs of A and B do not have the same values of. */
export interface ParameterDifference {
  /** `execution`: of the experiment as a whole. */
  readonly role: Role | 'execution';
  readonly path: string;
  /** Values in order; null in place of "no such value". */
  readonly a: readonly unknown[];
  readonly b: readonly unknown[];
}

/** An axis of which A and B have different labels. */
export interface AxisDifference {
  readonly axis: string;
  readonly onlyA: readonly AxisValue[];
  readonly onlyB: readonly AxisValue[];
  readonly both: readonly AxisValue[];
}

/** How B differs from A, by what it means. */
export interface Difference {
  readonly a: { readonly name: string; readonly runs: number };
  readonly b: { readonly name: string; readonly runs: number };
  readonly axes: readonly AxisDifference[];
  /** Parameters that change results. */
  readonly results: readonly ParameterDifference[];
  /** Parameters that do not. */
  readonly operational: readonly ParameterDifference[];
  readonly runs: {
    readonly onlyA: readonly Run[];
    readonly onlyB: readonly Run[];
    /** Runs that do the same work, by their names in A and B. */
    readonly shared: readonly { readonly a: string; readonly b: string }[];
  };
  /** The stages that B's runs need: all, those that A's runs need too, those that are done. */
  readonly stages: { readonly b: number; readonly shared: number; readonly done: number };
}

/** Compare what two sides mean: the values their stages are made of, not the text of their files. */
export function compareSides(a: Side, b: Side, standingOf: StandingOf): Difference {
  const results = (stage: Stage): unknown => stage.config;
  const locals = (stage: Stage): unknown => stage.locals;
  return {
    a: { name: a.name, runs: a.runs.length },
    b: { name: b.name, runs: b.runs.length },
    axes: axisDifferences(a.runs, b.runs),
    results: parameterDifferences(parametersOf(a, results), parametersOf(b, results)),
    operational: [
      ...executionDifferences(a, b),
      ...parameterDifferences(parametersOf(a, locals), parametersOf(b, locals)),
    ],
    runs: runDifferences(a.runs, b.runs),
    stages: stageCounts(a, b, standingOf),
  };
}

/** Nothing that could change a result differs. */
export function isSame({ results, runs }: Difference): boolean {
  return results.length === 0 && runs.onlyA.length === 0 && runs.onlyB.length === 0;
}

function parameterDifferences(a: Parameters, b: Parameters): ParameterDifference[] {
  return roleOrder.flatMap((role) => {
    const inA = a.get(role);
    const inB = b.get(role);
    if (inA === undefined && inB === undefined) return [];
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
const noValue: Values = new Map([['absent', undefined]]);

function sameValues(a: Values, b: Values): boolean {
  return a.size === b.size && [...a.keys()].every((text) => b.has(text));
}

/** Numbers by size, everything else as it came; "no value" first. */
function sorted(values: Values): unknown[] {
  const plain = [...values.values()].map((value) => (value === undefined ? null : value));
  return plain.every((value) => value === null || typeof value === 'number')
    ? plain.sort((x, y) => Number(x ?? -Infinity) - Number(y ?? -Infinity))
    : plain;
}

function axisDifferences(a: readonly Run[], b: readonly Run[]): AxisDifference[] {
  const labelsA = labelsOf(a);
  const labelsB = labelsOf(b);
  return [...new Set([...labelsA.keys(), ...labelsB.keys()])].flatMap((axis) => {
    const inA = labelsA.get(axis) ?? new Map<string, AxisValue>();
    const inB = labelsB.get(axis) ?? new Map<string, AxisValue>();
    const onlyA = [...inA].filter(([text]) => !inB.has(text)).map(([, label]) => label);
    const onlyB = [...inB].filter(([text]) => !inA.has(text)).map(([, label]) => label);
    const both = [...inA].filter(([text]) => inB.has(text)).map(([, label]) => label);
    return onlyA.length + onlyB.length === 0 ? [] : [{ axis, onlyA, onlyB, both }];
  });
}

function labelsOf(runs: readonly Run[]): Map<string, Map<string, AxisValue>> {
  const found = new Map<string, Map<string, AxisValue>>();
  for (const run of runs)
    for (const [axis, label] of Object.entries(run.axes)) {
      if (!found.has(axis)) found.set(axis, new Map());
      found.get(axis)!.set(labelText(label), label);
    }
  return found;
}

function runDifferences(a: readonly Run[], b: readonly Run[]): Difference['runs'] {
  const inA = new Map(a.map((run) => [lastStage(run), run]));
  const inB = new Map(b.map((run) => [lastStage(run), run]));
  return {
    onlyA: a.filter((run) => !inB.has(lastStage(run))),
    onlyB: b.filter((run) => !inA.has(lastStage(run))),
    shared: b.flatMap((run) => {
      const same = inA.get(lastStage(run));
      return same === undefined ? [] : [{ a: same.name, b: run.name }];
    }),
  };
}

function stageCounts(a: Side, b: Side, standingOf: StandingOf): Difference['stages'] {
  const needed = (side: Side): Set<string> => new Set(side.runs.flatMap((run) => Object.values(run.stages)));
  const inA = needed(a);
  const inB = needed(b);
  const stages = b.plan.stages.filter(({ key }) => inB.has(key));
  return {
    b: stages.length,
    shared: stages.filter(({ key }) => inA.has(key)).length,
    done: stages.filter((stage) => standingOf(stage).status === 'done').length,
  };
}
