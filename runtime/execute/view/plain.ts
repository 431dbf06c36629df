import type { Progress } from '../context.js';
import type { RunSummary, StageResult } from '../summary.js';
import { allDone, closingLines, duration, plural, progressText, summaryText } from './text.js';
import type { Beginning, Shown, View } from './view.js';

/** A stage without epochs says at most this often how it is getting on. */
const patienceMs = 30_000;

/** Lines for where there is no terminal: starts, epochs, ends. */
export class PlainView implements View {
  private readonly epochs = new Map<string, number | undefined>();
  private readonly spoken = new Map<string, number>();

  constructor(private readonly write: (line: string) => void) {}

  begin({ experiment, done, stages, jobs, threads, ...beginning }: Beginning): void {
    if (stages.length === 0) {
      this.write(allDone(experiment, done));
      return;
    }
    const { how = `${jobs} at a time, ${plural(threads, 'thread')} each` } = beginning;
    this.write(`${experiment}: ${plural(stages.length, 'stage')} to do, ${done} done before; ${how}`);
  }

  started({ id, label }: Shown, attempt: number): void {
    this.spoken.set(id, performance.now());
    this.write(`start  ${label} (${id}${attempt > 1 ? `, attempt ${attempt}` : ''})`);
  }

  progress({ id, label }: Shown, progress: Progress): void {
    const now = performance.now();
    const isNewEpoch = progress.epoch !== undefined && progress.epoch !== this.epochs.get(id);
    if (!isNewEpoch && now - (this.spoken.get(id) ?? now) < patienceMs) return;
    this.epochs.set(id, progress.epoch);
    this.spoken.set(id, now);
    this.write(`       ${label}: ${progressText(progress)}`);
  }

  ended({ id, label }: Shown, { status, seconds, message, hint, log }: StageResult): void {
    this.epochs.delete(id);
    this.spoken.delete(id);
    if (status === 'blocked') return; // The failure has been told, and the summary counts them.
    if (status === 'failed') {
      this.write(`FAILED ${label}: ${message}`);
      if (hint !== null) this.write(`       hint: ${hint}`);
      this.write(`       log: ${log}`);
    } else if (status === 'interrupted') this.write(`stop   ${label}, after a checkpoint`);
    else this.write(`done   ${label}${seconds > 0 ? ` in ${duration(seconds)}` : ''}`);
  }

  notice(line: string): void {
    this.write(line);
  }

  end(summary: RunSummary): Promise<void> {
    const { counts, stages } = summary;
    if (counts.cached + counts.unneeded === stages.length) return Promise.resolve();
    this.write(summaryText(summary));
    closingLines(summary).forEach((line) => this.write(line));
    return Promise.resolve();
  }
}
