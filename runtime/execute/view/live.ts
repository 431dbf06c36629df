import process from 'node:process';
import { Listr } from 'listr2';
import type { Progress } from '../context.js';
import type { RunSummary, StageResult } from '../summary.js';
import { Row } from './row.js';
import { allDone, closingLines, duration, plural, progressText, summaryText } from './text.js';
import type { Beginning, Shown, View } from './view.js';

/** Finished stages that stay in sight, at most; fewer on a small terminal. */
const recentRows = 12;
/** Lines that are not stages: the overall line and what is noted below it. */
const otherRows = 8;
/** With more stages than this, one that ended is only counted, and its row is used again. */
const ownRows = 200;

/**
 * A view that changes in place: an overall line, every stage that runs, and those that ended last. Stages that wait
 * are only counted, so that it is as readable with ten thousand stages as with ten.
 */
export class LiveView implements View {
  private readonly overall = new Row();
  private readonly rows = new Map<string, Row>();
  private free: Row[] = [];
  private readonly settled: Row[] = [];
  private readonly counts = { todo: 0, done: 0, failed: 0 };
  private readonly since = performance.now();
  private experiment = '';
  private course: Promise<unknown> = Promise.resolve();
  private clock: NodeJS.Timeout | null = null;

  begin({ experiment, done, stages, jobs }: Beginning): void {
    this.experiment = experiment;
    if (stages.length === 0) {
      process.stdout.write(`${allDone(experiment, done)}\n`);
      return;
    }
    this.counts.todo = stages.length;
    // A pre-training may run with measurements in it: several stages in one job.
    const count = this.hasOwnRows ? stages.length : 4 * jobs;
    this.free = Array.from({ length: count }, () => new Row());
    const tasks = [
      this.overall.task({ rendererOptions: { outputBar: otherRows - 2, persistentOutput: true } }),
      ...this.free.map((row) => row.task()),
    ];
    const list = new Listr<unknown, 'default'>(tasks, {
      concurrent: true,
      exitOnError: false,
      registerSignalListeners: false,
      renderer: 'default',
      fallbackRendererCondition: () => false,
      rendererOptions: { formatOutput: 'truncate', collapseSkips: true },
    });
    this.course = list.run();
    this.tick();
    this.clock = setInterval(() => this.tick(), 1000);
  }

  started({ id, label }: Shown): void {
    const row = this.rows.get(id) ?? this.free.shift();
    if (row === undefined) return; // More at once than there are rows: it is counted.
    this.rows.set(id, row);
    row.show(label);
    this.tick();
  }

  progress({ id, label }: Shown, progress: Progress): void {
    this.rows.get(id)?.show(`${label}: ${progressText(progress)}`);
  }

  ended({ id, label }: Shown, { status, seconds, message }: StageResult): void {
    const essence = `${label}: ${message ?? 'failed'}`;
    if (status === 'failed') this.counts.failed += 1;
    else if (status !== 'interrupted' && status !== 'blocked') this.counts.done += 1;
    const row = this.rows.get(id);
    this.rows.delete(id);
    if (row === undefined || !this.hasOwnRows) {
      if (status === 'failed') this.notice(essence);
      if (row !== undefined) this.reuse(row);
    } else if (status === 'failed') row.failed(label, essence);
    else if (status === 'interrupted') row.skipped(`${label}: stopped after a checkpoint`);
    else {
      row.done(seconds > 0 ? `${label}: ${duration(seconds)}` : label);
      this.settled.push(row);
    }
    this.hideOld();
    this.tick();
  }

  notice(line: string): void {
    this.overall.print(line);
  }

  async close(): Promise<void> {
    if (this.clock !== null) clearInterval(this.clock);
    this.tick();
    for (const row of [this.overall, ...this.rows.values(), ...this.free]) row.close();
    await this.course;
  }

  async end(summary: RunSummary): Promise<void> {
    if (this.counts.todo === 0) return;
    await this.close();
    for (const line of [summaryText(summary), ...closingLines(summary)]) process.stdout.write(`${line}\n`);
  }

  private get hasOwnRows(): boolean {
    return this.counts.todo <= ownRows;
  }

  private reuse(row: Row): void {
    row.hide();
    this.free.push(row);
  }

  private hideOld(): void {
    const space = (process.stdout.rows ?? 24) - otherRows - this.rows.size;
    const limit = Math.max(1, Math.min(recentRows, space));
    while (this.settled.length > limit) this.settled.shift()?.hide();
  }

  private tick(): void {
    const { todo, done, failed } = this.counts;
    const failures = failed === 0 ? '' : `, ${failed} failed`;
    const time = duration((performance.now() - this.since) / 1000);
    this.overall.show(
      `${this.experiment}: ${done} of ${plural(todo, 'stage')} done, ${this.rows.size} running${failures}, ${time}`,
    );
  }
}
