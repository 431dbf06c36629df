import { basename } from 'node:path';
import type { EvaluateStage } from '../../schema/stages/evaluation.js';
import type { CleanStage, PretrainStage } from '../../schema/stages/training.js';
import { StageInterrupted, type Observer, type StageContext } from '../execute/context.js';
import type { NamedArrays } from '../store/array.js';
import { epochOf, listCheckpoints, readCheckpoint, type Checkpoint } from '../store/checkpoint.js';
import { chosenEpochs } from '../store/stage-folder.js';
import { createTokenizer } from '../text/tokenizer.js';
import { beginLosses } from './begin-losses.js';
import { clusterBeforeEpoch } from './cluster-epochs.js';
import { createEngine } from './create-engine.js';
import type { BatchSizes, Engine, EngineConfig } from './engine.js';
import { pairLabels } from './labels.js';
import { checkpoints } from './kept-checkpoints.js';
import { train } from './loop.js';
import type { Training } from './training.js';
import { addRow, missingEpochs } from './measure-kept.js';
import { openMeasurer } from './measurer.js';
import { asPosition } from './position.js';
import { recoverEpochs } from './recover.js';
import { freshParameters, shrinkAndPerturb } from './shrink-perturb.js';
import { hasMoments, readStart } from './start.js';

/** Trains a model from scratch, or from weights that are there; measured by its observers. */
export async function runPretrainStage(context: StageContext<PretrainStage>): Promise<void> {
  const { config, locals } = context.stage;
  const tokenizer = createTokenizer(config.model.text.vocabulary);
  const measurers = await Promise.all(
    context.observers.map(({ stage, dir, input }) => openMeasurer(dir, stage, input, tokenizer)),
  );
  await withTraining(context, async (engine, extras) => {
    const begin = () => {
      const start = beginPretraining(context, engine);
      // A training that is made longer goes on with the heads that it has.
      if (config.continues !== true) extras.beginLosses(start);
    };
    const data = context.input('data');
    const continues = continuedEpochs(context.stage);
    const training = {
      context,
      config,
      locals,
      data,
      engine,
      tokenizer,
      measurers,
      ...extras,
      begin,
      continues,
    };
    await train(training);
    await recoverNeeded(training);
  });
  measurers.forEach((measurer) => measurer.close());
  for (const observer of context.observers) finishObserver(context, observer);
}

/** Fresh weights, or those of the start with fresh moments. Returns what of the start there is. */
function beginPretraining(context: StageContext<PretrainStage>, engine: Engine): NamedArrays {
  const { config, inputs } = context.stage;
  if (inputs.start === undefined) {
    engine.initialize(config.seed);
    return new Map();
  }
  const { tensors, state } = startOf(context, 'start', config.from!);
  if (config.continues === true) engine.writeState(tensors, state.step);
  else engine.writeState(tensors, 0, { optimizer: false });
  return tensors;
}

/** Epochs of the shorter training that one goes on from; undefined where it begins anew. */
function continuedEpochs({ config }: PretrainStage): number | undefined {
  return config.continues === true ? Number(config.from) : undefined;
}

/** The checkpoint that a training starts from; the log tells which it is. */
function startOf(
  context: StageContext<PretrainStage | CleanStage>,
  role: string,
  from: number | string,
): Checkpoint {
  const { config, inputs } = context.stage;
  const input = (role: string) => context.input(role as 'data');
  const measured = inputs.measured === undefined ? null : input('measured');
  const stage = input(role);
  const start = readStart({ stage, from, measured, model: config.model });
  const why = typeof from === 'string' ? `, the epoch of \`${from}\`` : '';
  context.log(`starts from ${start.name} of ${basename(stage)}${why}`);
  return start;
}

/** Makes the checkpoints again that other stages need and that were not kept. */
async function recoverNeeded(training: Training): Promise<void> {
  const { context, locals } = training;
  const chosen = chosenEpochs(context.dir, locals.keep_rules ?? []);
  await recoverEpochs(training, [...new Set([...locals.keep_epochs, ...chosen])]);
}

/** A measurement that came late and could not make up for it is left to measure what was kept. */
function finishObserver(context: StageContext<PretrainStage>, observer: Observer): void {
  const missing = missingEpochs(observer, context.stage.config.epochs, continuedEpochs(context.stage));
  if (missing.length === 0) observer.finish();
  else context.log(`${observer.stage.id} came too late to measure the epochs ${missing.join(', ')}`);
}

/** Finetunes a checkpoint of a pre-training and measures it before and after every epoch. */
export async function runCleanStage(context: StageContext<CleanStage>): Promise<void> {
  const { config, locals } = context.stage;
  const tokenizer = createTokenizer(config.model.text.vocabulary);
  const input = (role: string) => context.input(role as 'test');
  const measured = await openMeasurer(context.dir, context.stage, input, tokenizer);
  const measurers = [measured];
  await withTraining(context, async (engine, extras) => {
    const begin = () => {
      const { tensors, state } = startOf(context, 'model', config.from);
      // A file of weights need not have any moments.
      const kept = config.optimizer_state === 'kept' && hasMoments(tensors);
      const mixed = config.shrink_and_perturb;
      const weights = mixed
        ? shrinkAndPerturb(tensors, freshParameters(config.model, config.seed), mixed)
        : tensors;
      engine.writeState(weights, state.step, { optimizer: kept });
      extras.beginLosses(weights);
      if (mixed) context.log(`weights shrunk by ${mixed.shrink} and perturbed by ${mixed.perturb}`);
      context.log(`optimizer state ${kept ? 'kept' : 'fresh'}`);
    };
    const data = context.input('data');
    const training = { context, config, locals, data, engine, tokenizer, measurers, ...extras, begin };
    await train(training);
    await recoverNeeded(training);
  });
  measured.close();
}

/**
 * Measures the checkpoints of a pre-training that are still there: its last ones and those that cleanings start from.
 * Every epoch is measured only when this runs inside the pre-training, as an observer.
 */
export async function runEvaluateStage(context: StageContext<EvaluateStage>): Promise<void> {
  const tokenizer = createTokenizer(context.stage.config.model.text.vocabulary);
  const input = (role: string) => context.input(role as 'test');
  const { dir, measure, close } = await openMeasurer(context.dir, context.stage, input, tokenizer);
  const folder = checkpoints(context.input('model'));
  await withEngine(context, async (engine) => {
    const names = listCheckpoints(folder).map(({ name }) => name);
    for (const [index, name] of names.entries()) {
      if (context.stopRequested()) throw new StageInterrupted(`stopped before ${name}`);
      const epoch = epochOf(name);
      if (epoch === null || !missingEpochs({ dir }, epoch).includes(epoch)) continue;
      const { tensors, state } = readCheckpoint(folder, name);
      const position = asPosition(state);
      if (position === undefined) continue;
      engine.writeState(tensors, position.step, { optimizer: false });
      const metrics = await measure(engine, epoch, tensors);
      addRow({ dir }, { epoch, step: position.step, metrics });
      context.progress({ fraction: (index + 1) / names.length, epoch, metrics });
    }
    context.log(`measured ${names.join(', ')}: the checkpoints that were kept`);
  });
  close();
}

/** What the losses of a training add to it. */
type LossExtras = Pick<Training, 'labels' | 'beforeEpoch'> & {
  /** Draws the losses' own arrays, once the weights that the training starts from are in the engine. */
  readonly beginLosses: (start: NamedArrays) => void;
};

/** An engine for a training, and what its losses need. */
async function withTraining(
  context: StageContext<PretrainStage | CleanStage>,
  work: (engine: Engine, extras: LossExtras) => Promise<void>,
): Promise<void> {
  const { config, inputs } = context.stage;
  const input = (role: string) => context.input(role as 'data');
  const data = input('data');
  const teacher = inputs.labels === undefined ? null : input('labels');
  const { classes, of: labels } = pairLabels(config, data, teacher);
  await withEngine(
    context,
    async (engine) => {
      const start = (weights: NamedArrays) =>
        beginLosses(engine, { ...config, classes }, config.seed, weights);
      const beforeEpoch = (epoch: number) => clusterBeforeEpoch({ context, config, data, engine }, epoch);
      await work(engine, { labels, beginLosses: start, ...(config.clustering ? { beforeEpoch } : {}) });
    },
    classes,
  );
}

async function withEngine(
  context: StageContext<PretrainStage | CleanStage | EvaluateStage>,
  work: (engine: Engine) => Promise<void>,
  classes: EngineConfig['classes'] = {},
): Promise<void> {
  const { config, locals } = context.stage;
  const sizes: BatchSizes = {
    step: 'batch_size' in config ? config.batch_size : 1,
    evaluation: locals.evaluation_batch,
    ...('devices' in locals ? { devices: locals.devices } : {}),
  };
  const engine = createEngine({ ...config, classes }, sizes, (line) => context.log(line));
  try {
    await work(engine);
  } finally {
    engine.dispose();
  }
}
