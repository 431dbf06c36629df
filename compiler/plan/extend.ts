import type { Plan, Stage } from '../../schema/plan.js';
import type { PretrainStage } from '../../schema/stages/training.js';
import { canonicalText, stageId, stageKey } from './key.js';
import { keptCheckpoints, withKept } from './kept.js';

/** A stage that was done, as its folder tells. */
export type DoneStage = Pick<Stage, 'key' | 'kind' | 'config' | 'inputs' | 'semantics'>;

/** A pre-training that goes on from a shorter one. */
export interface Extension {
  readonly stage: Stage;
  /** The shorter one, and its epochs. */
  readonly from: string;
  readonly epochs: number;
}

/**
 * The plan with each pre-training that is not done going on from the longest shorter one that is: the same but for
 * its epochs. It is another stage than the one from scratch, with the shorter one as its input, and so is all that is
 * made of it.
 */
export function extendPlan(
  plan: Plan,
  done: readonly DoneStage[],
): { readonly plan: Plan; readonly extensions: readonly Extension[] } {
  const doneKeys = new Set(done.map(({ key }) => key));
  const shorter = done.filter((stage) => stage.kind === 'pretrain') as PretrainStage[];
  const extensions: Extension[] = [];
  const renamed = new Map<string, Stage>();
  const stages = new Map<string, Stage>();
  const runs = new Map<string, string>();
  for (const before of plan.stages) {
    let stage = withInputs(before, renamed);
    const base = stage.kind === 'pretrain' && !doneKeys.has(stage.key) ? baseOf(stage, shorter) : null;
    if (base !== null) {
      const { key, id } = { key: base.key, id: stageId('pretrain', base.key) };
      if (!stages.has(key))
        stages.set(key, { ...base, id, locals: { ...stage.locals, keep_epochs: [] } } as Stage);
      stage = goingOn(stage as PretrainStage, base);
      extensions.push({ stage, from: id, epochs: base.config.epochs });
    }
    renamed.set(before.key, stage);
    runs.set(before.key, stage.key);
    stages.set(stage.key, stage);
  }
  const kept = keptCheckpoints(stages);
  return {
    extensions,
    plan: {
      ...plan,
      stages: [...stages.values()].map((stage) => withKept(stage, kept.get(stage.key))),
      runs: plan.runs.map((run) => ({
        ...run,
        stages: Object.fromEntries(Object.entries(run.stages).map(([role, key]) => [role, runs.get(key)!])),
      })),
    },
  };
}

/** The longest done pre-training that differs in nothing but fewer epochs. */
function baseOf(stage: PretrainStage, done: readonly PretrainStage[]): PretrainStage | null {
  if (stage.inputs.start !== undefined) return null; // It starts from elsewhere already.
  const rest = restOf(stage);
  return done
    .filter((one) => one.config.epochs < stage.config.epochs && restOf(one) === rest)
    .reduce<PretrainStage | null>(
      (best, one) => (best === null || one.config.epochs > best.config.epochs ? one : best),
      null,
    );
}

function restOf({
  config,
  inputs,
  semantics,
}: Pick<PretrainStage, 'config' | 'inputs' | 'semantics'>): string {
  return canonicalText({ config: { ...config, epochs: 0 }, inputs, semantics });
}

function goingOn(stage: PretrainStage, base: PretrainStage): Stage {
  const config = { ...stage.config, from: base.config.epochs, continues: true };
  return keyed({ ...stage, config, inputs: { ...stage.inputs, start: base.key } } as PretrainStage);
}

function withInputs(stage: Stage, renamed: ReadonlyMap<string, Stage>): Stage {
  const changed = Object.entries<string>(stage.inputs).some(([, key]) => renamed.get(key)?.key !== key);
  if (!changed) return stage;
  const inputs = Object.entries<string>(stage.inputs).map(([role, key]) => [
    role,
    renamed.get(key)?.key ?? key,
  ]);
  return keyed({ ...stage, inputs: Object.fromEntries(inputs) as never });
}

function keyed(stage: Stage): Stage {
  const key = stageKey(stage);
  return { ...stage, key, id: stageId(stage.kind, key) };
}
