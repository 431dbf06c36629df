import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from '../store/atomic.js';
import type { TrackedRow } from './rows.js';
import type { Tracker } from './tracker.js';
import type { TrackedTraining } from './trainings.js';

interface Writer {
  scalar(name: string, value: number, step: number): void;
  flush(): void;
}

/** Makes a writer of event files in a folder: tfjs-node's `summaryFileWriter`. */
export type MakeWriter = (folder: string) => Writer;

/**
 * Writes TensorBoard event files, a folder for each training. TensorFlow keeps every writer open, so after `most` of
 * them `isFull` says that a new process should go on.
 */
export class TensorBoard implements Tracker {
  readonly name = 'TensorBoard';
  private readonly writers = new Map<string, Writer>();

  constructor(
    readonly place: string,
    private readonly makeWriter: MakeWriter,
    private readonly most = 256,
  ) {}

  get isFull(): boolean {
    return this.writers.size >= this.most;
  }

  async log(training: TrackedTraining, rows: readonly TrackedRow[]): Promise<void> {
    const writer = this.writerOf(training);
    for (const { step, values } of rows)
      for (const [name, value] of Object.entries(values)) writer.scalar(name, value, step);
    return Promise.resolve();
  }

  /** TensorBoard knows no state; the parameters lie beside the events, for people. */
  async state({ stage, label, parameters, runs }: TrackedTraining): Promise<void> {
    const folder = join(this.place, folderName(label, stage.id));
    mkdirSync(folder, { recursive: true });
    const text = JSON.stringify({ label, stage: stage.id, runs: runs.slice(0, 100), parameters }, null, 2);
    writeFileAtomic(join(folder, 'parameters.json'), `${text}\n`);
    return Promise.resolve();
  }

  async flush(): Promise<void> {
    for (const writer of this.writers.values()) writer.flush();
    return Promise.resolve();
  }

  private writerOf({ stage, label }: TrackedTraining): Writer {
    const folder = join(this.place, folderName(label, stage.id));
    let writer = this.writers.get(folder);
    if (writer === undefined) {
      mkdirSync(folder, { recursive: true });
      writer = this.makeWriter(folder);
      this.writers.set(folder, writer);
    }
    return writer;
  }
}

/** What TensorBoard calls a run is its folder: the label as far as file systems take it, and the stage's digits. */
export function folderName(label: string, id: string): string {
  const plain = label.replaceAll(' · ', ', ').replace(/[^\p{L}\p{N}._=+, -]/gu, '_');
  return `${plain.slice(0, 120)} (${id.slice(-6)})`;
}
