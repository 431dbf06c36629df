import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import type { Model } from '../../../schema/generated/resolved.js';
import { tf } from '../../../runtime/backend/tensorflow.js';
import { initialize } from '../../../runtime/model/initialize.js';
import { ModelState } from '../../../runtime/model/state.js';
import { weightedLosses } from '../../../runtime/objective/objective.js';
import { asFloat32, asInt32 } from '../../../runtime/store/array.js';
import { beginLosses } from '../../../runtime/train/begin-losses.js';
import { EagerEngine } from '../../../runtime/train/eager.js';
import type { Engine, EngineConfig, TrainBatch } from '../../../runtime/train/engine.js';
import { inParts, stepInput } from '../../../runtime/train/feed.js';
import { cachedGradients, lossGradients } from '../../../runtime/train/gradients.js';
import { GraphEngine } from '../../../runtime/train/graph/engine.js';
import { expectSameArrays } from '../../support/arrays.js';
import { randomBatch } from '../../support/batches.js';
import { enginePool } from '../../support/engine-pool.js';
import { tinyResnet } from '../../support/models.js';
import { deviation } from '../../support/deviation.js';

/** Without batch norm. */
const tinyVit: Model = {
  ...tinyResnet,
  image: { kind: 'vit', layers: 1, width: 16, heads: 2, patch: 8, resolution: 16 },
};
const PAIRS = 6;
const optimizer = { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.1 };

vi.setConfig({ testTimeout: 300_000 });

const kinds: Record<string, (config: EngineConfig) => Engine> = {
  eager: (config) => new EagerEngine(config),
  graph: (config) => new GraphEngine(config, { step: PAIRS, evaluation: 4 }),
};
const lend = enginePool((config, kind) => kinds[kind]!(config));

function start(kind: string, config: EngineConfig): Engine {
  const engine = lend(config, kind);
  engine.initialize(4);
  beginLosses(engine, config, 4, new Map());
  return engine;
}

function batch(i: number, model: Model): TrainBatch {
  const labels = Int32Array.from({ length: PAIRS }, (_, row) => (i + row) % 3);
  return { ...randomBatch(model, PAIRS, i, true), labels: { supervised: labels } };
}

/** Gradients of one batch by variable, at once or in parts. */
function gradients(model: Model, objective: object, size: number | null): Record<string, Float32Array> {
  const losses = weightedLosses(objective);
  const state = new ModelState(model);
  state.write(initialize(model, 2));
  const found: Record<string, Float32Array> = {};
  tf.tidy(() => {
    const whole = batch(0, model);
    const { gradients } =
      size === null
        ? lossGradients(state, model, losses, stepInput(model, whole, losses))
        : cachedGradients(
            state,
            model,
            losses,
            inParts(model, whole, size).map((part) => stepInput(model, part, losses)),
          );
    for (const { spec, variable } of state.parameters)
      found[spec.name] = Float32Array.from(gradients[variable.name]!.dataSync());
  });
  state.dispose();
  return found;
}

describe('gradients of a batch in parts', () => {
  const objectives = { mmcl: { mmcl: 1 }, 'mmcl+ssl': { mmcl: 1, ssl: 2 }, siglip: { siglip: 1 } };
  for (const [name, objective] of Object.entries(objectives))
    for (const size of [1, 2, 4]) {
      it(`are those of the whole batch without batch norm: ${name}, ${size} of ${PAIRS} at once`, () => {
        const whole = gradients(tinyVit, objective, null);
        const parts = gradients(tinyVit, objective, size);
        const largest = Math.max(...Object.values(whole).flatMap((one) => [...one].map(Math.abs)));
        for (const [array, expected] of Object.entries(whole))
          // Up to the order of sums: float32 has 24 bits.
          expect([array, deviation(parts[array]!, expected).absolute < 2e-6 * largest]).toEqual([
            array,
            true,
          ]);
      });
    }

  it('are others with batch norm, which goes by each part', () => {
    const [whole, parts] = [gradients(tinyResnet, { mmcl: 1 }, null), gradients(tinyResnet, { mmcl: 1 }, 3)];
    expect(deviation(parts['visual.conv1.weight']!, whole['visual.conv1.weight']!).relative).toBeGreaterThan(
      1e-2,
    );
  });
});

const objective = { mmcl: 1, ssl: 0.5, siglip: 0.3, supervised: 1 };
const losses = { siglip: { form: 'published', initial_bias: -3 }, classes: { supervised: 3 } } as const;

for (const kind of Object.keys(kinds)) {
  describe(`a step in parts, ${kind} engine`, () => {
    const config = (model: Model, size?: number): EngineConfig => ({
      model,
      objective,
      optimizer,
      ...losses,
      ...(size === undefined ? {} : { micro_batch_size: size }),
    });
    const steps = async (engine: Engine, model: Model, from: number, to: number) => {
      const results = [];
      for (let i = from; i < to; i++) {
        results.push(await engine.step(batch(i, model), 1e-3));
        await setImmediate();
      }
      return results;
    };

    for (const size of kind === 'eager' ? [2, 4] : [4])
      it(`trains as the whole does without batch norm, ${size} of ${PAIRS} at once`, async () => {
        const [whole, parts] = [start(kind, config(tinyVit)), start(kind, config(tinyVit, size))];
        const [a, b] = [await steps(whole, tinyVit, 0, 3), await steps(parts, tinyVit, 0, 3)];
        expect(deviation([b[0]!.loss], [a[0]!.loss]).relative).toBeLessThan(1e-6);
        a.forEach((step, i) => {
          expect(deviation([b[i]!.loss], [step.loss]).relative).toBeLessThan(1e-3);
          expect(deviation([b[i]!.logit_scale], [step.logit_scale]).absolute).toBeLessThan(1e-4);
        });
      });

    it('lets running statistics take in every part once', async () => {
      const engine = start(kind, config(tinyResnet, 4));
      await steps(engine, tinyResnet, 0, 2);
      const state = await engine.readState();
      expect(asInt32(state.get('visual.bn1.num_batches_tracked')!)[0]).toBe(4);
      expect(asFloat32(state.get('visual.bn1.running_mean')!).some((value) => value !== 0)).toBe(true);
    });

    it('goes on from a saved state bit for bit', async () => {
      const engine = start(kind, config(tinyResnet, 4));
      await steps(engine, tinyResnet, 0, 1);
      const state = await engine.readState();
      const other = start(kind, config(tinyResnet, 4));
      await steps(other, tinyResnet, 7, 8);
      other.writeState(state, 1);
      expect(await steps(other, tinyResnet, 1, 3)).toEqual(await steps(engine, tinyResnet, 1, 3));
      expectSameArrays(await other.readState(), await engine.readState());
    });
  });
}

it('a step in parts is the same in both engines, batch norm and all', async () => {
  const config: EngineConfig = { model: tinyResnet, objective, optimizer, ...losses, micro_batch_size: 4 };
  const [eager, graph] = [start('eager', config), start('graph', config)];
  for (let i = 0; i < 2; i++) {
    const [a, b] = [
      await eager.step(batch(i, tinyResnet), 1e-3),
      await graph.step(batch(i, tinyResnet), 1e-3),
    ];
    expect(deviation([b.loss], [a.loss]).relative).toBeLessThan(2e-4);
  }
  const [a, b] = [await eager.readState(), await graph.readState()];
  const mean = 'visual.bn1.running_mean';
  expect(deviation(asFloat32(b.get(mean)!), asFloat32(a.get(mean)!)).absolute).toBeLessThan(1e-4);
});
