import process from 'node:process';
import { Listr } from 'listr2';
import type { Progress } from '../context.js';
import type { RunSummary, StageResult } from '../summary.js';
import { Row } from './row.js';
import { closingLines, duration, plural, progressText, summaryText } from './text.js';
import type { Beginning, Shown, View } from './view.js';

/** Finished stages that stay in sight, at most; fewer on a small terminal. */
const recentRows = 12;
/** Lines that are not stages: the overall line and what is noted below it. */
const otherRows = 8;

/**
 * A view that changes in place: an overall line, every stage that runs, and those that ended last. Stages that wait
 * are only counted, so that it is as readable with ten thousand stages as with ten.
 */
export class LiveView implements View {
  private readonly overall = new Row('', true);
  private readonly rows = new Map<string, Row>();
  private readonly ended_: Row[] = [];
  private readonly counts = { todo: 0, done: 0, running: 0, failed: 0 };
  private readonly since = performance.now();
  private experiment = '';
  private course: Promise<unknown> = Promise.resolve();
  private clock: NodeJS.Timeout | null = null;

  begin({ experiment, done, stages }: Beginning): void {
    this.experiment = experiment;
    if (stages.length === 0) {
      process.stdout.write(`${experiment}: all ${plural(done, 'stage')} are done, nothing to do\n`);
      return;
    }
    this.counts.todo = stages.length;
    for (const { id, label } of stages) this.rows.set(id, new Row(label, false));
    const tasks = [
      this.overall.task({ rendererOptions: { outputBar: otherRows - 2, persistentOutput: true } }),
      ...[...this.rows.values()].map((row) => row.task()),
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
    this.counts.running += 1;
    this.rows.get(id)?.show(label);
    this.tick();
  }

  progress({ id, label }: Shown, progress: Progress): void {
    this.rows.get(id)?.show(`${label}: ${progressText(progress)}`);
  }

  ended({ id, label }: Shown, { status, seconds, message, attempts }: StageResult): void {
    const row = this.rows.get(id);
    if (row === undefined) return;
    const wasRunning = row.isVisible || attempts > 0;
    if (wasRunning) this.counts.running = Math.max(0, this.counts.running - 1);
    if (status === 'failed') {
      this.counts.failed += 1;
      row.failed(label, `${label}: ${message ?? 'failed'}`);
    } else if (status === 'interrupted') row.skipped(`${label}: stopped after a checkpoint`);
    else if (status === 'blocked') row.close();
    else {
      this.counts.done += 1;
      row.done(seconds > 0 ? `${label}: ${duration(seconds)}` : label);
      this.ended_.push(row);
    }
    this.hideOld();
    this.tick();
  }

  notice(line: string): void {
    this.overall.print(line);
  }

  async end(summary: RunSummary): Promise<void> {
    if (this.counts.todo === 0) return;
    if (this.clock !== null) clearInterval(this.clock);
    this.tick();
    this.overall.close();
    for (const row of this.rows.values()) row.close();
    await this.course;
    for (const line of [summaryText(summary), ...closingLines(summary)]) process.stdout.write(`${line}\n`);
  }

  private hideOld(): void {
    const space = (process.stdout.rows ?? 24) - otherRows - this.counts.running;
    const limit = Math.max(1, Math.min(recentRows, space));
    while (this.ended_.length > limit) this.ended_.shift()?.hide();
  }

  private tick(): void {
    const { todo, done, running, failed } = this.counts;
    const failures = failed === 0 ? '' : `, ${failed} failed`;
    const time = duration((performance.now() - this.since) / 1000);
    this.overall.show(
      `${this.experiment}: ${done} of ${plural(todo, 'stage')} done, ${running} running${failures}, ${time}`,
    );
  }
}
