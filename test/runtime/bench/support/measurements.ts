import type { Machine } from '../../../../runtime/bench/machine.js';
import type { Measurement } from '../../../../runtime/bench/measurement.js';
import type { StepCase } from '../../../../runtime/bench/case.js';
import { tinyResnet } from '../../../support/models.js';

export const smallCase: StepCase = {
  model: tinyResnet,
  objective: { mmcl: 1 },
  augment: null,
  batch_size: 64,
};

export const machine: Machine = {
  cpu: 'Some processor',
  cores: 4,
  memory_bytes: 16e9,
  gpus: [],
  platform: 'linux-x64',
  bf16: true,
  versions: { expc: '0.1.0', node: 'v20.0.0', tfjs: '4.22.0' },
};

/** A measurement with round numbers. */
export function measurement(change: Partial<Measurement> = {}): Measurement {
  return {
    version: 1,
    case: smallCase,
    settings: { threads: 4, jobs: 1, device: 'cpu' },
    data: 'noise',
    at: '2026-01-01T00:00:00.000Z',
    step_seconds: 0.09,
    wait_seconds: 0.01,
    steps: 20,
    begin_seconds: 2,
    memory_bytes: 500e6,
    picture_seconds: 1e-3,
    caption_seconds: 1e-4,
    versions: { tfjs: '4.22.0', tensorflow: '2.20.0' },
    ...change,
  };
}
