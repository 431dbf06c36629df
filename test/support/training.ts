import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '../../runtime/execute/context.js';
import { createTokenizer } from '../../runtime/text/tokenizer.js';
import type { Training } from '../../runtime/train/training.js';
import type { TrainingConfig } from '../../schema/stages/training.js';
import { madePairs, writeDataset } from './datasets.js';
import { tinyResnet } from './models.js';
import { ToyEngine } from './toy-engine.js';

/** Three epochs of three batches. */
export const config: TrainingConfig = {
  model: tinyResnet,
  objective: { mmcl: 1 },
  optimizer: { lr: 0.1, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0 },
  schedule: { warmup_steps: 2, step_origin: 'textbook' },
  augment: null,
  epochs: 3,
  batch_size: 4,
  log_every: 2,
  seed: 5,
};
export const tokenizer = createTokenizer(tinyResnet.text.vocabulary);

/** What a test asks for. */
export interface Setup {
  readonly engine?: ToyEngine;
  readonly config?: Partial<TrainingConfig>;
  /** Asked after every step; the default is never to stop. */
  readonly stop?: (engine: ToyEngine) => boolean;
  readonly pairs?: number;
  readonly keepEpochs?: readonly number[];
}

/** A training in a folder of its own, with one measurer that tells the weight. */
export function setUp(
  folder: string,
  { engine = new ToyEngine(), stop = () => false, pairs = 14, ...more }: Setup = {},
) {
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  if (!readable(join(data, 'dataset.json'))) writeDataset(data, madePairs(pairs, 16));
  const stage = join(folder, 'stage');
  mkdirSync(stage, { recursive: true });
  const log: string[] = [];
  const progress: Progress[] = [];
  const training: Training = {
    context: {
      dir: stage,
      log: (line) => log.push(line),
      progress: (one) => progress.push(one),
      stopRequested: () => stop(engine),
    },
    config: { ...config, ...more.config },
    locals: {
      checkpoint_minutes: 1000,
      keep_last: 2,
      keep_epochs: more.keepEpochs ?? [],
      evaluation_batch: 4,
    },
    data,
    engine,
    tokenizer,
    measurers: [{ dir: stage, measure: (_, epoch) => Promise.resolve({ weight: engine.weight, epoch }) }],
    begin: () => engine.initialize(1),
  };
  return { training, stage, engine, log, progress };
}

function readable(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}
