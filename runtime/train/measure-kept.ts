import type { Batches } from '../data/batches/source.js';
import { listCheckpoints, epochOf, readCheckpoint } from '../store/checkpoint.js';
import { DamagedCheckpoint } from '../store/checkpoint-manifest.js';
import { readJsonLines, writeJsonLines } from '../store/json-lines.js';
import { checkpoints, startPosition } from './kept-checkpoints.js';
import { metricsFile, type Measurer, type MetricsRow, type Training } from './training.js';
import { asPosition, type Position } from './position.js';

/** The epochs from the first to the last that a measurer has no row for. */
export function missingEpochs(measurer: Pick<Measurer, 'dir'>, epochs: number, first = 0): number[] {
  const measured = new Set(rowsOf(measurer).map(({ epoch }) => epoch));
  const all = Array.from({ length: epochs + 1 - first }, (_, index) => first + index);
  return all.filter((epoch) => !measured.has(epoch));
}

/**
 * Measures what a measurer that comes late has missed, while the checkpoints that tell it are still there: the start,
 * and the ends of epochs that were kept. Leaves the engine in any state. Does nothing at a fresh start.
 */
export async function measureKept(training: Training, batches: Batches): Promise<void> {
  const names = listCheckpoints(checkpoints(training.context.dir)).map(({ name }) => name);
  if (names.length === 0) return;
  const start = startPosition(training, batches);
  for (const epoch of [start.epoch, ...names.map(epochOf).filter((each) => each !== null)]) {
    const late = training.measurers.filter(
      (measurer) => !rowsOf(measurer).some((row) => row.epoch === epoch),
    );
    if (late.length === 0) continue;
    const at = loadEpoch(training, epoch, names, start);
    if (at === null) continue;
    for (const measurer of late) {
      const metrics = await measurer.measure(training.engine, epoch);
      addRow(measurer, { epoch, step: at.step, metrics });
    }
  }
}

/** Puts the weights of an epoch's end into the engine; null when its checkpoint cannot be trusted. */
function loadEpoch(
  training: Training,
  epoch: number,
  names: readonly string[],
  start: Position,
): Position | null {
  const name = names.find((each) => epochOf(each) === epoch);
  const { context, engine } = training;
  if (name === undefined) {
    training.begin();
    return start;
  }
  try {
    const { tensors, state } = readCheckpoint(checkpoints(context.dir), name);
    const at = asPosition(state) ?? null;
    if (at !== null) engine.writeState(tensors, at.step, { optimizer: false });
    return at;
  } catch (error) {
    if (!(error instanceof DamagedCheckpoint)) throw error;
    context.log(`not measured: ${error.message}`);
    return null;
  }
}

/** Adds a row where it belongs: in the order of the epochs. */
export function addRow(measurer: Pick<Measurer, 'dir'>, row: MetricsRow): void {
  const rows = [...rowsOf(measurer), row].sort((a, b) => a.epoch - b.epoch);
  writeJsonLines(metricsFile(measurer), rows);
}

function rowsOf(measurer: Pick<Measurer, 'dir'>): MetricsRow[] {
  return readJsonLines(metricsFile(measurer)) as MetricsRow[];
}
