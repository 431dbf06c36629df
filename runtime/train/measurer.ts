import { join } from 'node:path';
import type { EvaluateStage } from '../../schema/stages/evaluation.js';
import type { CleanStage } from '../../schema/stages/training.js';
import { openDataset } from '../data/artifact/open.js';
import { prepareEvaluation, type Evaluation } from '../evaluate/evaluation.js';
import { writeJsonAtomic } from '../store/atomic.js';
import type { Tokenizer } from '../text/tokenizer.js';
import type { Measurer } from './training.js';

/** Data sets that a stage may measure with, beside the test pictures. */
const measureInputs = ['validation', 'retrieval', 'readout', 'poisoned', 'trained'] as const;

/** A measurer over open data sets. */
export interface OpenMeasurer extends Measurer {
  readonly measure: Evaluation['measure'];
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
  const { evaluation, model } = config;
  const others = measureInputs.filter((role) => inputs[role] !== undefined);
  const roles = [...others.map((role) => [role, role] as const), ...trainedHere(config, inputs)];
  const folders = new Map(roles.map(([name, role]) => [name, input(role)]));
  // One data set under two names is opened once, so that measures know it for the same.
  const opened = new Map([input('test'), ...folders.values()].map((folder) => [folder, openDataset(folder)]));
  const test = opened.get(input('test'))!;
  const { definitions, measure } = await prepareEvaluation({
    config: evaluation,
    model,
    test,
    inputs: Object.fromEntries([...folders].map(([name, folder]) => [name, opened.get(folder)!])),
    tokenizer,
    batch: locals.evaluation_batch,
    folder: dir,
    ...(locals.files === undefined ? {} : { files: locals.files }),
  });
  writeJsonAtomic(join(dir, 'metrics.json'), definitions);
  const close = () => opened.forEach((data) => data.close());
  const every = evaluation.every_steps;
  return { dir, measure, close, ...(every === undefined ? {} : { everySteps: every }) };
}

/** A training knows the classes of its head by its own data. */
function trainedHere({ evaluation }: (EvaluateStage | CleanStage)['config'], inputs: object) {
  return evaluation.supervised === true && 'data' in inputs ? ([['trained', 'data']] as const) : [];
}
