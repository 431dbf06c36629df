import type { AxisValue, Plan, Run, Stage } from '../../schema/plan.js';

/**
 * What people call the stages: the kind (a data set's with its role) and the axis values that all of the runs that
 * share the stage have in common, where the plan has more than one: `clean · objective mmcl+ssl · lr 0.003`.
 */
export function stageLabels(plan: Plan): Map<string, string> {
  const varying = varyingAxes(plan.runs);
  const users = new Map<string, { runs: Run[]; roles: Set<string> }>();
  for (const run of plan.runs) {
    for (const [role, key] of Object.entries(run.stages)) {
      const entry = users.get(key) ?? { runs: [], roles: new Set<string>() };
      entry.runs.push(run);
      entry.roles.add(role);
      users.set(key, entry);
    }
  }
  return new Map(
    plan.stages.map((stage) => {
      const { runs = [], roles = new Set<string>() } = users.get(stage.key) ?? {};
      return [stage.key, [nameOf(stage, roles), ...commonValues(runs, varying)].join(' · ')];
    }),
  );
}

function nameOf(stage: Stage, roles: ReadonlySet<string>): string {
  const shown = [...roles].filter((role) => role !== stage.kind);
  return shown.length === 0 ? stage.kind : `${stage.kind} ${shown.join(', ')}`;
}

function varyingAxes(runs: readonly Run[]): string[] {
  const values = new Map<string, Set<AxisValue>>();
  for (const { axes } of runs) {
    for (const [axis, value] of Object.entries(axes)) {
      values.set(axis, (values.get(axis) ?? new Set()).add(value));
    }
  }
  return [...values].filter(([, seen]) => seen.size > 1).map(([axis]) => axis);
}

function commonValues(runs: readonly Run[], axes: readonly string[]): string[] {
  const [first, ...rest] = runs;
  if (first === undefined) return [];
  return axes
    .filter((axis) => axis in first.axes && rest.every((run) => run.axes[axis] === first.axes[axis]))
    .map((axis) => `${axis} ${String(first.axes[axis])}`);
}
