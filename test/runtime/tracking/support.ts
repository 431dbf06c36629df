import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Plan, Stage } from '../../../schema/plan.js';

export interface Store {
  readonly plan: Plan;
  readonly outputs: string;
  /** Adds lines to a file of a stage. */
  readonly write: (kind: Stage['kind'], file: string, ...rows: readonly object[]) => void;
  readonly dir: (kind: Stage['kind']) => string;
}

/** A plan of a pre-training, its evaluation and a cleaning, and a store that holds nothing of it. */
export function makeStore(tracking: Plan['execution']['tracking'] = {}): Store {
  const outputs = mkdtempSync(join(tmpdir(), 'expc-tracking-'));
  afterAll(() => rmSync(outputs, { recursive: true, force: true }));
  const stage = (kind: Stage['kind'], digit: string, config: object, inputs: object) =>
    ({
      key: digit.repeat(64),
      id: `${kind}-${digit.repeat(12)}`,
      kind,
      config,
      inputs,
      semantics: 1,
      locals: {},
    }) as never as Stage;
  const pretrain = stage('pretrain', 'a', { epochs: 2, optimizer: { lr: 0.1 }, augment: null }, {});
  const evaluate = stage('evaluate', 'b', {}, { model: pretrain.key });
  const clean = stage('clean', 'c', { epochs: 1, optimizer: { lr: 0.001 } }, { model: pretrain.key });
  const plan = {
    version: 1,
    experiment: 'made',
    title: null,
    file: 'made.yaml',
    runs: [
      {
        name: 'one',
        ablation: null,
        axes: { lr: 0.001 },
        stages: { pretrain: pretrain.key, evaluate: evaluate.key, clean: clean.key },
      },
      {
        name: 'two',
        ablation: null,
        axes: { lr: 0.002 },
        stages: { pretrain: pretrain.key, evaluate: evaluate.key },
      },
    ],
    stages: [pretrain, evaluate, clean],
    figures: [],
    execution: { tracking } as Plan['execution'],
  } as Plan;
  const dir = (kind: Stage['kind']) =>
    join(outputs, 'stages', plan.stages.find((one) => one.kind === kind)!.id);
  return {
    plan,
    outputs,
    dir,
    write(kind, file, ...rows) {
      mkdirSync(dir(kind), { recursive: true });
      appendFileSync(join(dir(kind), file), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    },
  };
}

export const loss = (step: number, value: number) => ({
  epoch: 1,
  step,
  lr: 0.125,
  loss: value,
  losses: { mmcl: value },
  logit_scale: 14.5,
});

export const metrics = (epoch: number, step: number, accuracy: number, asr: number) => ({
  epoch,
  step,
  metrics: { 'accuracy.top1': accuracy, 'asr.top1': asr },
});
