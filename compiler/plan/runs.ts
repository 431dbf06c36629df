import type { AxisValue, Role, Run, Stage } from '../../schema/plan.js';
import type { Grid } from '../expand/grid.js';
import { namePart, shortNames, type RunNames } from '../expand/name.js';
import type { PlannedRun } from './duplicates.js';
import type { RoleStages } from './grid-stages.js';

/** All axes of some grids, in order. */
export function axisNames(grids: readonly Grid[]): string[] {
  return [
    ...new Set(
      grids.flatMap((grid) => [...grid.fixed.map(({ name }) => name), ...grid.axes.map(({ name }) => name)]),
    ),
  ];
}

/** The runs of a grid, named. `prefix` starts every name; `axes` are all axes of the ablation. */
export function gridRuns(
  grid: Grid,
  stages: readonly RoleStages[],
  names: RunNames,
  prefix: string,
  axes: readonly string[],
): PlannedRun[] {
  const short = shortNames(axes);
  const fixedParts = grid.fixed.map(({ name, label }) => namePart(short.get(name)!, label));
  const parts = grid.axes.map((axis) =>
    axis.choices.map((choice) => namePart(short.get(axis.name)!, choice.label)),
  );
  return Array.from({ length: grid.rows.count }, (_, row) => {
    const rowParts = parts.map((texts, axis) => texts[grid.rows.choice(row, axis)]!);
    const run: Run = {
      name: names.take(prefix, [...fixedParts, ...rowParts]),
      ablation: grid.ablation,
      axes: labels(grid, row),
      stages: stageKeys(stages, row),
    };
    return { run, grid, row };
  });
}

function labels(grid: Grid, row: number): Record<string, AxisValue> {
  const found: Record<string, AxisValue> = {};
  for (const { name, label } of grid.fixed) found[name] = label;
  for (const [index, axis] of grid.axes.entries())
    found[axis.name] = axis.choices[grid.rows.choice(row, index)]!.label;
  return found;
}

function stageKeys(stages: readonly RoleStages[], row: number): Partial<Record<Role, string>> {
  const keys: Partial<Record<Role, string>> = {};
  let start: Stage | null = null;
  for (const { role, groups, stages: found } of stages) {
    const stage = found[groups.of[row]!];
    if (stage === undefined || stage === null) continue;
    keys[role] = stage.key;
    if (role === 'start') start = stage;
  }
  return keys.pretrain === undefined && start?.kind === 'pretrain' ? withPretraining(keys) : keys;
}

/** A pre-training that another experiment describes is the run's own where it has no other. */
function withPretraining({
  start,
  'start-metrics': metrics,
  ...keys
}: Partial<Record<Role, string>>): Partial<Record<Role, string>> {
  return { ...keys, pretrain: start!, ...(metrics === undefined ? {} : { evaluate: metrics }) };
}
