import type { AxisValue, Role, Run, Stage } from '../../schema/plan.js';

/** Where the configuration of a stage stands in the language, by the part that the stage plays. */
const places: Partial<Record<Role, string>> = {
  poison: 'poison',
  pretrain: 'pretrain',
  clean: 'clean',
};

/**
 * What a run is done with, by path in the language (`clean.optimizer.lr`, `poison.count`): scalars only. A loss that has
 * no weight is 0, a cleaning set without poison has 0 poisons.
 */
export function parametersOf(
  run: Run,
  stages: ReadonlyMap<string, Stage>,
): Readonly<Record<string, AxisValue>> {
  const found: Record<string, AxisValue> = {};
  for (const [role, place] of Object.entries(places) as [Role, string][]) {
    const config = stages.get(run.stages[role] ?? '')?.config;
    if (config !== undefined) collect(config, place, found);
  }
  for (const training of ['pretrain', 'clean'].filter((name) => `${name}.epochs` in found))
    for (const loss of ['mmcl', 'ssl']) found[`${training}.objective.${loss}`] ??= 0;
  const model = stages.get(run.stages.clean ?? run.stages.pretrain ?? '')?.config;
  if (model !== undefined && 'model' in model) collect(model.model, 'model', found);
  cleaningSet(run, stages, found);
  return found;
}

function cleaningSet(run: Run, stages: ReadonlyMap<string, Stage>, found: Record<string, AxisValue>): void {
  const subset = stages.get(run.stages['cleaning-set'] ?? '')?.config;
  if (subset === undefined) return;
  collect(subset, 'clean.data', found);
  const poison = stages.get(run.stages['cleaning-poison'] ?? '');
  found['clean.data.poisons'] = poison?.kind === 'poison' ? poison.config.count : 0;
}

function collect(value: unknown, path: string, found: Record<string, AxisValue>): void {
  if (isScalar(value)) found[path] = value;
  else if (typeof value === 'object' && value !== null && !Array.isArray(value))
    for (const [key, inner] of Object.entries(value)) collect(inner, `${path}.${key}`, found);
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
