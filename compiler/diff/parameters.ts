import type { Role, Stage } from '../../schema/plan.js';
import { isMap } from '../plan/delta.js';
import { canonicalText } from '../plan/key.js';
import type { Side } from './side.js';

/** The values that a parameter has in the runs of a side, by their canonical text; `absent` where a run has none. */
export type Values = ReadonlyMap<string, unknown>;

/** Values by path, by the part a stage plays in a run. */
export type Parameters = ReadonlyMap<Role, ReadonlyMap<string, Values>>;

/** Parts in the order in which a study is told. */
export const roleOrder: readonly Role[] = [
  'train',
  'test',
  'poison',
  'pretrain',
  'evaluate',
  'cleaning-set',
  'cleaning-poison',
  'clean',
];

export const absent = 'absent';

/** Every parameter of the stages of a side's runs. `select` gives the part of a stage that is looked at. */
export function parametersOf(side: Side, select: (stage: Stage) => unknown): Parameters {
  const byKey = new Map(side.plan.stages.map((stage) => [stage.key, stage]));
  const found = new Map<Role, Map<string, Map<string, unknown>>>();
  for (const role of roleOrder) {
    const keys = new Set(side.runs.map((run) => run.stages[role]));
    keys.delete(undefined);
    if (keys.size === 0) continue;
    const stages = [...keys].map((key) => leavesOf(select(byKey.get(key!)!)));
    const paths = new Set(stages.flatMap((leaves) => [...leaves.keys()]));
    const values = new Map<string, Map<string, unknown>>();
    for (const path of [...paths].sort())
      values.set(path, distinct(stages.map((leaves) => leaves.get(path))));
    found.set(role, values);
  }
  return found;
}

function distinct(values: readonly unknown[]): Map<string, unknown> {
  return new Map(values.map((value) => [value === undefined ? absent : canonicalText(value), value]));
}

/** The scalars and lists of a value by dotted path. */
function leavesOf(value: unknown): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  const visit = (inner: unknown, path: string): void => {
    if (isMap(inner))
      for (const [key, one] of Object.entries(inner)) visit(one, path === '' ? key : `${path}.${key}`);
    // Null says that there is no such thing, as does no value.
    else if (inner !== undefined && inner !== null) leaves.set(path, inner);
  };
  visit(value, '');
  return leaves;
}
