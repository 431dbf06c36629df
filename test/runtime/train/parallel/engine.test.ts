import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Model } from '../../../../schema/generated/resolved.js';
import { beginLosses } from '../../../../runtime/train/begin-losses.js';
import type { Engine, EngineConfig, TrainBatch } from '../../../../runtime/train/engine.js';
import { GraphEngine } from '../../../../runtime/train/graph/engine.js';
import { ParallelEngine } from '../../../../runtime/train/parallel/engine.js';
import { expectSameArrays } from '../../../support/arrays.js';
import { randomBatch } from '../../../support/batches.js';
import { builtEntry } from '../../../support/built-entry.js';
import { tinyResnet } from '../../../support/models.js';

/** As few operations as a model with batch norm and captions can have. */
const smallest: Model = {
  ...tinyResnet,
  image: { kind: 'resnet', layers: [1], width: 4, heads: 1, resolution: 8 },
};
/** Without batch norm. */
const tinyVit: Model = {
  ...tinyResnet,
  image: { kind: 'vit', layers: 1, width: 16, heads: 2, patch: 8, resolution: 16 },
};
const atBound: Model = { ...tinyVit, init: { ...tinyVit.init, logit_scale: 1e-3 } };
const optimizer = { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.1 };
const lr = 1e-2;

vi.setConfig({ testTimeout: 120_000 });

let peer: ReturnType<typeof builtEntry>;
beforeAll(() => (peer = builtEntry('runtime/train/parallel/peer.ts')));
afterAll(() => peer.remove());

const made: Engine[] = [];
afterEach(async () => {
  made.splice(0).forEach((engine) => engine.dispose());
  await setImmediate();
});

interface Case {
  readonly config: EngineConfig;
  readonly pairs: number;
}

function start<E extends Engine>(engine: E, config: EngineConfig): E {
  made.push(engine);
  engine.initialize(4);
  beginLosses(engine, config, 4, new Map());
  return engine;
}

function one({ config, pairs }: Case): GraphEngine {
  return start(new GraphEngine(config, { step: pairs, evaluation: 4 }), config);
}

function several({ config, pairs }: Case, devices: number): ParallelEngine {
  const peers = Array.from({ length: devices - 1 }, (_, i) => `none-${i + 1}`); // CUDA sees no GPU of that name.
  const engine = new ParallelEngine(config, { step: pairs, evaluation: 4 }, { peers, entry: peer.entry });
  return start(engine, config);
}

function batch(i: number, { config, pairs }: Case): TrainBatch {
  const labels = Int32Array.from({ length: pairs }, (_, row) => (i + row) % 3);
  return { ...randomBatch(config.model, pairs, i, true), labels: { supervised: labels } };
}

async function steps(engine: Engine, setting: Case, from: number, to: number) {
  const results = [];
  for (let i = from; i < to; i++) results.push(await engine.step(batch(i, setting), lr));
  return results;
}

const every = {
  objective: { mmcl: 1, ssl: 0.5, siglip: 0.3, supervised: 1 },
  siglip: { form: 'published', initial_bias: -3 },
  classes: { supervised: 3 },
} as const;

const cases: Record<string, Case & { readonly devices: number }> = {
  'batch norm, mmcl and ssl, three micro-batches on two devices': {
    config: { model: smallest, optimizer, objective: { mmcl: 1, ssl: 0.5 }, micro_batch_size: 2 },
    pairs: 6,
    devices: 2,
  },
  'batch norm, every loss, micro-batches of two sizes': {
    config: { model: tinyResnet, optimizer, ...every, micro_batch_size: 4 },
    pairs: 10,
    devices: 2,
  },
  'without batch norm, mmcl, the logit scale at its bound': {
    config: { model: atBound, optimizer, objective: { mmcl: 1 }, micro_batch_size: 2 },
    pairs: 4,
    devices: 2,
  },
  'in bfloat16': {
    config: {
      model: tinyResnet,
      optimizer,
      objective: { mmcl: 1, ssl: 1 },
      micro_batch_size: 2,
      precision: 'bf16',
    },
    pairs: 4,
    devices: 2,
  },
  'pictures alone, five micro-batches on three devices': {
    config: {
      model: tinyResnet,
      optimizer,
      objective: { supervised: 1 },
      classes: { supervised: 3 },
      micro_batch_size: 2,
    },
    pairs: 10,
    devices: 3,
  },
};

const [[, first], ...others] = Object.entries(cases) as [
  [string, (typeof cases)[string]],
  ...[string, (typeof cases)[string]][],
];
/** Every process loads TensorFlow, which takes a second or two: EXPC_PARALLEL=all for all cases. */
const all = it.runIf(process.env.EXPC_PARALLEL === 'all');

describe('a step on several devices', () => {
  it('is bit for bit that of one, with a state from elsewhere too, and fails with a device’s process', async () => {
    const { devices, ...setting } = first;
    const [a, b] = [one(setting), several(setting, devices)];
    const begin = await a.readState();
    const told = await steps(b, setting, 0, 2);
    expect(told).toEqual(await steps(a, setting, 0, 2));
    const after = await a.readState();
    expectSameArrays(await b.readState(), after);

    b.writeState(begin, 0);
    expect(await steps(b, setting, 0, 2)).toEqual(told);
    expectSameArrays(await b.readState(), after);
    const ids = batch(0, setting).ids.subarray(0, 3 * setting.config.model.text.context);
    expect(await b.embedTexts(ids, 3)).toEqual(await a.embedTexts(ids, 3));

    const [pid] = b.peers;
    expect(readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')).toContain('CUDA_VISIBLE_DEVICES=none-1');
    process.kill(pid!, 'SIGKILL');
    await expect(steps(b, setting, 2, 3)).rejects.toMatchObject({
      message:
        "the process of the training's device 1 (GPU none-1) was killed (SIGKILL), most likely because memory ran out",
      hint: expect.stringContaining('last checkpoint') as string,
    });
    await gone(pid!);
  });

  for (const [name, { devices, ...setting }] of others)
    all(`is bit for bit that of one: ${name}`, async () => {
      const [a, b] = [one(setting), several(setting, devices)];
      const told = await steps(b, setting, 0, 2);
      expect(told).toEqual(await steps(a, setting, 0, 2));
      expectSameArrays(await b.readState(), await a.readState());
      if (setting.config.model === atBound) expect(told[0]!.logit_scale).toBe(0);
    });
});

describe('the processes of a training', () => {
  all('are ended with it', async () => {
    const engine = several(first, 2);
    await steps(engine, first, 0, 1);
    engine.dispose();
    made.splice(0);
    await expect(steps(engine, first, 0, 1)).rejects.toThrow();
    await gone(engine.peers[0]!);
  });

  all('end with the one that leads', async () => {
    const leader = builtEntry('test/runtime/train/parallel/support/leader.ts');
    const process_ = spawn(process.execPath, [leader.entry, peer.entry], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [said] = (await once(process_.stdout, 'data')) as [Buffer];
      process_.kill('SIGKILL');
      await gone(Number(said.toString()));
    } finally {
      process_.kill('SIGKILL');
      leader.remove();
    }
  });
});

/** Waits until a process is no more, or only its parent's note of it. */
async function gone(pid: number): Promise<void> {
  await vi.waitFor(
    () => {
      const stat = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : ') Z';
      expect(stat).toMatch(/\) [ZX]/);
    },
    { timeout: 30_000, interval: 50 },
  );
}
