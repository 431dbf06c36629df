import type { Batches } from '../data/batches/source.js';
import { StageInterrupted } from '../execute/context.js';
import { checkFinite } from './diverged.js';
import type { Pace } from './pace.js';
import { advance, type Position } from './position.js';
import { learningRate } from './schedule.js';
import type { LossRow, Training } from './training.js';
import { tokenized } from './training-batches.js';

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

/** What becomes of an epoch's steps besides the weights. */
export interface Course {
  readonly pace: Pace;
  readonly log: (row: LossRow) => void;
  /** Writes a checkpoint inside the epoch; null where there shall be none. */
  readonly save: ((at: Position) => Promise<void>) | null;
  /** Called after every step inside the epoch. */
  readonly measure?: (at: Position) => Promise<void>;
}
