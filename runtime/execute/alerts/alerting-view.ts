import type { Progress } from '../context.js';
import type { RunSummary, StageResult } from '../summary.js';
import { closingLines, summaryText } from '../view/text.js';
import type { Beginning, Shown, View } from '../view/view.js';
import { alertOf, type Alert } from './alert.js';
import { sendAlert } from './send.js';
import type { AlertSettings } from './settings.js';

/** A view that also sends messages of what a person who does not look at it wants to know. */
export class AlertingView implements View {
  private experiment = '';
  private readonly waiting = new Set<string>();
  /** Errors that were told. */
  private readonly told = new Set<string>();
  private readonly warned = new Set<string>();
  private readonly sending = new Set<Promise<void>>();

  constructor(
    private readonly view: View,
    readonly settings: AlertSettings,
  ) {}

  /** Stages that are neither at work nor ended. */
  get waitingStages(): number {
    return this.waiting.size;
  }

  begin(beginning: Beginning): void {
    this.experiment = beginning.experiment;
    for (const { id } of beginning.stages) this.waiting.add(id);
    this.view.begin(beginning);
  }

  started(stage: Shown, attempt: number): void {
    this.waiting.delete(stage.id);
    this.view.started(stage, attempt);
  }

  progress(stage: Shown, progress: Progress): void {
    this.view.progress(stage, progress);
  }

  ended(stage: Shown, result: StageResult): void {
    this.waiting.delete(stage.id);
    this.view.ended(stage, result);
    if (result.status === 'failed') this.failed(stage, result);
  }

  notice(line: string): void {
    this.view.notice(line);
  }

  async close(): Promise<void> {
    this.alert(alertOf('ended', this.experiment, 'the run failed as a whole; what runs is stopped'));
    await Promise.all(this.sending);
    await this.view.close?.();
  }

  async end(summary: RunSummary): Promise<void> {
    const { counts, stages, interrupted } = summary;
    if (counts.cached + counts.unneeded < stages.length) {
      const word = interrupted ? 'interrupted' : counts.failed > 0 ? 'failed' : 'ended';
      const what = [`${word}, ${summaryText(summary)}`, ...closingLines(summary)].join('\n');
      this.alert(alertOf('ended', this.experiment, what, { outcome: word, counts }));
      await Promise.all(this.sending);
    }
    await this.view.end(summary);
  }

  /** Sends a message, if this kind is wanted; whatever goes wrong is told once. */
  alert(alert: Alert): void {
    if (!this.settings.on.has(alert.event)) return;
    const sent = sendAlert(alert, this.settings).then((problems) => {
      this.sending.delete(sent);
      for (const problem of problems) this.warn(problem);
    });
    this.sending.add(sent);
  }

  private warn(problem: string): void {
    if (this.warned.has(problem)) return;
    this.warned.add(problem);
    this.view.notice(`warning: ${problem}`);
  }

  private failed({ id, label }: Shown, { message, hint, log }: StageResult): void {
    const error = (message ?? '').replaceAll(id, '…');
    if (this.told.has(error)) return;
    this.told.add(error);
    const what = `${label} failed: ${message ?? ''}${hint === null ? '' : `\nhint: ${hint}`}\nlog: ${log}`;
    this.alert(alertOf('failed', this.experiment, what, { stage: id, message, hint, log }));
  }
}
