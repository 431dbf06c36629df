import type { Stage } from '../../schema/plan.js';
import type { KeepRule } from '../../schema/stages/training.js';

/** The checkpoints of a training that other stages read. */
export interface Kept {
  readonly epochs: Set<number>;
  readonly rules: Map<string, KeepRule>;
}

/** For each stage that others start from, by key, what they read of it. */
export function keptCheckpoints(stages: ReadonlyMap<string, Stage>): Map<string, Kept> {
  const kept = new Map<string, Kept>();
  for (const stage of stages.values()) {
    if (stage.kind !== 'clean' && stage.kind !== 'pretrain') continue;
    const model = stage.kind === 'clean' ? stage.inputs.model : stage.inputs.start;
    const { from } = stage.config;
    if (model === undefined || from === undefined) continue;
    if (!kept.has(model)) kept.set(model, { epochs: new Set(), rules: new Map() });
    const { epochs, rules } = kept.get(model)!;
    if (typeof from === 'number') epochs.add(from);
    else addRule(rules, { rule: from, measured: stages.get(stage.inputs.measured!)!.id });
  }
  return kept;
}

function addRule(rules: Map<string, KeepRule>, keep: KeepRule): void {
  rules.set(`${keep.measured} ${keep.rule}`, keep);
}

/** The stage, told which checkpoints to keep, beside those that it was told of before. */
export function withKept(stage: Stage, kept: Kept | undefined): Stage {
  if (kept === undefined || (stage.kind !== 'pretrain' && stage.kind !== 'clean')) return stage;
  const epochs = new Set([...stage.locals.keep_epochs, ...kept.epochs]);
  const rules = new Map(kept.rules);
  for (const keep of stage.locals.keep_rules ?? []) addRule(rules, keep);
  const locals = {
    ...stage.locals,
    keep_epochs: [...epochs].sort((a, b) => a - b),
    ...(rules.size === 0 ? {} : { keep_rules: [...rules.keys()].sort().map((name) => rules.get(name)!) }),
  };
  return { ...stage, locals };
}

/** The same stages in the same order, but for those that come before one of their inputs: they come after it. */
export function inputsFirst(stages: readonly Stage[]): Stage[] {
  const byKey = new Map(stages.map((stage) => [stage.key, stage]));
  const placed = new Set<string>();
  const order: Stage[] = [];
  const place = (stage: Stage): void => {
    if (placed.has(stage.key)) return;
    placed.add(stage.key);
    for (const key of Object.values<string>(stage.inputs)) place(byKey.get(key)!);
    order.push(stage);
  };
  stages.forEach(place);
  return order;
}
