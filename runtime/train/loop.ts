import { join } from 'node:path';
import type { Batches } from '../data/batches/source.js';
import { appendJsonLine } from '../store/json-lines.js';
import { trainEpoch } from './epoch.js';
import { restore, save } from './kept-checkpoints.js';
import { openLog, trimLog } from './log.js';
import { measureKept } from './measure-kept.js';
import { Pace } from './pace.js';
import type { Position } from './position.js';
import { metricsFile, type LossRow, type MetricsRow, type Training } from './training.js';
import { batchesOf } from './training-batches.js';
import { warmupNote } from './warmup.js';

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
