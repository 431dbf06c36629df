import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fileHost } from '../../../cli/host.js';
import { compile } from '../../../compiler/index.js';
import { hasErrors } from '../../../compiler/diagnostics/collect.js';
import { StageFailure } from '../../../runtime/execute/context.js';
import { asFloat32 } from '../../../runtime/store/array.js';
import { epochName, listCheckpoints, readCheckpoint } from '../../../runtime/store/checkpoint.js';
import { readJsonLines, writeJsonLines } from '../../../runtime/store/json-lines.js';
import { writeSafetensors } from '../../../runtime/store/safetensors.js';
import { stageFolder } from '../../../runtime/store/stage-folder.js';
import { checkpoints } from '../../../runtime/train/kept-checkpoints.js';
import type { MetricsRow } from '../../../runtime/train/training.js';
import { readStart } from '../../../runtime/train/start.js';
import type { Plan, Stage } from '../../../schema/plan.js';
import type { PretrainStage } from '../../../schema/stages/training.js';
import { carryOutPlan } from '../../support/carry-out.js';
import { madePicture } from '../../support/pictures.js';

vi.stubEnv('EXPC_ENGINE', 'eager');
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

/** A study of 24 pictures and a model of a few thousand weights. */
const base = `expc: 1
name: base
datasets:
  pairs: { kind: csv, path: pairs.csv, label_column: label, resolution: 16 }
poison: { trigger: { kind: solid-patch, size: 4 }, target: banana, count: 4 }
model:
  embed_dim: 16
  image: { kind: resnet, layers: [1, 1], width: 8, heads: 2, resolution: 16 }
  text: { layers: 1, width: 16, heads: 2, context: 8, vocabulary: 600 }
pretrain: { dataset: pairs, objective: { mmcl: 1 }, optimizer: { lr: 1e-2 }, epochs: 5, batch_size: 8 }
clean:
  data: { size: 8 }
  objective: { mmcl: 1 }
  optimizer: { lr: 1e-3 }
  epochs: 1
  batch_size: 4
evaluate: { dataset: pairs, templates: ['a {}'], top_k: [1] }
`;

let folder: string;
let outputs: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'expc-test-'));
  outputs = join(folder, 'outputs');
  const rows = ['image,caption,label'];
  const labels = ['apple', 'banana', 'cherry'];
  for (let i = 0; i < 24; i++) {
    const { data, width, height } = madePicture(16, 16, i * 40);
    const path = join(folder, `${i}.png`);
    await sharp(data, { raw: { width, height, channels: 3 } })
      .png()
      .toFile(path);
    rows.push(`${i}.png,a ${labels[i % 3]!},${labels[i % 3]!}`);
  }
  writeFileSync(join(folder, 'pairs.csv'), `${rows.join('\n')}\n`);
  writeFileSync(join(folder, 'base.yaml'), base);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function plan(name: string, text: string): Plan {
  const file = join(folder, `${name}.yaml`);
  writeFileSync(file, `extends: base.yaml\nname: ${name}\n${text}`);
  const { plan: made, diagnostics } = compile(fileHost({}), file, { folder, missingFiles: 'error' });
  if (made === null || hasErrors(diagnostics))
    throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return made;
}

async function run(made: Plan): Promise<string> {
  const outcomes = await carryOutPlan(made, outputs);
  for (const outcome of outcomes.values())
    if (outcome.status !== 'done') return outcome.status === 'failed' ? outcome.message : outcome.status;
  return 'done';
}

const stageIn = (made: Plan, kind: Stage['kind']): Stage => made.stages.find((stage) => stage.kind === kind)!;
const dirOf = ({ id }: Stage): string => stageFolder(outputs, id);
const log = (stage: Stage): string => readFileSync(join(dirOf(stage), 'log.txt'), 'utf8');
const rows = (stage: Stage): MetricsRow[] =>
  readJsonLines(join(dirOf(stage), 'metrics.jsonl')) as MetricsRow[];
const kept = (stage: Stage): string[] => listCheckpoints(checkpoints(dirOf(stage))).map(({ name }) => name);
const weights = (stage: Stage, epoch: number): number[] => {
  const { tensors } = readCheckpoint(checkpoints(dirOf(stage)), epochName(epoch));
  return [...asFloat32(tensors.get('text_projection')!)];
};

describe('a cleaning by a rule', () => {
  it('starts from the epoch that the measurements say, which the pre-training kept', async () => {
    const made = plan('by-rule', 'clean: { from: "highest asr" }\n');
    expect(await run(made)).toBe('done');
    const measured = rows(stageIn(made, 'evaluate')).filter(({ epoch }) => epoch > 0);
    expect(measured).toHaveLength(5);
    const most = Math.max(...measured.map(({ metrics }) => metrics['asr.top1']!));
    const expected = measured.find(({ metrics }) => metrics['asr.top1'] === most)!.epoch;
    expect(log(stageIn(made, 'clean'))).toContain(`starts from ${epochName(expected)} of`);
    expect(kept(stageIn(made, 'pretrain'))).toEqual([
      ...new Set([epochName(expected), 'epoch-0004', 'epoch-0005']),
    ]);
    // The model that is cleaned is the one that was measured then.
    const before = rows(stageIn(made, 'clean')).find(({ epoch }) => epoch === 0)!;
    expect(before.metrics).toEqual(measured.find(({ epoch }) => epoch === expected)!.metrics);
  });

  it('has an epoch made again that was not kept when nobody asked for it', async () => {
    const made = plan('later', 'clean: { from: "top1 >= 0, first" }\n');
    expect(await run(made)).toBe('done');
    expect(log(stageIn(made, 'clean'))).toContain('starts from epoch-0001 of');
    expect(kept(stageIn(made, 'pretrain'))).toContain('epoch-0001');
  });

  it('fails with its code where no epoch is as the rule asks', async () => {
    const made = plan('none', 'clean: { from: "asr > 100, last" }\n');
    expect(await run(made)).toBe(
      `EXPC602: no epoch of ${stageIn(made, 'pretrain').id} is as \`asr.top1 > 100, last\` asks`,
    );
    expect(log(stageIn(made, 'clean'))).toContain('failed: EXPC602: no epoch');
  });

  it('fails where an epoch was not measured, rather than choose among the rest', async () => {
    const made = plan('measured', 'clean: { from: "highest top1" }\n');
    expect(await run(made)).toBe('done');
    const measured = join(folder, 'partly');
    mkdirSync(measured, { recursive: true });
    const all = rows(stageIn(made, 'evaluate'));
    writeJsonLines(
      join(measured, 'metrics.jsonl'),
      all.filter(({ epoch }) => epoch !== 2),
    );
    const stage = dirOf(stageIn(made, 'pretrain'));
    const { model } = (stageIn(made, 'pretrain') as PretrainStage).config;
    const from = 'highest accuracy.top1';
    expect(() => readStart({ stage, from, measured, model })).toThrow(
      /cannot choose: one epoch of pretrain-\w+ was not measured \(2\)$/,
    );
  });

  it('fails with its code where the checkpoint is gone while it is about to be read', () => {
    const made = plan('measured', 'clean: { from: "highest top1" }\n');
    const pretrain = stageIn(made, 'pretrain') as PretrainStage;
    const start = { stage: dirOf(pretrain), from: 3, measured: null, model: pretrain.config.model };
    rmSync(join(checkpoints(dirOf(pretrain)), 'epoch-0003'), { recursive: true, force: true });
    const failure = failureOf(() => readStart(start));
    expect(failure.code).toBe('EXPC603');
    expect(failure.message).toContain(
      `epoch 3 of ${pretrain.id} cannot be started from: its manifest is missing`,
    );
  });
});

function failureOf(work: () => unknown): StageFailure {
  try {
    work();
  } catch (error) {
    if (error instanceof StageFailure) return error;
  }
  throw new Error('nothing failed');
}

describe('a training that starts from another experiment', () => {
  const from = (more: string): string => `{ kind: experiment, path: theirs.yaml, ${more} }`;
  let theirs: Plan;
  beforeAll(() => {
    theirs = plan('theirs', 'seed: 3\n');
  });

  it('has its stage done first, once for both', async () => {
    const mine = plan('mine', `seed: 3\nclean: { from: ${from('epoch: 2')}, optimizer: { lr: 2e-3 } }\n`);
    expect(await run(mine)).toBe('done');
    const begun = await carryOutPlan(theirs, outputs);
    expect([...begun.keys()].map((id) => id.split('-')[0])).toEqual(['clean']);
    const clean = stageIn(mine, 'clean');
    expect(log(clean)).toContain(`starts from epoch-0002 of ${stageIn(theirs, 'pretrain').id}`);
    expect(rows(clean)[0]!.metrics).toEqual(
      rows(stageIn(theirs, 'evaluate')).find(({ epoch }) => epoch === 2)!.metrics,
    );
  });

  it('goes on from what was cleaned', async () => {
    const made = plan('again', `seed: 3\nclean: { from: ${from('stage: clean')}, batch_size: 8 }\n`);
    expect(await run(made)).toBe('done');
    const [first, second] = [
      stageIn(theirs, 'clean'),
      made.stages.filter(({ kind }) => kind === 'clean').at(-1)!,
    ];
    expect(second.id).not.toBe(first.id);
    expect(rows(second)[0]!.metrics).toEqual(rows(first).at(-1)!.metrics);
  });

  it('pre-trains on, from weights that are those of the other to the bit', async () => {
    const made = plan(
      'on',
      `seed: 3\npretrain: { from: ${from('epoch: best')}, optimizer: { lr: 1e-12 }, epochs: 1 }\n`,
    );
    expect(await run(made)).toBe('done');
    const pretrain = made.stages.filter(({ kind }) => kind === 'pretrain').at(-1)!;
    const chosen = Number(
      /starts from epoch-(\d+) of .*, the epoch of `highest accuracy.top1`/.exec(log(pretrain))![1],
    );
    expect(rows(stageIn(made, 'evaluate'))).not.toEqual([]);
    const before = weights(stageIn(theirs, 'pretrain'), chosen);
    const after = weights(pretrain, 1);
    const apart = Math.max(...after.map((value, index) => Math.abs(value - before[index]!)));
    expect(apart).toBeLessThan(1e-6);
    expect(Math.max(...before.map(Math.abs))).toBeGreaterThan(0.01);
  });
});

describe('a file of weights', () => {
  it('is what a cleaning starts from, without any pre-training', async () => {
    const source = plan('source', '');
    expect(await run(source)).toBe('done');
    const { tensors } = readCheckpoint(checkpoints(dirOf(stageIn(source, 'pretrain'))), 'epoch-0005');
    const file = join(folder, 'model.safetensors');
    copyFileSync(join(folder, 'pairs.csv'), join(folder, 'model2.safetensors'));
    writeSafetensors(file, new Map([...tensors].filter(([name]) => !name.startsWith('optimizer.'))));
    const made = plan(
      'from-file',
      'pretrain: null\nclean: { from: { kind: weights, path: model.safetensors }, data: { dataset: pairs }, optimizer_state: kept }\n',
    );
    expect(made.stages.map(({ kind }) => kind)).not.toContain('pretrain');
    expect(await run(made)).toBe('done');
    const clean = stageIn(made, 'clean');
    expect(log(clean)).toContain('optimizer state fresh');
    expect(rows(clean)[0]!.metrics).toEqual(rows(stageIn(source, 'evaluate')).at(-1)!.metrics);
  });

  it('of another model is refused with the names', async () => {
    const made = plan(
      'other-model',
      'model: { text: { width: 8 } }\npretrain: null\nclean: { from: { kind: weights, path: model.safetensors }, data: { dataset: pairs } }\n',
    );
    expect(await run(made)).toMatch(/the weights in weights-\w+\/epoch-0000 are of another model:/);
  });

  it('that changed after the plan was made is not taken for it', async () => {
    const made = plan(
      'changed',
      'pretrain: null\nclean: { from: { kind: weights, path: model2.safetensors }, data: { dataset: pairs } }\n',
    );
    writeFileSync(join(folder, 'model2.safetensors'), 'something else');
    expect(await run(made)).toMatch(/model2\.safetensors has changed since the plan was made$/);
  });
});
