import type { Plan, Stage } from '../../schema/plan.js';
import type { Experiment } from '../../schema/generated/resolved.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { Expansion } from '../expand/expand.js';
import type { Grid } from '../expand/grid.js';
import { RunNames } from '../expand/name.js';
import { AblationRuns, type PlannedRun } from './duplicates.js';
import { factor, type FinishRun } from './factor.js';
import { gridStages, type RoleStages, type StageElsewhere } from './grid-stages.js';
import { inputsFirst, keptCheckpoints, withKept } from './kept.js';
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
  elsewhere: StageElsewhere,
  report: (found: Diagnostic) => void,
): Planned {
  const stages = new StageTable(elsewhere);
  const names = new RunNames();
  const merged = new Map<string, number>();
  const runs: PlannedRun[] = [];
  for (const [ablation, grids] of byAblation(expansion.grids)) {
    const found = new AblationRuns(grids.length);
    const axes = axisNames(grids);
    for (const grid of grids) {
      const factored = factor(grid, finish, report);
      if (factored === null) continue;
      checkMixedRules(factored, finish, report);
      const byRole = gridStages(factored, digests, elsewhere);
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

  constructor(private readonly elsewhere: StageElsewhere) {}

  add(roles: readonly RoleStages[]): void {
    for (const { stages } of roles) for (const stage of stages) if (stage !== null) this.#add(stage);
  }

  /** A stage of another experiment comes with all that it is made of. */
  #add(stage: Stage): void {
    if (this.#byKey.has(stage.key)) return;
    this.#byKey.set(stage.key, stage);
    for (const key of Object.values<string>(stage.inputs))
      if (!this.#byKey.has(key)) this.#add(this.elsewhere(key)!);
  }

  all(): Stage[] {
    const kept = keptCheckpoints(this.#byKey);
    const order = Array.from({ length: 9 }, (): Stage[] => []);
    for (const stage of this.#byKey.values())
      order[this.#rank(stage)]!.push(withKept(stage, kept.get(stage.key)));
    return inputsFirst(order.flat());
  }

  /** A stage comes after all that its kind may read. */
  #rank(stage: Stage): number {
    const ranks = {
      dataset: 0,
      weights: 0,
      poison: 1,
      pretrain: 3,
      evaluate: 4,
      subset: 5,
      clean: 8,
    } as const;
    if (stage.kind === 'poison') return this.#isOfCleaning(stage.inputs.dataset) ? 6 : ranks.poison;
    if (stage.kind === 'label') return this.#isOfCleaning(stage.inputs.data) ? 7 : 2;
    return ranks[stage.kind];
  }

  /** Is a data set a cleaning set, with poison or without? */
  #isOfCleaning(key: string): boolean {
    const stage = this.#byKey.get(key);
    if (stage?.kind === 'poison') return this.#isOfCleaning(stage.inputs.dataset);
    return stage?.kind === 'subset';
  }
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
    ...(document.style === undefined ? {} : { style: document.style }),
    execution: document.execution,
  };
}
