import type { Role, Stage } from '../../schema/plan.js';
import { isMap } from '../plan/delta.js';
import { canonicalText } from '../plan/key.js';
import { roles } from './roles.js';
import type { Side } from './side.js';

/** The values that a parameter has in the runs of a side, by their canonical text; `absent` where a run has none. */
export type Values = ReadonlyMap<string, unknown>;

/** Values by path, by the part a stage plays in a run. */
export type Parameters = ReadonlyMap<Role, ReadonlyMap<string, Values>>;

/** The part of a stage that is looked at. */
export type Select = (stage: Stage) => unknown;

export const absent = 'absent';

/** Every parameter of the stages of two sides' runs, cut into values in the same way. */
export function parametersOf(a: Side, b: Side, select: Select): readonly [Parameters, Parameters] {
  const inA = partsOf(a, select);
  const inB = partsOf(b, select);
  const foundA = new Map<Role, Map<string, Values>>();
  const foundB = new Map<Role, Map<string, Values>>();
  for (const role of roles) {
    const partsA = inA.get(role);
    const partsB = inB.get(role);
    const whole = new Set<string>();
    findWhole([...(partsA ?? []), ...(partsB ?? [])], '', whole);
    if (partsA !== undefined) foundA.set(role, valuesOf(partsA, whole));
    if (partsB !== undefined) foundB.set(role, valuesOf(partsB, whole));
  }
  return [foundA, foundB];
}

/** The parts of the stages that play a role, each stage once. */
export function partsOf(side: Side, select: Select): Map<Role, unknown[]> {
  const byKey = new Map(side.plan.stages.map((stage) => [stage.key, stage]));
  const found = new Map<Role, unknown[]>();
  for (const role of roles) {
    const keys = new Set(side.runs.map((run) => run.stages[role]));
    keys.delete(undefined);
    if (keys.size > 0)
      found.set(
        role,
        [...keys].map((key) => select(byKey.get(key!)!)),
      );
  }
  return found;
}

/** Paths of maps that some parts lack and that say the same in all others: such a map is one value, there or not. */
function findWhole(parts: readonly unknown[], path: string, whole: Set<string>): void {
  const maps = parts.filter(isMap);
  if (maps.length === 0) return;
  if (path !== '' && maps.length < parts.length && new Set(maps.map(canonicalText)).size === 1) {
    whole.add(path);
    return;
  }
  for (const key of new Set(maps.flatMap(Object.keys)))
    findWhole(
      maps.map((map) => map[key]),
      join(path, key),
      whole,
    );
}

function valuesOf(parts: readonly unknown[], whole: ReadonlySet<string>): Map<string, Values> {
  const leaves = parts.map((part) => leavesOf(part, whole));
  const paths = new Set(leaves.flatMap((one) => [...one.keys()]));
  return new Map([...paths].sort().map((path) => [path, distinct(leaves.map((one) => one.get(path)))]));
}

function distinct(values: readonly unknown[]): Values {
  return new Map(values.map((value) => [value === undefined ? absent : canonicalText(value), value]));
}

/** The scalars, lists and whole maps of a value by dotted path. */
function leavesOf(value: unknown, whole: ReadonlySet<string>): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  const visit = (inner: unknown, path: string): void => {
    if (isMap(inner) && !whole.has(path))
      for (const [key, one] of Object.entries(inner)) visit(one, join(path, key));
    // Null says that there is no such thing, as does no value.
    else if (inner !== undefined && inner !== null) leaves.set(path, inner);
  };
  visit(value, '');
  return leaves;
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
