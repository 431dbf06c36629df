import { describe, expect, it } from 'vitest';
import { fileHost } from '../../cli/host.js';
import { compile } from '../../compiler/index.js';
import { describeFigure } from '../../report/describe.js';
import { parametersOf } from '../../report/results/parameters.js';
import type { Results, RunResult } from '../../report/results/types.js';
import type { Plan } from '../../schema/plan.js';

function planOf(name: string): Plan {
  const options = { folder: process.cwd() };
  const { plan, diagnostics } = compile(fileHost(), `experiments/paper/${name}.yaml`, options);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return plan!;
}

/** Results as if every run had been measured: the accuracy falls and the ASR with it, more so the later the run. */
function measured(plan: Plan, accuracy: number): Results {
  const stages = new Map(plan.stages.map((stage) => [stage.key, stage]));
  const runs = plan.runs.map((run, i): RunResult => {
    const clean = stages.get(run.stages.clean ?? '');
    const pretrain = run.stages.pretrain ?? run.stages.clean ?? run.name;
    const epochs = clean?.kind === 'clean' ? clean.config.epochs : 20;
    const points = Array.from({ length: epochs }, (_, epoch) => ({
      epoch: epoch + 1,
      step: epoch + 1,
      metrics: {
        'accuracy.top1': accuracy - 0.0001 * (i % 100),
        'asr.top1': 0.9 * (1 - (epoch + 1) / epochs),
      },
    }));
    return {
      name: run.name,
      ablation: run.ablation,
      axes: run.axes,
      parameters: parametersOf(run, stages),
      work: run.stages.clean ?? pretrain,
      state: 'done',
      start: { id: pretrain, metrics: { 'accuracy.top1': accuracy, 'asr.top1': 0.9 } },
      points,
      pretraining: points,
      from: 5,
      folders: { pretrain },
      definitions: {},
      merged: false,
    };
  });
  return { experiment: plan.experiment, title: plan.title, runs, notices: [] };
}

type Datum = Readonly<Record<'panel' | 'series' | 'kind' | 'run' | 'metric', string>>;

/** Panels and series of each picture of an experiment. */
async function picturesOf(name: string): Promise<Record<string, [string[], string[], number]>> {
  const plan = planOf(name);
  const results = measured(plan, name.startsWith('openai') ? 0.6 : 0.25);
  const pictures: Record<string, [string[], string[], number]> = {};
  for (const figure of plan.figures) {
    const { picture, texts, notices } = await describeFigure(results, figure, plan.style);
    expect(notices.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(texts).not.toBeNull();
    const values = (picture as unknown as { data: { values: Datum[] } } | null)?.data.values ?? [];
    const models = values.filter(({ kind }) => !['start', 'reference'].includes(kind));
    const distinct = (texts: readonly string[]) => [...new Set(texts)];
    if (picture !== null)
      pictures[figure.name] = [
        distinct(models.map(({ panel }) => panel)),
        distinct(models.map(({ series }) => series)),
        distinct(models.map(({ run }) => run)).length,
      ];
  }
  return pictures;
}

const models = ['MMCL', 'MMCL+SSL'];
const losses = ['CleanCLIP: MMCL only', 'CleanCLIP: SSL only', 'CleanCLIP'];
const all = ['evaluated models'];
const sorted = (texts: readonly string[]) => [...texts].sort();

describe("the study's figures", () => {
  it('of CC3M show the panels and series of its commands 1 and 3', async () => {
    const found = await picturesOf('cc3m');
    expect(found.main).toEqual([models, expect.arrayContaining(losses), 68]);
    expect(found['poisoned-cleaning']).toEqual([models, ['0', '5', '10'], 26 + 32]);
    expect(found['six-panels']![0]).toHaveLength(6);
  });

  it('of CC6M show those of its commands 2 and 4 to 14', async () => {
    const found = await picturesOf('cc6m');
    expect(found.main).toEqual([models, expect.arrayContaining(losses), 72]);
    expect(found['poisoned-cleaning']).toEqual([models, ['0', '5', '10'], 28 + 16 + 23]);
    expect(sorted(found['heavy-decay']![1])).toEqual(sorted(losses));
    expect(sorted(found['shrink-and-perturb']![1])).toEqual(sorted(losses));
    expect(found['deep-clustering']).toEqual([[''], ['clusters (k-means)', 'labels of SigLIP'], 2]);
    expect(found['200k']).toEqual([['100k', '200k'], expect.arrayContaining(losses), 40 + 35]);
    expect(found['100-epochs']).toEqual([['20', '100'], ['CleanCLIP'], 18]);
    expect(found['ssl-weight']).toEqual([[''], ['1', '2', '4', '6', '8'], 16 + 16]);
    expect(found['trajectories-mmcl']).toEqual([expect.objectContaining({ length: 3 }), all, 3]);
    expect(found['trajectories-mmcl+ssl']).toEqual([expect.objectContaining({ length: 3 }), all, 3]);
    expect(found['trajectories-mmcl-all']![2]).toBe(10);
    expect(found['trajectories-mmcl+ssl-all']![2]).toBe(16 + 16 + 2);
    expect(found['pre-training-mmcl']).toEqual([[''], all, 1]);
    expect(found['pre-training-mmcl+ssl']).toEqual([[''], all, 1]);
    expect([found['runs-mmcl']![0].length, found['runs-mmcl+ssl']![0].length]).toEqual([12, 16]);
  });

  it('of other attacks show each setting with both models', async () => {
    const found = await picturesOf('attacks');
    for (const name of ['warped', 'label-consistent', 'vit']) expect(found[name]![0]).toEqual(models);
    expect(found['poison-count']![0]).toHaveLength(4);
    expect(found.beaver![0]).toHaveLength(4);
  });

  it("of OpenAI's model and MSCOCO show their grids, and the checkpoints to choose from", async () => {
    expect((await picturesOf('openai'))['400m']![0]).toHaveLength(4);
    expect((await picturesOf('mscoco')).finetuning![0]).toHaveLength(4);
    const found = await picturesOf('openai-candidates');
    expect([found.candidates![2], found.chosen![2]]).toEqual([24, 24]);
  });

  it('order the panels of all runs by epochs, weight and learning rate', async () => {
    const panels = (await picturesOf('cc6m'))['trajectories-mmcl+ssl-all']![0];
    expect(panels.slice(0, 2)).toEqual([
      'lr 1e-9, weight of SSL 1, epochs 20',
      'lr 5e-9, weight of SSL 1, epochs 20',
    ]);
    expect(panels.at(-1)).toBe('lr 0.0002, weight of SSL 1, epochs 100');
  });
});
