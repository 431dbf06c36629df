import { expect, test } from 'vitest';
import { fileHost } from '../../cli/host.js';
import { compile } from '../../compiler/index.js';
import { hasErrors } from '../../compiler/diagnostics/collect.js';
import type { Plan } from '../../schema/plan.js';

function planOf(name: string): Plan {
  const { plan, diagnostics } = compile(fileHost(), `experiments/paper/${name}.yaml`, {
    folder: process.cwd(),
  });
  expect(hasErrors(diagnostics)).toBe(false);
  return plan!;
}

/** Runs by ablation, and by pre-training and cleaning or number of poisons within it. */
function counts(plan: Plan, ablation: string, ...axes: string[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const run of plan.runs) {
    if (run.ablation !== ablation) continue;
    const name = axes.map((axis) => String(run.axes[axis])).join(' / ');
    found[name] = (found[name] ?? 0) + 1;
  }
  return found;
}

function total(found: Record<string, number>): number {
  return Object.values(found).reduce((sum, count) => sum + count, 0);
}

// The numbers of runs are those of the published metrics (the study's figures 1 to 4 and 8).

test('CC3M has 68 runs of the main grid and 46 with poisoned cleaning data', () => {
  const plan = planOf('cc3m');
  expect(counts(plan, 'main', 'pretraining', 'cleaning')).toEqual({
    'mmcl / mmcl': 13,
    'mmcl / mmcl+ssl': 13,
    'mmcl / ssl': 8,
    'mmcl+ssl / mmcl': 13,
    'mmcl+ssl / mmcl+ssl': 13,
    'mmcl+ssl / ssl': 8,
  });
  expect(total(counts(plan, 'main'))).toBe(68);
  expect(counts(plan, 'poisoned-cleaning', 'pretraining', 'clean.data.poisons')).toEqual({
    'mmcl / 5': 8,
    'mmcl / 10': 8,
    'mmcl / 25': 6,
    'mmcl+ssl / 5': 8,
    'mmcl+ssl / 10': 8,
    'mmcl+ssl / 25': 8,
  });
  expect(total(counts(plan, 'poisoned-cleaning'))).toBe(46);
});

test('CC6M has 72 runs of the main grid, 35 with 200k pairs, 16 of SSL weights, 102 with poisoned cleaning data', () => {
  const plan = planOf('cc6m');
  expect(counts(plan, 'main', 'pretraining', 'cleaning')).toEqual({
    'mmcl / mmcl': 8,
    'mmcl / ssl': 12,
    'mmcl / mmcl+ssl': 12,
    'mmcl+ssl / mmcl': 8,
    'mmcl+ssl / ssl': 16,
    'mmcl+ssl / mmcl+ssl': 16,
  });
  expect(counts(plan, '200k', 'cleaning')).toEqual({ mmcl: 8, ssl: 13, 'mmcl+ssl': 14 });
  expect(total(counts(plan, 'ssl-weight'))).toBe(16);
  const poisoned = counts(plan, 'poisoned-cleaning', 'pretraining', 'clean.data.poisons');
  expect([1, 2, 3, 4, 5, 10, 25].map((k) => poisoned[`mmcl / ${k}`])).toEqual([8, 4, 4, 4, 8, 8, 8]);
  expect([1, 2, 3, 4, 5, 10, 25].map((k) => poisoned[`mmcl+ssl / ${k}`])).toEqual([7, 6, 6, 6, 13, 10, 10]);
  expect(total(poisoned)).toBe(102);
});

test('all cleanings of CC6M start from two pre-trainings, at the epochs that the study chose', () => {
  const plan = planOf('cc6m');
  const pretrainings = plan.stages.filter((stage) => stage.kind === 'pretrain');
  expect(
    pretrainings.map(({ config, locals }) => [config.objective, config.batch_size, locals.keep_epochs]),
  ).toEqual([
    [{ mmcl: 1 }, 2048, [21]],
    [{ mmcl: 1, ssl: 1 }, 1024, [36]],
  ]);
});

test('the original behaviour is switched on', () => {
  const stage = planOf('cc3m').stages.find((one) => one.kind === 'clean')!;
  expect(stage.config).toMatchObject({
    optimizer_state: 'kept',
    schedule: { warmup_steps: 50, step_origin: 'study' },
  });
  expect(stage.config.evaluation.asr).toMatchObject({
    redraw: true,
    trigger: { overflow: 'wrap', size: 16 },
  });
  expect(stage.config.evaluation.templates).toHaveLength(80);
});

test('the attacks are measured with the trigger that was trained', () => {
  const plan = planOf('attacks');
  const byKey = new Map(plan.stages.map((stage) => [stage.key, stage]));
  for (const run of plan.runs) {
    const poison = byKey.get(run.stages.poison!)!;
    const clean = byKey.get(run.stages.clean!)!;
    if (poison.kind !== 'poison' || clean.kind !== 'clean') throw new Error(run.name);
    expect(clean.config.evaluation.asr).toMatchObject({
      trigger: poison.config.trigger,
      target: poison.config.target,
    });
  }
});

test('CC6M has the other ways of cleaning, each as its source has it', () => {
  const plan = planOf('cc6m');
  const of = (ablation: string) => plan.runs.filter((run) => run.ablation === ablation);
  const cleaning = (ablation: string) =>
    of(ablation).map((run) => plan.stages.find(({ key }) => key === run.stages.clean)!.config) as Extract<
      Plan['stages'][number],
      { kind: 'clean' }
    >['config'][];
  expect(total(counts(plan, 'heavy-decay'))).toBe(27);
  expect(total(counts(plan, 'shrink-and-perturb'))).toBe(27);
  expect(cleaning('shrink-and-perturb').map((one) => one.shrink_and_perturb)).toContainEqual({
    shrink: 0.95,
    perturb: 1e-4,
  });
  const [clusters, labels] = cleaning('deep-clustering');
  expect(clusters).toMatchObject({
    objective: { mmcl: 1, ssl: 1, clustering: 5 },
    clustering: {
      clusters: 1000,
      iterations: 20,
      points_per_centroid: 256,
      embedding: 'training',
      batch_size: 1024,
    },
    epochs: 10,
    optimizer: { lr: 1e-4 },
  });
  expect(labels).toMatchObject({ objective: { mmcl: 1, ssl: 1, pseudo_labels: 5 }, epochs: 10 });
  expect(of('deep-clustering')[1]!.stages['cleaning-labels']).toBeDefined();
  expect(cleaning('siglip').map((one) => one.siglip)).toContainEqual({ form: 'study' });
  for (const one of cleaning('supervised'))
    expect(one).toMatchObject({ objective: { supervised: 1 }, epochs: 10, batch_size: 216 });
});

test('OpenAI weights are poisoned by finetuning: two models of CC6M, four of CC3M', () => {
  const plan = planOf('openai');
  const pretrainings = plan.stages.filter((stage) => stage.kind === 'pretrain');
  expect(pretrainings).toHaveLength(6);
  expect(new Set(pretrainings.map(({ inputs }) => inputs.start)).size).toBe(1);
  expect(counts(plan, '400m', 'pretraining', 'poisons', 'cleaning')).toMatchObject({
    'mmcl / 1500 / ssl': 8,
  });
  expect(total(counts(plan, '400m'))).toBe(96);
});

test('four poisoned models are finetuned on MSCOCO', () => {
  const plan = planOf('mscoco');
  expect(Object.values(counts(plan, 'finetuning', 'model'))).toEqual([8, 8, 8, 8]);
});
