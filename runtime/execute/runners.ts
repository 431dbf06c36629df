import type { Stage, StageKind } from '../../schema/plan.js';
import type { StageRunner } from './context.js';

/** The code of each kind of stage, loaded when the first of that kind runs: building data needs no TensorFlow. */
export type Runners = {
  readonly [Kind in StageKind]: () => Promise<StageRunner<Extract<Stage, { kind: Kind }>>>;
};

export const runners: Runners = {
  dataset: async () => (await import('../data/dataset-stage.js')).runDatasetStage,
  weights: async () => (await import('../weights/weights-stage.js')).runWeightsStage,
  poison: async () => (await import('../poison/poison-stage.js')).runPoisonStage,
  subset: async () => (await import('../data/subset-stage.js')).runSubsetStage,
  label: async () => (await import('../label/label-stage.js')).runLabelStage,
  pretrain: async () => (await import('../train/stages.js')).runPretrainStage,
  evaluate: async () => (await import('../train/stages.js')).runEvaluateStage,
  clean: async () => (await import('../train/stages.js')).runCleanStage,
};

/** The runner of a stage from a module's `runners`, or from the program's own. */
export async function loadRunner(stage: Stage, module: string | null): Promise<StageRunner> {
  const found = module === null ? runners : ((await import(module)) as { runners: Runners }).runners;
  return (await found[stage.kind]()) as StageRunner;
}
