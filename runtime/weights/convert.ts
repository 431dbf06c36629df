import { dirname, join } from 'node:path';
import type { Model, Optimizer } from '../../schema/generated/resolved.js';
import { StageFailure } from '../execute/context.js';
import { latestCheckpoint } from '../store/checkpoint.js';
import { readJson } from '../store/atomic.js';
import { checkpointsFolder, configFile } from '../store/stage-folder.js';
import { existsSync } from 'node:fs';
import { weightsFor } from './fit.js';
import { inferModel } from './infer-model.js';
import { readWeights, type Weights } from './read-weights.js';
import type { WeightForm } from './forms.js';
import { writeWeights } from './write-weights.js';

/** What a stage's folder says of the training whose checkpoints it holds. */
interface StageConfig {
  readonly config?: { readonly model?: Model; readonly optimizer?: Optimizer };
}

/** Weights with the model that they are of. */
export interface Described {
  readonly weights: Weights;
  readonly model: Model;
  /** How the training that made them moved them; where its folder tells. */
  readonly optimizer: Optimizer | undefined;
}

/**
 * Reads weights from a file, a checkpoint's folder or a stage's (its newest checkpoint), and says of which model they
 * are: the training's where the folder tells, otherwise what the shapes tell.
 *
 * @throws {StageFailure} when they cannot be read, or are not those of a CLIP model
 */
export function describeWeights(source: string): Described {
  const path = checkpointOf(source);
  const weights = readWeights(path);
  const { config } = (readJson(join(dirname(dirname(path)), configFile)) ?? {}) as StageConfig;
  const model = config?.model ?? inferModel(weights.arrays, source);
  weightsFor(model, weights.arrays, source);
  return { weights, model, optimizer: config?.optimizer };
}

function checkpointOf(source: string): string {
  const folder = join(source, checkpointsFolder);
  if (!existsSync(folder)) return source;
  const newest = latestCheckpoint(folder, () => undefined);
  if (newest !== null) return join(folder, newest);
  throw new StageFailure(`${source} holds no checkpoint`, 'run its experiment first');
}

/**
 * Writes weights for another program.
 *
 * @throws {StageFailure} when they cannot be read, or the file would be larger than the form allows
 */
export function exportWeights(
  { weights, model, optimizer }: Described,
  path: string,
  form: WeightForm,
): void {
  const { arrays, epoch, step } = weights;
  const moments = optimizer === undefined ? undefined : { settings: optimizer, step };
  try {
    writeWeights(path, weightsFor(model, arrays, path), form, {
      model,
      epoch: epoch ?? 0,
      optimizer: moments,
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new StageFailure(
      `${path} cannot be written: it would be ${error.message}`,
      'write safetensors instead',
    );
  }
}
