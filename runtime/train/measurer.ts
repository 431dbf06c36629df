import { join } from 'node:path';
import type { EvaluateStage } from '../../schema/stages/evaluation.js';
import type { CleanStage } from '../../schema/stages/training.js';
import { openDataset } from '../data/artifact/open.js';
import { prepareEvaluation } from '../evaluate/evaluation.js';
import { writeJsonAtomic } from '../store/atomic.js';
import type { Tokenizer } from '../text/tokenizer.js';
import type { Measurer } from './training.js';

/** Data sets that a stage may measure with, beside the test pictures. */
const measureInputs = ['validation', 'retrieval', 'readout', 'poisoned'] as const;

/** A measurer over open data sets. */
export interface OpenMeasurer extends Measurer {
  readonly close: () => void;
}

/**
 * A measurer of a stage that measures; writes its definitions beside its numbers.
 *
 * @param input the folder of one of the stage's inputs
 */
export async function openMeasurer(
  dir: string,
  { config, inputs, locals }: EvaluateStage | CleanStage,
  input: (role: string) => string,
  tokenizer: Tokenizer,
): Promise<OpenMeasurer> {
  const test = openDataset(input('test'));
  const others = measureInputs.filter((role) => inputs[role] !== undefined);
  const opened = others.map((role) => [role, openDataset(input(role))] as const);
  const { evaluation, model } = config;
  const { definitions, measure } = await prepareEvaluation({
    config: evaluation,
    model,
    test,
    inputs: Object.fromEntries(opened),
    tokenizer,
    batch: locals.evaluation_batch,
    ...(locals.files === undefined ? {} : { files: locals.files }),
  });
  writeJsonAtomic(join(dir, 'metrics.json'), definitions);
  const close = () => [test, ...opened.map(([, data]) => data)].forEach((data) => data.close());
  const every = evaluation.every_steps;
  return { dir, measure, close, ...(every === undefined ? {} : { everySteps: every }) };
}
