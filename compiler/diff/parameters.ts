import type { Role, Stage } from '../../schema/plan.js';
import { isMap } from '../plan/delta.js';
import { canonicalText } from '../plan/key.js';
import { roles } from '../../schema/role-names.js';
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

/** The part of a stage that is looked at. */
export type Select = (stage: Stage) => unknown;

/** The values of one parameter in A and B: each once, undefined for none. Empty where there is no such stage. */
interface Parameter {
  readonly path: string;
  readonly a: ReadonlySet<unknown>;
  readonly b: ReadonlySet<unknown>;
}

/** The parameters of the stages of two sides' runs that do not have the same values. */
export function parameterDifferences(a: Side, b: Side, select: Select): ParameterDifference[] {
  const inA = partsOf(a, select);
  const inB = partsOf(b, select);
  return roles.flatMap((role) => {
    const found: Parameter[] = [];
    collect({ path: '', a: inA.get(role) ?? new Set(), b: inB.get(role) ?? new Set() }, found);
    return found
      .filter((parameter) => !sameValues(parameter.a, parameter.b))
      .sort((one, other) => (one.path < other.path ? -1 : 1))
      .map((parameter) => ({ role, path: parameter.path, a: sorted(parameter.a), b: sorted(parameter.b) }));
  });
}

/** The selected parts of the stages that play each role. */
export function partsOf(side: Side, select: Select): Map<Role, Set<unknown>> {
  const byKey = new Map(side.plan.stages.map((stage) => [stage.key, stage]));
  const found = new Map<Role, Set<unknown>>();
  for (const role of roles) {
    const keys = new Set(side.runs.map((run) => run.stages[role]));
    keys.delete(undefined);
    if (keys.size > 0) found.set(role, new Set([...keys].map((key) => select(byKey.get(key!)!))));
  }
  return found;
}

/**
 * Follow maps down to scalars and lists. A map that some parts lack and that says the same in all others is one value,
 * there or not. What parts share is the same object, so that a set of values is small however many parts there are.
 */
function collect({ path, a, b }: Parameter, found: Parameter[]): void {
  const all = [...a, ...b];
  const maps = all.filter(isMap);
  const whole = path !== '' && all.some(isNothing) && new Set(maps.map(canonicalText)).size === 1;
  if (whole || all.some((value) => !isNothing(value) && !isMap(value)))
    found.push({ path, a: leaves(a, whole), b: leaves(b, whole) });
  if (whole) return;
  for (const key of new Set(maps.flatMap(Object.keys)))
    collect({ path: path === '' ? key : `${path}.${key}`, a: under(a, key), b: under(b, key) }, found);
}

function under(values: ReadonlySet<unknown>, key: string): Set<unknown> {
  return new Set([...values].map((value) => (isMap(value) ? value[key] : undefined)));
}

/** Null says that there is no such thing, as does no value; nor is a map a value where it is followed. */
function leaves(values: ReadonlySet<unknown>, whole: boolean): Set<unknown> {
  const plain = [...values].map((value) =>
    isNothing(value) || (isMap(value) && !whole) ? undefined : value,
  );
  return new Set(new Map(plain.map((value) => [textOf(value), value])).values());
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

function textOf(value: unknown): string {
  return value === undefined ? 'none' : canonicalText(value);
}

function sameValues(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean {
  const texts = new Set([...b].map(textOf));
  return a.size === b.size && [...a].every((value) => texts.has(textOf(value)));
}

/** "No value" first, then numbers by size; everything else as it came. */
function sorted(values: ReadonlySet<unknown>): unknown[] {
  const plain = [...values].map((value) => value ?? null);
  const numbers = plain.every((value) => value === null || typeof value === 'number');
  return plain.sort((x, y) =>
    x === null || y === null ? Number(y === null) - Number(x === null) : numbers ? Number(x) - Number(y) : 0,
  );
}
