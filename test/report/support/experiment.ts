import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import type { Figure } from '../../../schema/generated/resolved.js';
import type { Definition } from '../../../report/results/types.js';
import type { AxisValue, Plan, Run, Stage } from '../../../schema/plan.js';

/** Evaluations as [epoch, accuracy %, asr %]. */
export type Evaluations = readonly (readonly [number, number, number])[];

export interface MadeRun {
  readonly axes: Readonly<Record<string, AxisValue>>;
  readonly ablation?: string;
  /** Axes that make a pre-trained model of its own; the default is `objective` and `seed`. */
  readonly pretrain?: string;
  readonly clean: Evaluations | null;
  readonly evaluate?: Evaluations;
  /** Epochs of the cleaning; the default is the last one evaluated. */
  readonly epochs?: number;
  readonly from?: number | string;
  /** Whether the weights are shrunk and perturbed before cleaning. */
  readonly shrunk?: boolean;
}

export interface Made {
  readonly plan: Plan;
  readonly outputs: string;
  /** Path of a file of the stage in which the run with this name is measured. */
  readonly file: (run: string, name: string) => string;
}

export const definitions: Readonly<Record<string, Definition>> = {
  'accuracy.top1': {
    description: 'Zero-shot top-1 accuracy.',
    unit: 'fraction',
    k: 1,
    classes: 100,
    pictures: 1000,
    templates: ['a photo of {}'],
    ties: 'lower class index first',
  },
  'asr.top1': {
    description: 'Attack success rate.',
    unit: 'fraction',
    k: 1,
    classes: 100,
    pictures: 990,
    templates: ['a photo of {}'],
    ties: 'lower class index first',
    target: 'banana',
    trigger: { kind: 'noise-patch', size: 8, location: 'random', overflow: 'clamp' },
    excluded: 10,
    copies: 1,
    redrawn_each_evaluation: false,
  },
};

/** Writes an outputs folder as the runtime leaves it, and the plan it belongs to. */
export function makeExperiment(runs: readonly MadeRun[], figures: readonly Figure[] = []): Made {
  const outputs = mkdtempSync(join(tmpdir(), 'expc-report-'));
  const stages = new Map<string, Stage>();
  const add = (kind: string, identity: unknown, config: unknown, inputs: Record<string, string>) => {
    const key = createHash('sha256')
      .update(JSON.stringify([kind, identity]))
      .digest('hex');
    const stage = { key, id: `${kind}-${key.slice(0, 12)}`, kind, config, inputs, semantics: 1, locals: {} };
    if (!stages.has(key)) stages.set(key, stage as unknown as Stage);
    return stages.get(key)!;
  };
  const planned = runs.map((run): Run => {
    const { axes, clean, evaluate } = run;
    const name = nameOf(run);
    const start = run.pretrain ?? `${String(axes.objective)}/${String(axes.seed)}`;
    const pretrain = add('pretrain', start, { epochs: evaluate?.at(-1)?.[0] ?? 10 }, {});
    const measure = add('evaluate', start, {}, { model: pretrain.key });
    if (evaluate !== undefined) write(outputs, measure, evaluate);
    const roles = { pretrain: pretrain.key, evaluate: measure.key };
    if (clean === null) return { name, ablation: run.ablation ?? null, axes, stages: roles };
    const epochs = run.epochs ?? clean.at(-1)?.[0] ?? 3;
    const from = run.from ?? (pretrain.config as { epochs: number }).epochs;
    const shrunk = run.shrunk === true ? { shrink_and_perturb: { shrink: 0.5, perturb: 0.1 } } : {};
    const cleaning = add('clean', [start, axes], { epochs, from, ...shrunk }, { model: pretrain.key });
    if (clean.length > 0) write(outputs, cleaning, clean);
    return { name, ablation: run.ablation ?? null, axes, stages: { ...roles, clean: cleaning.key } };
  });
  const plan: Plan = {
    version: 1,
    experiment: 'made',
    title: 'Made up',
    file: 'made.yaml',
    runs: planned,
    stages: [...stages.values()],
    figures,
    execution: {} as Plan['execution'],
  };
  return {
    plan,
    outputs,
    file(run, name) {
      const { clean, evaluate } = planned.find((candidate) => candidate.name === run)!.stages;
      return join(outputs, 'stages', stages.get((clean ?? evaluate)!)!.id, name);
    },
  };
}

export function nameOf({ axes, ablation }: Pick<MadeRun, 'axes' | 'ablation'>): string {
  return [...(ablation === undefined ? [] : [ablation]), ...Object.values(axes)].map(String).join('/');
}

/** A line of metrics.jsonl. */
export function metricsLine([epoch, accuracy, asr]: Evaluations[number]): string {
  const metrics = { 'accuracy.top1': share(accuracy), 'asr.top1': share(asr) };
  return JSON.stringify({ epoch, step: epoch * 10, metrics });
}

const share = (percent: number) => Number((percent / 100).toFixed(8));

function write(outputs: string, stage: Stage, evaluations: Evaluations): void {
  const folder = join(outputs, 'stages', stage.id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'metrics.jsonl'), `${evaluations.map(metricsLine).join('\n')}\n`);
  writeFileSync(join(folder, 'metrics.json'), JSON.stringify(definitions));
}

/** Two objectives, two cleanings, two learning rates, two seeds: every number is easy to reckon with. */
export function study(seeds: readonly number[] = [0, 1]): MadeRun[] {
  return ['mmcl', 'mmcl+ssl'].flatMap((objective) =>
    ['CleanCLIP', 'mmcl only'].flatMap((cleaning) =>
      [0.001, 0.01].flatMap((lr) =>
        seeds.map((seed): MadeRun => {
          const start = (objective === 'mmcl' ? 40 : 50) + seed;
          const cost = (objective === 'mmcl' ? 2 : 10) * (lr === 0.01 ? 2 : 1);
          const left = cleaning === 'CleanCLIP' ? 4 : 60;
          return {
            axes: { objective, cleaning, 'clean.optimizer.lr': lr, seed },
            clean: [
              [0, start, 95],
              [1, start - cost / 2, left + 20],
              [2, start - cost, left],
            ],
          };
        }),
      ),
    ),
  );
}
