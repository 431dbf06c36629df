import { afterEach, describe, expect, it, vi } from 'vitest';
import { createEngine } from '../../../runtime/train/create-engine.js';
import type { EngineConfig } from '../../../runtime/train/engine.js';
import { tinyResnet } from '../../support/models.js';

const config: EngineConfig = {
  model: tinyResnet,
  objective: { mmcl: 1 },
  optimizer: { lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.1 },
};
const sizes = { step: 8, evaluation: 4, devices: 4 };

afterEach(() => vi.unstubAllEnvs());

describe('an engine on several devices', () => {
  it('is not made where some would have nothing to do', () => {
    const few = () => createEngine({ ...config, micro_batch_size: 3 }, sizes, () => undefined);
    expect(few).toThrow('a training on 4 devices has 3 micro-batches a step');
    expect(() => createEngine(config, sizes, () => undefined)).toThrow(/has one micro-batch a step/);
  });

  it('is not made where operations run one by one', () => {
    vi.stubEnv('EXPC_ENGINE', 'eager');
    const eager = () => createEngine({ ...config, micro_batch_size: 2 }, sizes, () => undefined);
    expect(eager).toThrow('a training on 4 devices needs the recorded graph');
  });

  it('is not made where nobody said which devices', () => {
    const nowhere = () => createEngine({ ...config, micro_batch_size: 2 }, sizes, () => undefined);
    expect(nowhere).toThrow('4 devices are asked for, and the environment tells of 1');
  });
});
