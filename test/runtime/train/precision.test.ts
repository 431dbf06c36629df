import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BFLOAT16, FLOAT } from '../../../runtime/backend/graph/builder.js';
import type { GraphNode } from '../../../runtime/backend/graph/messages.js';
import { StageFailure } from '../../../runtime/execute/context.js';
import { asFloat32 } from '../../../runtime/store/array.js';
import { createEngine } from '../../../runtime/train/create-engine.js';
import type { Engine, EngineConfig } from '../../../runtime/train/engine.js';
import { recordProgram } from '../../../runtime/train/graph/program.js';
import { expectSameArrays } from '../../support/arrays.js';
import { randomBatch } from '../../support/batches.js';
import { enginePool } from '../../support/engine-pool.js';
import { smallResnet, smallVit, tinyResnet } from '../../support/models.js';

const optimizer = { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.1 };
const objective = { mmcl: 1, ssl: 1 };
const sizes = { step: 8, evaluation: 8 };

vi.setConfig({ testTimeout: 300_000 });

afterEach(() => void vi.unstubAllEnvs());
const lend = enginePool((config) => createEngine(config, sizes, () => undefined));

function start(config: EngineConfig): Engine {
  const engine = lend({ objective, optimizer, ...config }, 'graph');
  engine.initialize(1);
  return engine;
}

/** The losses of steps `from` to `to` on one batch: a model that learns brings them down. */
async function losses(engine: Engine, model: EngineConfig['model'], steps: number): Promise<number[]> {
  const batch = randomBatch(model, sizes.step, 0, true);
  const result = [];
  for (let i = 0; i < steps; i++) {
    result.push((await engine.step(batch, 1e-3)).loss);
    await setImmediate();
  }
  return result;
}

const typesOf = (nodes: readonly GraphNode[], op: string) => [
  ...new Set(
    nodes.filter((node) => node.op === op).map(({ attributes }) => (attributes.T as { type: number }).type),
  ),
];

describe('a training in bfloat16', () => {
  for (const [name, model] of Object.entries({ smallResnet, smallVit })) {
    it(`learns what one in float32 learns (${name})`, async () => {
      const full = await losses(start({ model }), model, 12);
      const half = await losses(start({ model, precision: 'bf16' }), model, 12);
      expect(half).not.toEqual(full);
      expect(Math.abs(half[0]! - full[0]!)).toBeLessThan(0.02 * full[0]!); // the same weights: only rounding differs
      expect(full.at(-1)).toBeLessThan(0.6 * full[0]!);
      expect(half.at(-1)).toBeLessThan(0.6 * half[0]!);
    });
  }

  it('rounds in the encoders, forward and backward, and nowhere else', () => {
    const nodes = (precision: Pick<EngineConfig, 'precision'>) =>
      recordProgram({ model: tinyResnet, objective, optimizer, ...precision }, sizes).nodes;
    const full = nodes({});
    const half = nodes({ precision: 'bf16' });
    for (const op of ['Conv2DBackpropInput', 'Conv2DBackpropFilter', 'FusedBatchNormGradV3', 'ReluGrad']) {
      expect([op, typesOf(full, op), typesOf(half, op)]).toEqual([op, [FLOAT], [BFLOAT16]]);
    }
    // Evaluation uses the same variables, in float32.
    expect(typesOf(half, 'Conv2D').sort()).toEqual([FLOAT, BFLOAT16]);
    for (const op of [
      'Softmax',
      'SparseSoftmaxCrossEntropyWithLogits',
      'ResourceApplyAdam',
      'Exp',
      'BiasAddGrad',
    ])
      expect([op, typesOf(half, op)]).toEqual([op, [FLOAT]]);
  });

  it('compares features with each other in float32', () => {
    const matrixProducts = (config: Pick<EngineConfig, 'precision'>) =>
      recordProgram({ model: tinyResnet, objective: { mmcl: 1 }, optimizer, ...config }, sizes)
        .nodes.filter(({ op }) => op === 'BatchMatMulV2' || op === 'MatMul')
        .map(({ attributes }) => (attributes.T as { type: number }).type);
    const all = matrixProducts({});
    const embedding = recordProgram({ model: tinyResnet }, sizes).nodes.filter(
      ({ op }) => op === 'BatchMatMulV2' || op === 'MatMul',
    ).length;
    const low = matrixProducts({ precision: 'bf16' });
    expect(low).toHaveLength(all.length);
    // Besides evaluation's, the similarities of pictures and captions and its two gradients.
    expect(low.filter((type) => type === FLOAT)).toHaveLength(embedding + 3);
  });

  it('keeps float32 weights and moments, and goes on from them bit for bit', async () => {
    const config: EngineConfig = { model: tinyResnet, precision: 'bf16' };
    const whole = start(config);
    await losses(whole, tinyResnet, 2);
    const saved = await whole.readState();
    expect([...saved.values()].every(({ dtype }) => dtype === 'F32' || dtype === 'I64')).toBe(true);
    const weight = asFloat32(saved.get('visual.conv1.weight')!);
    expect(weight.some((value) => new Uint32Array(Float32Array.of(value).buffer)[0]! % 65536 !== 0)).toBe(
      true,
    );
    await losses(whole, tinyResnet, 2);
    const resumed = start(config);
    resumed.writeState(saved, 2);
    await losses(resumed, tinyResnet, 2);
    expectSameArrays(await resumed.readState(), await whole.readState());
  });

  it('goes through the network in parts as well', async () => {
    const parts = await losses(
      start({ model: smallVit, precision: 'bf16', micro_batch_size: 2 }),
      smallVit,
      3,
    );
    const whole = await losses(start({ model: smallVit, precision: 'bf16' }), smallVit, 3);
    parts.forEach((loss, i) => expect(Math.abs(loss - whole[i]!)).toBeLessThan(0.02 * whole[i]!));
  });

  it('is refused where no graph is recorded, instead of silently computing in float32', () => {
    vi.stubEnv('EXPC_ENGINE', 'eager');
    const config: EngineConfig = { model: tinyResnet, precision: 'bf16', objective, optimizer };
    const create = () => createEngine(config, sizes, () => undefined);
    expect(create).toThrow(StageFailure);
    expect(create).toThrow(/needs the recorded graph/);
  });
});
