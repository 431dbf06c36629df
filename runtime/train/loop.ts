import { dirname, join } from 'node:path';
import type { TrainingConfig, TrainingLocals } from '../../schema/plan.js';
import { openBatches, type Batches } from '../data/batches/source.js';
import type { PairBatch, View as BatchView } from '../data/batches/assemble.js';
import { StageFailure, StageInterrupted, type StageContext } from '../execute/context.js';
import { epochName, latestCheckpoint, prune, readCheckpoint, saveCheckpoint } from '../store/checkpoint.js';
import { allFinite, asFloat32, type NamedArrays } from '../store/array.js';
import { chosenSoFar } from '../store/chosen-epoch.js';
import { appendJsonLine } from '../store/json-lines.js';
import type { Engine, StepResult, TrainBatch } from './engine.js';
import type { PairLabels } from './labels.js';
import type { Tokenizer } from '../text/tokenizer.js';
import { openLog, trimLog } from './log.js';
import { measureKept } from './measure-kept.js';
import { Pace } from './pace.js';
import { advance, asPosition, checkpointName, type Position } from './position.js';
import { learningRate } from './schedule.js';
import { warmupNote } from './warmup.js';

/** Something measured before training and after every epoch. */
export interface Measurer {
  /** Folder whose metrics.jsonl takes one row for each measurement. */
  readonly dir: string;
  /** Metric name -> value; a function of the engine's weights and the epoch alone. */
  readonly measure: (engine: Engine, epoch: number) => Promise<Readonly<Record<string, number>>>;
  /** Measure inside epochs too, after every so many steps. */
  readonly everySteps?: number;
}

/** Where a measurer's rows stand. */
export function metricsFile({ dir }: Pick<Measurer, 'dir'>): string {
  return join(dir, 'metrics.jsonl');
}

/** One training: what pre-training and cleaning have in common. */
export interface Training {
  readonly context: Pick<StageContext, 'dir' | 'log' | 'progress' | 'stopRequested'>;
  readonly config: TrainingConfig;
  readonly locals: TrainingLocals;
  /** Folder of the data set trained on. */
  readonly data: string;
  readonly engine: Engine;
  readonly tokenizer: Tokenizer;
  readonly measurers: readonly Measurer[];
  /** Classes of the pairs by their number, for the losses that need them. */
  readonly labels?: PairLabels['of'];
  /** Epochs of the training that this one goes on from: what `begin` puts into the engine stands after these. */
  readonly continues?: number | undefined;
  /** Puts the weights of a fresh start into the engine; not called on resume. */
  begin(): void;
  /** Done before the first step of every epoch, counted from 0; a function of the engine's state and the epoch alone. */
  beforeEpoch?(epoch: number): Promise<void>;
}

/** A line of train.jsonl. */
export interface LossRow {
  readonly epoch: number;
  readonly step: number;
  readonly lr: number;
  readonly loss: number;
  readonly losses: Readonly<Record<string, number>>;
  readonly logit_scale: number;
}

/** A line of metrics.jsonl. */
export interface MetricsRow {
  /** Whole at the start and at ends of epochs; fractional inside. */
  readonly epoch: number;
  readonly step: number;
  readonly metrics: Readonly<Record<string, number>>;
}

/**
 * Trains to the end, from the newest good checkpoint if there is one. The order that makes every stop harmless: a
 * checkpoint first, then its measurements; what was logged beyond the checkpoint that a resume starts from is dropped
 * and done again, with the same result.
 *
 * Writes checkpoints/, train.jsonl (losses) and each measurer's metrics.jsonl.
 * @throws StageInterrupted after a checkpoint, when asked to stop
 * @throws StageFailure when the loss is no longer a number, or the data are fewer than one batch
 */
export async function train(training: Training): Promise<void> {
  const { context } = training;
  const batches = await batchesOf(training);
  try {
    const note = warmupNote(training.config, batches.perEpoch);
    if (note !== null) context.log(note);
    await measureKept(training, batches);
    const at = restore(training, batches);
    const losses = join(context.dir, 'train.jsonl');
    trimLog<LossRow>(losses, (row) => row.step <= at.step);
    await epochs(training, batches, at, (row) => appendJsonLine(losses, row));
  } finally {
    await batches.close();
  }
}

/**
 * The training's batches.
 * @throws StageFailure when the data are fewer than one batch
 */
export async function batchesOf({ config, data, locals }: Training): Promise<Batches> {
  const { image, text } = config.model;
  const batches = openBatches(
    data,
    {
      seed: config.seed,
      resolution: image.resolution,
      augment: config.augment,
      batchSize: config.batch_size,
      tokens: { vocabulary: text.vocabulary, context: text.context, truncation: text.truncation },
    },
    locals.data_threads === undefined ? {} : { workers: locals.data_threads },
  );
  if (batches.perEpoch > 0) return batches;
  await batches.close();
  throw new StageFailure(
    `the batch of ${config.batch_size} pairs is larger than the data`,
    'lower batch_size',
  );
}

async function epochs(
  training: Training,
  batches: Batches,
  from: Position,
  logLoss: (row: LossRow) => void,
): Promise<void> {
  const { config, engine, measurers, context } = training;
  const logs = measurers.map((measurer) => ({
    measurer,
    log: openLog<MetricsRow>(metricsFile(measurer), (row) => row.step <= from.step),
  }));
  const pace = new Pace(config, batches.perEpoch, from, context.progress);
  const measured = async ({ epoch, step }: Position) => {
    for (const { measurer, log } of logs) {
      if (!log.rows.some((row) => row.epoch === epoch))
        log.append({ epoch, step, metrics: await measurer.measure(engine, epoch) });
      pace.measured(log.rows.at(-1)!.metrics);
    }
  };
  const measuredInside = async ({ epoch, batch, step }: Position) => {
    for (const { measurer, log } of logs) {
      const { everySteps = Infinity } = measurer;
      if (step % everySteps !== 0 || log.rows.some((row) => row.step === step)) continue;
      const fraction = epoch + batch / batches.perEpoch;
      log.append({ epoch: fraction, step, metrics: await measurer.measure(engine, fraction) });
    }
  };
  let at = from;
  if (at.batch === 0) await measured(at);
  else await measuredInside(at);
  while (at.epoch < config.epochs) {
    at = await trainEpoch(training, batches, at, {
      pace,
      log: logLoss,
      save: (inside) => save(training, inside),
      measure: measuredInside,
    });
    await save(training, at);
    await measured(at);
  }
}

/** What becomes of an epoch's steps besides the weights. */
export interface Course {
  readonly pace: Pace;
  readonly log: (row: LossRow) => void;
  /** Writes a checkpoint inside the epoch; null where there shall be none. */
  readonly save: ((at: Position) => Promise<void>) | null;
  /** Called after every step inside the epoch. */
  readonly measure?: (at: Position) => Promise<void>;
}

/** One epoch, or what is left of it; saves in between when the time has come. */
export async function trainEpoch(
  training: Training,
  batches: Batches,
  from: Position,
  { pace, log, save, measure }: Course,
): Promise<Position> {
  const { config, context, engine } = training;
  if (from.batch === 0) await training.beforeEpoch?.(from.epoch);
  let at = from;
  let saved = performance.now(); // The clock on the wall may jump.
  pace.begin();
  for await (const pairs of batches.epoch(from.epoch, from.batch)) {
    pace.got();
    const lr = learningRate(
      {
        ...config.schedule,
        base: config.optimizer.lr,
        batches: batches.perEpoch,
        epochs: config.epochs,
        continues: training.continues,
      },
      at.step,
    );
    const result = await engine.step(tokenized(training, pairs), lr);
    at = advance(at, batches.perEpoch);
    checkFinite(result, at.step, from.epoch + 1);
    if (at.step % config.log_every === 0 || at.batch === 0)
      log({ epoch: from.epoch + 1, step: at.step, lr, ...result });
    pace.stepped(at, result.loss);
    if (at.batch === 0) break;
    await measure?.(at);
    const stop = context.stopRequested();
    if (stop || performance.now() - saved > training.locals.checkpoint_minutes * 60_000) {
      await save?.(at);
      saved = performance.now();
    }
    if (stop) throw new StageInterrupted(`stopped at step ${at.step}`);
    pace.asked();
  }
  const waiting = pace.waitingOfEpoch;
  if (waiting !== null) context.log(`epoch ${from.epoch + 1}: ${waiting}`);
  return at;
}

/** A batch as a step takes it. */
export function tokenized(
  {
    tokenizer,
    config,
    labels,
  }: Pick<Training, 'tokenizer' | 'labels'> & {
    readonly config: Pick<TrainingConfig, 'model'>;
  },
  batch: PairBatch,
): TrainBatch {
  const { augmented, pairs } = batch;
  const view = ({ images, captions, ids }: BatchView) => ({
    images,
    ids: ids ?? tokenizer.encodeAll(captions, config.model.text),
  });
  const own = { ...view(batch), ...labelsOf(labels, pairs) };
  return augmented === null ? own : { ...own, augmented: view(augmented) };
}

/** Classes of a batch's pairs; nothing where no loss needs them. */
function labelsOf(labels: Training['labels'], pairs: Uint32Array): Pick<TrainBatch, 'labels'> {
  if (labels === undefined) return {};
  const chosen = Object.entries(labels).map(([name, of]) => [
    name,
    Int32Array.from(pairs, (pair) => of[pair]!),
  ]);
  return { labels: Object.fromEntries(chosen) as NonNullable<TrainBatch['labels']> };
}

/** Folder of a stage's checkpoints. */
export function checkpoints(stage: string): string {
  return join(stage, 'checkpoints');
}

/** Where a training stands before its first step. */
export function startPosition({ continues: epoch = 0 }: Training, batches: Batches): Position {
  return { epoch, batch: 0, step: epoch * batches.perEpoch };
}

/** Fills the engine from the newest good checkpoint, or with the weights of a fresh start. */
function restore(training: Training, batches: Batches): Position {
  const { context, engine } = training;
  const name = latestCheckpoint(checkpoints(context.dir), (line) => context.log(line));
  if (name === null) {
    training.begin();
    return startPosition(training, batches);
  }
  const checkpoint = readCheckpoint(checkpoints(context.dir), name);
  const position = asPosition(checkpoint.state);
  if (position === undefined) throw new Error(`checkpoint ${name} does not say where the training stood`);
  engine.writeState(checkpoint.tensors, position.step);
  context.log(
    `resumed from ${name} (epoch ${position.epoch}, batch ${position.batch}, step ${position.step})`,
  );
  // A kill between a checkpoint and the removal of older ones must leave no more than a calm training has.
  if (position.batch === 0) pruneAt(training, position);
  return position;
}

async function save(training: Training, at: Position): Promise<void> {
  const { context, engine } = training;
  const dir = checkpoints(context.dir);
  const tensors = await engine.readState();
  checkWeights(tensors, at);
  saveCheckpoint(dir, { name: checkpointName(at), tensors, state: { ...at } });
  pruneAt(training, at);
}

/** Removes what is not needed once the checkpoint of `at` is there. Of measurements counts what was there before it. */
function pruneAt(training: Training, { epoch, step }: Position): void {
  const { context, locals } = training;
  const names = keptEpochs(training, epoch, epoch).map(epochName);
  prune(checkpoints(context.dir), { last: locals.keep_last, names, upTo: step });
}

/**
 * The ends of epochs up to `epoch` that are kept, whichever are the newest; `before`: rules look at measurements of
 * earlier epochs only.
 */
export function keptEpochs(
  { context, locals, measurers }: Training,
  epoch: number,
  before = Infinity,
): number[] {
  const { keep_epochs, keep_every: every = Infinity, keep_best: best } = locals;
  const rules = (locals.keep_rules ?? []).map(({ rule, measured }) => ({
    rule,
    dir: join(dirname(context.dir), measured),
  }));
  const [measurer] = measurers;
  if (best !== undefined && measurer !== undefined) rules.push({ rule: best, dir: measurer.dir });
  const chosen = rules.map(({ rule, dir }) => chosenSoFar(rule, dir, before)).filter((one) => one !== null);
  const regular = Array.from({ length: Math.floor(epoch / every) }, (_, index) => (index + 1) * every);
  return [...keep_epochs, ...chosen, ...regular];
}

const divergedHint = 'lower optimizer.lr or raise schedule.warmup_steps; the last good checkpoint is kept';

/** A gradient may overflow where the loss did not yet: a checkpoint of that would be no good one. */
function checkWeights(tensors: NamedArrays, { step, epoch }: Position): void {
  for (const [name, array] of tensors) {
    if (array.dtype !== 'F32' || allFinite(asFloat32(array))) continue;
    throw new StageFailure(
      `${name} is no longer finite at step ${step} (after epoch ${epoch}): the training diverged`,
      divergedHint,
    );
  }
}

function checkFinite(result: StepResult, step: number, epoch: number): void {
  if (Number.isFinite(result.loss)) return;
  throw new StageFailure(
    `the loss is ${result.loss} at step ${step} (epoch ${epoch}): the training diverged`,
    divergedHint,
  );
}
