import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { asFloat32, asInt32, float32Array, type NamedArrays } from '../../../runtime/store/array.js';
import { beginLosses } from '../../../runtime/train/begin-losses.js';
import { EagerEngine } from '../../../runtime/train/eager.js';
import type { Engine, EngineConfig, TrainBatch } from '../../../runtime/train/engine.js';
import { GraphEngine } from '../../../runtime/train/graph/engine.js';
import { deviation } from '../../support/deviation.js';
import { differingArrays, expectSameArrays } from '../../support/arrays.js';
import { randomBatch } from '../../support/batches.js';
import { enginePool } from '../../support/engine-pool.js';
import { tinyResnet } from '../../support/models.js';

const optimizer = { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.1 };
const clustering = {
  clusters: 3,
  iterations: 5,
  points_per_centroid: 256,
  embedding: 'training',
  batch_size: 4,
} as const;

/** Every loss that has arrays of its own, by itself and with others. */
const configs: Record<string, EngineConfig> = {
  'siglip as published': {
    model: tinyResnet,
    objective: { siglip: 1 },
    siglip: { form: 'published', initial_bias: -3 },
    optimizer,
  },
  supervised: { model: tinyResnet, objective: { supervised: 1 }, classes: { supervised: 5 }, optimizer },
  'everything at once': {
    model: tinyResnet,
    objective: { mmcl: 1, ssl: 0.5, siglip: 0.2, clustering: 2, pseudo_labels: 3, supervised: 1 },
    siglip: { form: 'published', initial_bias: -3 },
    clustering,
    classes: { pseudo_labels: 7, supervised: 5 },
    optimizer,
  },
};
const all = configs['everything at once']!;

const kinds: Record<string, (config: EngineConfig) => Engine> = {
  eager: (config) => new EagerEngine(config),
  graph: (config) => new GraphEngine(config, { step: 4, evaluation: 4 }),
};

vi.setConfig({ testTimeout: 300_000 });

const lend = enginePool((config, kind) => kinds[kind]!(config));

function start(kind: string, config: EngineConfig, seed = 1): Engine {
  const engine = lend(config, kind);
  engine.initialize(seed);
  beginLosses(engine, config, seed, new Map());
  if (config.clustering) engine.setLoss('clustering', centroids(seed));
  return engine;
}

/** A head and centroids along the axes. */
function centroids(seed: number): NamedArrays {
  const [clusters, dim] = [clustering.clusters, tinyResnet.embed_dim];
  const axes = new Float32Array(clusters * dim);
  for (let c = 0; c < clusters; c++) axes[c * dim + c + seed] = 1;
  const weight = Float32Array.from({ length: clusters * dim }, (_, i) => ((i * 37) % 11) / 100);
  return new Map([
    ['heads.clustering.weight', float32Array(weight, [clusters, dim])],
    ['heads.clustering.bias', float32Array(new Float32Array(clusters), [clusters])],
    ['heads.clustering.centroids', float32Array(axes, [clusters, dim])],
  ]);
}

function batch(i: number): TrainBatch {
  const labels = (classes: number) => Int32Array.from({ length: 4 }, (_, row) => (i + 2 * row) % classes);
  return {
    ...randomBatch(tinyResnet, 4, i, true),
    labels: { pseudo_labels: labels(7), supervised: labels(5) },
  };
}

async function steps(engine: Engine, from: number, to: number) {
  const results = [];
  for (let i = from; i < to; i++) {
    results.push(await engine.step(batch(i), 1e-3));
    await setImmediate();
  }
  return results;
}

for (const [name, config] of Object.entries(configs)) {
  describe(`losses with arrays of their own: ${name}`, () => {
    it('are the same in both engines', async () => {
      const [eager, graph] = [start('eager', config), start('graph', config)];
      const [a, b] = [await steps(eager, 0, 3), await steps(graph, 0, 3)];
      a.forEach((step, i) => {
        expect(deviation([b[i]!.loss], [step.loss]).relative).toBeLessThan(2e-4);
        expect(Object.keys(b[i]!.losses)).toEqual(Object.keys(config.objective!));
        for (const loss of Object.keys(step.losses))
          expect(deviation([b[i]!.losses[loss]!], [step.losses[loss]!]).absolute).toBeLessThan(1e-3);
      });
      const [x, y] = [await eager.readState(), await graph.readState()];
      expect(new Set(x.keys())).toEqual(new Set(y.keys()));
      for (const [array, value] of x) {
        const owned = array.startsWith('heads.') || array === 'logit_bias';
        if (owned) expect(deviation(asFloat32(y.get(array)!), asFloat32(value)).absolute).toBeLessThan(2e-4);
      }
    });

    for (const kind of Object.keys(kinds)) {
      it(`go on from a saved state bit for bit, ${kind} engine`, async () => {
        const engine = start(kind, config);
        await steps(engine, 0, 2);
        const state = await engine.readState();
        const other = start(kind, config, 9);
        other.writeState(state, 2);
        expect(await steps(other, 2, 4)).toEqual(await steps(engine, 2, 4));
        expectSameArrays(await other.readState(), await engine.readState());
      });
    }
  });
}

for (const kind of Object.keys(kinds)) {
  describe(`the ${kind} engine's own arrays of losses`, () => {
    it('have steps of their own, which begin again with them', async () => {
      const engine = start(kind, all);
      await steps(engine, 0, 2);
      engine.setLoss('clustering', centroids(2));
      const state = await engine.readState();
      const stepsOf = (group: string) => asInt32(state.get(`optimizer.steps.${group}`)!)[0];
      expect(['model', 'siglip', 'pseudo_labels', 'clustering'].map(stepsOf)).toEqual([2, 2, 2, 0]);
      const moment = asFloat32(state.get('optimizer.m.heads.clustering.weight')!);
      expect([...moment].every((value) => value === 0)).toBe(true);
    });

    it('stay when weights without them are taken over, or with others', async () => {
      const engine = start(kind, all);
      const state = await engine.readState();
      const bare = new Map([...state].filter(([name]) => !/heads|logit_bias/.test(name)));
      engine.writeState(bare, 0, { optimizer: false });
      expectSameArrays(await engine.readState(), state);
      const wide = new Map(state).set('heads.supervised.bias', float32Array(new Float32Array(9), [9]));
      engine.writeState(wide, 0, { optimizer: false });
      expectSameArrays(await engine.readState(), state);
    });

    it('do not decay where they are a clustering head, and do where they are a supervised one', async () => {
      const heavy = { ...all, optimizer: { ...optimizer, weight_decay: 50 } };
      const [light, decayed] = [start(kind, all), start(kind, heavy)];
      await steps(light, 0, 1);
      await steps(decayed, 0, 1);
      const [a, b] = [await light.readState(), await decayed.readState()];
      const differing = differingArrays(a, b);
      expect(differing).toContain('heads.supervised.weight');
      expect(differing).toContain('visual.conv1.weight');
      for (const name of ['heads.clustering.weight', 'heads.pseudo_labels.weight', 'logit_bias'])
        expect(differing).not.toContain(name);
    });

    it('leave alone what no loss depends on, decay and all', async () => {
      const engine = start(kind, configs.supervised!);
      const before = await engine.readState();
      await steps(engine, 0, 1);
      const changed = differingArrays(await engine.readState(), before);
      expect(changed).toContain('visual.conv1.weight');
      expect(
        changed.filter((name) => /^(transformer|token|positional|text_|ln_final|logit)/.test(name)),
      ).toEqual([]);
    });

    it('are not asked for labels that a batch lacks', async () => {
      const engine = start(kind, configs.supervised!);
      const { labels, ...bare } = batch(0);
      expect(() => engine.step(bare, 1e-3)).toThrow('needs a class for each pair');
      const short = { ...bare, labels: { supervised: labels!.supervised!.subarray(1) } };
      expect(() => engine.step(short, 1e-3)).toThrow('3 classes for 4 pairs');
      await setImmediate();
    });

    it('move running statistics when pictures are embedded for clusters in training mode', async () => {
      const engine = start(kind, all);
      const before = await engine.readState();
      const { images } = batch(3);
      const inTraining = await engine.embedForClustering(images, 4);
      const changed = differingArrays(await engine.readState(), before);
      expect(changed.length).toBeGreaterThan(0);
      expect(changed.every((name) => /running_|num_batches/.test(name))).toBe(true);
      const still = start(kind, { ...all, clustering: { ...clustering, embedding: 'evaluation' } });
      const fresh = await still.readState();
      const inEvaluation = await still.embedForClustering(images.subarray(0, images.length / 2), 2);
      expectSameArrays(await still.readState(), fresh);
      expect(inEvaluation).toHaveLength(2 * tinyResnet.embed_dim);
      expect(inTraining.subarray(0, inEvaluation.length)).not.toEqual(inEvaluation);
    });
  });
}
