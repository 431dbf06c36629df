import { basename, dirname, join } from 'node:path';
import type { WeightsStage } from '../../schema/stages/weights.js';
import { StageFailure, type StageContext } from '../execute/context.js';
import { epochName, saveCheckpoint } from '../store/checkpoint.js';
import { digestFile } from '../store/digest.js';
import { readWeights, withCounters } from './read-weights.js';

/**
 * Takes a file of weights into the store, as the checkpoint of epoch 0 that trainings start from: they do not need the
 * file after that.
 *
 * @throws {StageFailure} when the file is no longer the one that was planned with, or holds no weights
 */
export function runWeightsStage(context: StageContext<WeightsStage>): Promise<void> {
  const { stage, dir } = context;
  const path = stage.locals.paths.path!;
  const { sha256 } = digestFile(dirname(path), basename(path));
  if (sha256 !== stage.config.files.path)
    throw new StageFailure(
      `${path} has changed since the plan was made`,
      'run the command again: other weights are another start',
    );
  const { format, arrays, step, epoch } = readWeights(path);
  saveCheckpoint(join(dir, 'checkpoints'), {
    name: epochName(0),
    tensors: withCounters(arrays),
    state: { step, epoch: 0, batch: 0 },
  });
  const from = epoch === null ? '' : `, from epoch ${epoch}`;
  context.log(`${arrays.size} arrays of ${path} (${format}${from})`);
  return Promise.resolve();
}
