import type { Plan, Stage, StageKind } from '../../../../schema/plan.js';
import { sha256 } from '../../../../runtime/store/digest.js';
import type { Toy } from './toy-runners.js';

/** A stage for the toy runners. Like a real one, its key is that of its configuration and inputs. */
export function toyStage(kind: StageKind, toy: Toy = {}, inputs: Record<string, Stage> = {}): Stage {
  const inputKeys = Object.fromEntries(Object.entries(inputs).map(([role, { key }]) => [role, key]));
  // What a test does to a stage does not belong to its identity, as little as a path does.
  const identity = { kind, steps: toy.steps, salt: toy.salt, trouble: toy.trouble, inputs: inputKeys };
  const key = sha256(JSON.stringify(identity));
  const stage = {
    key,
    id: `${kind}-${key.slice(0, 12)}`,
    kind,
    config: { toy },
    inputs: inputKeys,
    semantics: 1,
  };
  return { ...stage, locals: {} } as unknown as Stage;
}

export function toyPlan(stages: readonly Stage[], change: Partial<Plan> = {}): Plan {
  return {
    version: 1,
    experiment: 'toy',
    title: null,
    file: 'experiments/toy.yaml',
    runs: [],
    stages,
    figures: [],
    execution: {} as Plan['execution'],
    ...change,
  };
}

/** A small study: data, poison, a pre-training that is measured, and cleanings of it. */
export function toyStudy(toy: Toy = {}, cleanings = 2) {
  const data = toyStage('dataset', { ...toy, salt: 1 });
  const test = toyStage('dataset', { ...toy, salt: 2 });
  const poison = toyStage('poison', { ...toy, salt: 3 }, { dataset: data });
  const pretrain = toyStage('pretrain', { steps: 4, ...toy, salt: 4 }, { data: poison });
  const evaluate = toyStage('evaluate', { ...toy, salt: 5 }, { model: pretrain, test });
  const subset = toyStage('subset', { ...toy, salt: 6 }, { dataset: poison });
  const cleans = Array.from({ length: cleanings }, (_, index) =>
    toyStage('clean', { steps: 3, ...toy, salt: 10 + index }, { model: pretrain, data: subset, test }),
  );
  return {
    data,
    test,
    poison,
    pretrain,
    evaluate,
    subset,
    cleans,
    all: [data, poison, test, pretrain, evaluate, subset, ...cleans],
  };
}
