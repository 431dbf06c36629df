import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Plan } from '../../schema/plan.js';
import { writeFileAtomic } from '../store/atomic.js';
import { stageFolder } from '../store/stage-folder.js';
import { readStageState } from '../store/stage-state.js';
import { lossRows, metricRows, type TrackedRow } from './rows.js';
import { freshMemory, type Memory, type Tracker } from './tracker.js';
import { trackedTrainings, type TrackedTraining } from './trainings.js';

/**
 * Brings a tracker up to what the store holds. Rows that a training does again after a stop are the same as before and
 * are not sent twice. What was sent is remembered in a file, so that any later sweep, by any process, goes on there.
 */
export class Sweep {
  private readonly trainings: readonly TrackedTraining[];
  private readonly memories: Record<string, Memory>;

  constructor(
    plan: Plan,
    private readonly outputs: string,
    private readonly tracker: Tracker,
    private readonly memoryFile: string,
  ) {
    this.trainings = trackedTrainings(plan);
    this.memories = readMemories(memoryFile);
  }

  /**
   * @param stop asked between two trainings
   * @throws what the tracker throws; what was sent before is remembered
   */
  async run(stop: () => boolean = () => false): Promise<void> {
    let changed = false;
    try {
      for (const training of this.trainings) {
        if (stop()) return;
        if (!existsSync(stageFolder(this.outputs, training.stage.id))) continue;
        changed = (await this.bring(training)) || changed;
      }
    } finally {
      if (changed) {
        await this.tracker.flush();
        mkdirSync(dirname(this.memoryFile), { recursive: true });
        writeFileAtomic(this.memoryFile, `${JSON.stringify(this.memories)}\n`);
      }
    }
  }

  private async bring(training: TrackedTraining): Promise<boolean> {
    const memory = (this.memories[training.stage.key] ??= freshMemory());
    const { status } = readStageState(this.outputs, training.stage);
    if (memory.status === 'done') return false;
    let changed = false;
    for (const { source, rows } of this.newRows(training, memory)) {
      if (rows.length === 0) continue;
      await this.tracker.log(training, rows, memory);
      memory.sent[source] = rows.at(-1)!.step;
      changed = true;
    }
    if (status === memory.status) return changed;
    await this.tracker.state(training, status, memory);
    memory.status = status;
    return true;
  }

  private newRows(
    { stage, measuredIn }: TrackedTraining,
    memory: Memory,
  ): { source: string; rows: TrackedRow[] }[] {
    const of = (id: string, kind: 'train' | 'metrics', read: typeof lossRows) => {
      const source = `${id}/${kind}`;
      return { source, rows: read(stageFolder(this.outputs, id), memory.sent[source] ?? -1) };
    };
    return [of(stage.id, 'train', lossRows), ...measuredIn.map((id) => of(id, 'metrics', metricRows))];
  }
}

/** A broken memory only means that everything is sent again. */
function readMemories(file: string): Record<string, Memory> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Memory>;
  } catch {
    return {};
  }
}
