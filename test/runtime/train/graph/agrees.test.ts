import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { initialize } from '../../../../runtime/model/initialize.js';
import {
  asFloat32,
  float32Array,
  type NamedArray,
  type NamedArrays,
} from '../../../../runtime/store/array.js';
import { EagerEngine } from '../../../../runtime/train/eager.js';
import type { Engine, EngineConfig } from '../../../../runtime/train/engine.js';
import { GraphEngine } from '../../../../runtime/train/graph/engine.js';
import { randomBatch } from '../../../support/batches.js';
import { enginePool } from '../../../support/engine-pool.js';
import { smallResnet, smallVit, tinyResnet } from '../../../support/models.js';
import { relativeError } from '../../backend/agree.js';

/** Steps of the trainings below: EXPC_TRAINING_STEPS=500 for the losses, 2000 for memory; by default a few. */
const STEPS = Number(process.env.EXPC_TRAINING_STEPS ?? 20);

vi.setConfig({ testTimeout: 3_600_000 });

const optimizer = { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.1 };

/** In every batch. */
const pairs = 8;
const lend = enginePool((config, kind) =>
  kind === 'eager' ? new EagerEngine(config) : new GraphEngine(config, { step: pairs, evaluation: 1 }),
);

function start(kind: 'eager' | 'graph', config: EngineConfig, arrays: NamedArrays): Engine {
  const engine = lend(config, kind);
  engine.writeState(arrays, 0, { optimizer: false });
  return engine;
}

const eager = (config: EngineConfig, arrays: NamedArrays) => start('eager', config, arrays);
const graph = (config: EngineConfig, arrays: NamedArrays) => start('graph', config, arrays);

describe('a recorded graph beside the operations one by one', () => {
  for (const [name, model, objective] of [
    ['ResNet, MMCL and SSL', smallResnet, { mmcl: 1, ssl: 1 }],
    ['ViT, MMCL', smallVit, { mmcl: 1 }],
    ['ViT, SSL', smallVit, { ssl: 1 }],
  ] as const)
    it(`has the same gradients within 1e-5 (${name})`, async () => {
      const config = { model, objective, optimizer };
      const batch = randomBatch(model, pairs, 1, 'ssl' in objective);
      const weights = initialize(model, 3);
      // After one step from nothing the first moment is a tenth of the gradient.
      const moments = async (engine: Engine) => {
        await engine.step(batch, 1e-3);
        return [...(await engine.readState())].filter(([key]) => key.startsWith('optimizer.m.'));
      };
      const expected = await moments(eager(config, weights));
      const found = new Map(await moments(graph(config, weights)));
      const all = (arrays: readonly NamedArray[]) =>
        Float32Array.from(arrays.flatMap((array) => [...asFloat32(array)]));
      const [ours, theirs] = [expected.map(([key]) => found.get(key)!), expected.map(([, array]) => array)];
      expect(relativeError(all(ours), all(theirs))).toBeLessThan(1e-5);
      const each = ours.map((array, i) => relativeError(asFloat32(array), asFloat32(theirs[i]!)));
      expect(each.sort((a, b) => a - b)[Math.floor(each.length / 2)]).toBeLessThan(1e-5);
    });

  it(`learns along the same curve as far as rounding lets any two trainings (${STEPS} steps)`, async () => {
    const config = { model: tinyResnet, objective: { mmcl: 1, ssl: 1 }, optimizer };
    const weights = initialize(tinyResnet, 5);
    const nudged = new Map(
      [...weights].map(([name, array]) => {
        if (array.dtype !== 'F32') return [name, array] as const;
        const values = asFloat32(array).map((value) => value * (1 + 2 ** -23));
        return [name, float32Array(values, array.shape)] as const;
      }),
    );
    const curve = async (engine: Engine) => {
      const losses: number[] = [];
      for (let i = 0; i < STEPS; i++) {
        losses.push((await engine.step(randomBatch(tinyResnet, pairs, i % 16, true), 1e-3)).loss);
        await setImmediate();
      }
      return losses;
    };
    const reference = await curve(eager(config, weights));
    const rounded = await curve(eager(config, nudged));
    const recorded = await curve(graph(config, weights));
    expect(recorded[0]).toBeCloseTo(reference[0]!, 5);
    if (STEPS >= 100) expect(smooth(reference).at(-1)).toBeLessThan(0.9 * reference[0]!);
    const noise = farthest(rounded, reference);
    const found = farthest(recorded, reference);
    if (process.env.EXPC_TRAINING_STEPS) console.log({ noise, found, last: smooth(recorded).at(-1) });
    expect(found).toBeLessThan(3 * noise + 0.05);
  });

  it(`takes no more memory from step to step (${STEPS} steps)`, async () => {
    const config = { model: smallResnet, objective: { mmcl: 1, ssl: 1 }, optimizer };
    const engine = graph(config, initialize(smallResnet, 0));
    const batch = randomBatch(smallResnet, pairs, 0, true);
    const resident: number[] = [];
    for (let i = 0; i < STEPS; i++) {
      await engine.step(batch, 1e-4);
      resident.push(process.memoryUsage.rss());
      await setImmediate();
    }
    const quarter = Math.max(...resident.slice(0, Math.ceil(STEPS / 4)));
    const last = Math.min(...resident.slice(-Math.ceil(STEPS / 10)));
    if (process.env.EXPC_TRAINING_STEPS) console.log({ quarter, last, grown_mb: (last - quarter) / 1e6 });
    expect(last - quarter).toBeLessThan(64e6);
  });
});

/** Means of ten steps. */
function smooth(losses: readonly number[]): number[] {
  return Array.from({ length: Math.floor(losses.length / 10) }, (_, i) =>
    losses.slice(10 * i, 10 * i + 10).reduce((sum, loss) => sum + loss / 10, 0),
  );
}

function farthest(a: readonly number[], b: readonly number[]): number {
  const other = smooth(b);
  return Math.max(...smooth(a).map((loss, i) => Math.abs(loss - other[i]!)));
}
