import type { Plan, Stage } from '../../schema/plan.js';
import type { Experiment } from '../../schema/generated/resolved.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { Expansion } from '../expand/expand.js';
import type { Grid } from '../expand/grid.js';
import { RunNames } from '../expand/name.js';
import { AblationRuns, type PlannedRun } from './duplicates.js';
import { factor, type FinishRun } from './factor.js';
import { gridStages, type RoleStages } from './grid-stages.js';
import { checkMixedRules } from './rules.js';
import { axisNames, gridRuns } from './runs.js';
import type { Digests } from './stages/definition.js';

/** The runs and stages of an expansion. */
export interface Planned {
  readonly runs: readonly PlannedRun[];
  readonly stages: readonly Stage[];
  /** Runs that two grids of an ablation have, by ablation. */
  readonly merged: ReadonlyMap<string, number>;
}

/** Work out what every run needs. What is wrong is reported; the result is then incomplete. */
export function planRuns(
  expansion: Expansion,
  experimentName: string,
  finish: FinishRun,
  digests: Digests,
  report: (found: Diagnostic) => void,
): Planned {
  const stages = new StageTable();
  const names = new RunNames();
  const merged = new Map<string, number>();
  const runs: PlannedRun[] = [];
  for (const [ablation, grids] of byAblation(expansion.grids)) {
    const found = new AblationRuns();
    const axes = axisNames(grids);
    for (const grid of grids) {
      const factored = factor(grid, finish, report);
      if (factored === null) continue;
      checkMixedRules(factored, finish, report);
      const byRole = gridStages(factored, digests);
      stages.add(byRole);
      for (const planned of gridRuns(grid, byRole, names, ablation ?? experimentName, axes))
        found.add(planned);
    }
    found.diagnostics().forEach(report);
    if (ablation !== null) merged.set(ablation, found.merged);
    for (const planned of found.runs) runs.push(planned);
  }
  return { runs, stages: stages.all(), merged };
}

function byAblation(grids: readonly Grid[]): Map<string | null, Grid[]> {
  const found = new Map<string | null, Grid[]>();
  for (const grid of grids) found.set(grid.ablation, [...(found.get(grid.ablation) ?? []), grid]);
  return found;
}

/** Distinct stages, inputs before the stages that use them. */
class StageTable {
  readonly #byKey = new Map<string, Stage>();

  add(roles: readonly RoleStages[]): void {
    for (const { stages } of roles)
      for (const stage of stages)
        if (stage !== null && !this.#byKey.has(stage.key)) this.#byKey.set(stage.key, stage);
  }

  all(): Stage[] {
    const started = this.#startedFrom();
    const order = Array.from({ length: 7 }, (): Stage[] => []);
    for (const stage of this.#byKey.values())
      order[this.#rank(stage)]!.push(withKeptEpochs(stage, started.get(stage.key)));
    return order.flat();
  }

  /** A stage comes after all that its kind may read. */
  #rank(stage: Stage): number {
    const ranks = { dataset: 0, poison: 1, pretrain: 2, evaluate: 3, subset: 4, clean: 6 } as const;
    return stage.kind === 'poison' && this.#byKey.get(stage.inputs.dataset)?.kind === 'subset'
      ? 5
      : ranks[stage.kind];
  }

  /** The epochs of each pre-training that cleanings start from. */
  #startedFrom(): Map<string, Set<number>> {
    const epochs = new Map<string, Set<number>>();
    for (const stage of this.#byKey.values()) {
      if (stage.kind !== 'clean') continue;
      const model = stage.inputs.model;
      if (!epochs.has(model)) epochs.set(model, new Set());
      epochs.get(model)!.add(stage.config.from);
    }
    return epochs;
  }
}

function withKeptEpochs(stage: Stage, epochs: ReadonlySet<number> | undefined): Stage {
  if (stage.kind !== 'pretrain' || epochs === undefined) return stage;
  return { ...stage, locals: { ...stage.locals, keep_epochs: [...epochs].sort((a, b) => a - b) } };
}

/** The plan of an experiment: its runs and stages with what the document says of the whole. */
export function assemblePlan(document: Experiment, file: string, planned: Planned): Plan {
  return {
    version: 1,
    experiment: document.name,
    title: document.title ?? null,
    file,
    runs: planned.runs.map(({ run }) => run),
    stages: planned.stages,
    figures: document.figures ?? [],
    execution: document.execution,
  };
}
