import { describe, expect, it } from 'vitest';
import {
  caseKey,
  modelText,
  objectiveText,
  partSize,
  stepCase,
  withPart,
} from '../../../runtime/bench/case.js';
import { standardCases } from '../../../runtime/bench/standard.js';
import { config } from '../../support/training.js';
import { vitB32 } from '../../support/models.js';
import { smallCase } from './support/measurements.js';

const key = (change: Partial<typeof config>) => caseKey(stepCase({ ...config, ...change }));

describe('the case of a training', () => {
  it('does not depend on what changes no time', () => {
    const { model, optimizer } = config;
    const same = [
      key({ epochs: 99, seed: 1, log_every: 7 }),
      key({ optimizer: { ...optimizer, lr: 9 } }),
      key({ objective: { mmcl: 0.5, ssl: 0 } }),
      key({ model: { ...model, init: { logit_scale: 0, round_to_fp16: true } } }),
      key({ model: { ...model, text: { ...model.text, truncation: 'cut' } } }),
      key({ micro_batch_size: config.batch_size }),
    ];
    expect(new Set(same.map((one) => one))).toEqual(new Set([key({})]));
  });

  it('depends on everything else', () => {
    const { model } = config;
    const keys = [
      key({}),
      key({ batch_size: 8 }),
      key({ micro_batch_size: 2 }),
      key({ precision: 'bf16' }),
      key({ objective: { mmcl: 1, ssl: 1 } }),
      key({ augment: { image: 'none', text: 'eda', text_draw: 'once' } }),
      key({ model: { ...model, embed_dim: 32 } }),
      key({ model: { ...model, text: { ...model.text, context: 9 } } }),
      key({ model: vitB32 }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is the same for all batches where sizes do not count', () => {
    const of = (batch_size: number) => caseKey({ ...smallCase, batch_size }, { sizes: false });
    expect(of(8)).toBe(of(64));
    expect(caseKey({ ...smallCase, precision: 'bf16' }, { sizes: false })).not.toBe(of(8));
  });

  it('goes through the network at once, or in parts', () => {
    const parted = { ...smallCase, batch_size: 512, micro_batch_size: 32 };
    expect([partSize(smallCase), partSize(parted)]).toEqual([64, 32]);
    expect(withPart(smallCase, 8)).toEqual({ ...smallCase, batch_size: 8 });
    expect(withPart(parted, 8)).toEqual({ ...parted, batch_size: 16, micro_batch_size: 8 });
  });

  it('has words for people', () => {
    expect(standardCases.map(({ case: one }) => `${modelText(one)} ${objectiveText(one)}`)).toEqual([
      'resnet 1-1-1 w16 32 px mmcl',
      'resnet 1-1-1 w16 32 px mmcl+ssl',
      'vit 12 w768 p32 224 px mmcl',
      'resnet 3-4-6-3 w64 224 px mmcl',
    ]);
  });
});
