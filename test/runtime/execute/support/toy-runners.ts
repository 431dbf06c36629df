import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StageFailure, StageInterrupted, type StageContext } from '../../../../runtime/execute/context.js';
import type { Runners } from '../../../../runtime/execute/runners.js';
import { writeFileAtomic, writeJsonAtomic } from '../../../../runtime/store/atomic.js';
import { float32Array } from '../../../../runtime/store/array.js';
import {
  epochName,
  latestCheckpoint,
  readCheckpoint,
  saveCheckpoint,
} from '../../../../runtime/store/checkpoint.js';
import { prune } from '../../../../runtime/store/retention.js';
import { sha256 } from '../../../../runtime/store/digest.js';
import { readJsonLines, writeJsonLines, appendJsonLine } from '../../../../runtime/store/json-lines.js';
import type { Stage } from '../../../../schema/plan.js';

/** What a toy stage does; stands in its configuration. */
export interface Toy {
  /** Epochs of a training; each takes `ms`. */
  readonly steps?: number;
  readonly ms?: number;
  /** Does this instead of its work, unless the file `heal` exists. */
  readonly trouble?: 'failure' | 'error' | 'reject' | 'kill' | 'abort' | 'memory' | 'no-space' | 'deaf';
  readonly heal?: string;
  /** Every beginning and end of work is told here, a line each. */
  readonly journal?: string;
  readonly salt?: number;
}

const toyOf = (stage: Stage) => (stage.config as unknown as { toy: Toy }).toy;

/** A line that is whole whoever else writes: appends of this size are atomic. */
function tell({ stage }: StageContext, what: string): void {
  const { journal } = toyOf(stage);
  if (journal !== undefined)
    appendFileSync(journal, `${JSON.stringify({ id: stage.id, pid: process.pid, what })}\n`);
}

/** Tells the beginning, and whether another process is at the same stage. */
function begin(context: StageContext): void {
  tell(context, 'begin');
  const { journal } = toyOf(context.stage);
  if (journal === undefined) return;
  const lock = `${journal}.${context.stage.id}`;
  try {
    const other = Number(readFileSync(lock, 'utf8'));
    process.kill(other, 0);
    if (other !== process.pid) tell(context, `overlap with ${other}`);
  } catch {
    // Nobody, or a process that is dead.
  }
  writeFileSync(lock, String(process.pid));
}

function end(context: StageContext, what = 'end'): void {
  tell(context, what);
  const { journal } = toyOf(context.stage);
  if (journal !== undefined) rmSync(`${journal}.${context.stage.id}`, { force: true });
}

function inputsText(context: StageContext): string {
  return Object.keys(context.stage.inputs)
    .sort()
    .map((role) => readFileSync(join(context.input(role as never), 'result.txt'), 'utf8'))
    .join('');
}

async function makeTrouble(context: StageContext): Promise<void> {
  const { trouble, heal } = toyOf(context.stage);
  if (trouble === undefined) return;
  try {
    if (heal !== undefined) return void readFileSync(heal);
  } catch {
    // Not healed yet.
  }
  switch (trouble) {
    case 'failure':
      throw new StageFailure('the loss is not a number at step 7', 'lower optimizer.lr');
    case 'error':
      throw new TypeError('cannot read what is not there');
    case 'reject':
      void Promise.reject(new Error('nobody waits for this'));
      return sleep(10_000);
    case 'kill':
      process.kill(process.pid, 'SIGKILL');
      return sleep(10_000);
    case 'abort':
      return process.abort();
    case 'memory':
      throw new Error('Resource exhausted: OOM when allocating tensor with shape[1024,1024]\n\tsecond line');
    case 'no-space':
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), {
        code: 'ENOSPC',
        path: '/data/x',
      });
    case 'deaf':
      for (;;) await sleep(1000);
  }
}

/** Makes `result.txt` from its configuration and inputs in one go. */
async function make(context: StageContext): Promise<void> {
  begin(context);
  await makeTrouble(context);
  const { ms = 0 } = toyOf(context.stage);
  await sleep(ms);
  writeFileAtomic(join(context.dir, 'result.txt'), `${sha256(context.stage.key, inputsText(context))}\n`);
  end(context);
}

/** Trains: a number that is hashed anew at every step, with a checkpoint for each, measured by its observers. */
async function train(context: StageContext): Promise<void> {
  begin(context);
  const { steps = 3, ms = 1 } = toyOf(context.stage);
  const folder = join(context.dir, 'checkpoints');
  let { step, value } = restore(context, folder);
  prune(folder, { last: 2 });
  const logs = [context.dir, ...context.observers.map(({ dir }) => dir)].map((dir) =>
    join(dir, 'metrics.jsonl'),
  );
  for (const log of logs) {
    const rows = readJsonLines(log) as { step: number }[];
    writeJsonLines(
      log,
      rows.filter((row) => row.step <= step),
    );
  }
  await makeTrouble(context);
  while (step < steps) {
    await sleep(ms);
    value = sha256(value);
    step += 1;
    // Before the checkpoint: what is logged beyond the one that a resume starts from is dropped and logged again.
    for (const log of logs) appendJsonLine(log, { step, value });
    saveCheckpoint(folder, { name: epochName(step), tensors: tensorsOf(value), state: { step, value } });
    prune(folder, { last: 2 });
    tell(context, `step ${step}`);
    context.progress({ fraction: step / steps, epoch: step, epochs: steps, loss: 1 / step });
    if (step < steps && context.stopRequested()) {
      end(context, `stop ${step}`);
      throw new StageInterrupted(`stopped at ${step}`);
    }
  }
  writeFileAtomic(join(context.dir, 'result.txt'), `${value}\n`);
  for (const observer of context.observers) {
    writeJsonAtomic(join(observer.dir, 'measured.json'), { by: context.stage.id, last: value });
    writeFileSync(join(observer.dir, 'result.txt'), `${value}\n`);
    observer.finish();
  }
  end(context);
}

function restore(context: StageContext, folder: string): { step: number; value: string } {
  const name = latestCheckpoint(folder, (line) => context.log(line));
  if (name === null) return { step: 0, value: sha256(context.stage.key, inputsText(context)) };
  const { state } = readCheckpoint(folder, name);
  tell(context, `resume ${state.step}`);
  return state as unknown as { step: number; value: string };
}

function tensorsOf(value: string) {
  return new Map([['value', float32Array(Float32Array.from(Buffer.from(value, 'hex')), [32])]]);
}

const makeRunner = () => Promise.resolve(make);
const trainRunner = () => Promise.resolve(train);

export const runners = {
  dataset: makeRunner,
  poison: makeRunner,
  subset: makeRunner,
  pretrain: trainRunner,
  evaluate: makeRunner,
  clean: trainRunner,
} as unknown as Runners;
