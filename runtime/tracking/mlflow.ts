import type { StageStatus } from '../store/stage-state.js';
import { MlflowError, type MlflowClient } from './mlflow-client.js';
import type { TrackedRow } from './rows.js';
import type { Memory, Tracker } from './tracker.js';
import type { TrackedTraining } from './trainings.js';

/** Limits of one request (https://mlflow.org/docs/latest/rest-api.html#log-batch). */
const mostMetrics = 1000;
const mostParameters = 100;
const longestParameter = 500;

const statuses: Readonly<Record<StageStatus, string>> = {
  new: 'SCHEDULED',
  running: 'RUNNING',
  interrupted: 'KILLED',
  failed: 'FAILED',
  done: 'FINISHED',
};

/** Tells an MLflow server: an MLflow run for each training, with its parameters, metrics by step, and state. */
export class Mlflow implements Tracker {
  readonly name = 'MLflow';
  private experimentId: string | null = null;

  constructor(
    private readonly client: MlflowClient,
    private readonly experiment: string,
  ) {}

  get place(): string {
    return this.client.url;
  }

  async log(training: TrackedTraining, rows: readonly TrackedRow[], memory: Memory): Promise<void> {
    const run = await this.runOf(training, memory);
    const timestamp = Date.now();
    const metrics = rows.flatMap(({ step, values }) =>
      Object.entries(values).map(([key, value]) => ({ key, value, timestamp, step })),
    );
    for (let at = 0; at < metrics.length; at += mostMetrics)
      await this.client.post('runs/log-batch', { run_id: run, metrics: metrics.slice(at, at + mostMetrics) });
  }

  async state(training: TrackedTraining, status: StageStatus, memory: Memory): Promise<void> {
    const run_id = await this.runOf(training, memory);
    const isOver = status === 'done' || status === 'failed' || status === 'interrupted';
    const end = isOver ? { end_time: Date.now() } : {};
    await this.client.post('runs/update', { run_id, status: statuses[status], ...end });
  }

  async flush(): Promise<void> {
    return Promise.resolve();
  }

  private async runOf(training: TrackedTraining, memory: Memory): Promise<string> {
    memory.run ??= await this.createRun(training);
    return memory.run;
  }

  private async createRun({ stage, label, parameters, runs }: TrackedTraining): Promise<string> {
    this.experimentId ??= await this.findExperiment();
    const tags = Object.entries({
      'mlflow.source.name': 'expc',
      'expc.stage': stage.id,
      'expc.key': stage.key,
      'expc.kind': stage.kind,
      'expc.runs': runs.slice(0, 20).join('\n'),
    }).map(([key, value]) => ({ key, value }));
    const made = (await this.client.post('runs/create', {
      experiment_id: this.experimentId,
      run_name: label,
      start_time: Date.now(),
      tags,
    })) as { run: { info: { run_id: string } } };
    const run_id = made.run.info.run_id;
    const params = Object.entries(parameters).map(([key, value]) => ({
      key,
      value: value.slice(0, longestParameter),
    }));
    for (let at = 0; at < params.length; at += mostParameters)
      await this.client.post('runs/log-batch', { run_id, params: params.slice(at, at + mostParameters) });
    return run_id;
  }

  private async findExperiment(): Promise<string> {
    try {
      const query = { experiment_name: this.experiment };
      const found = (await this.client.get('experiments/get-by-name', query)) as {
        experiment: { experiment_id: string };
      };
      return found.experiment.experiment_id;
    } catch (error) {
      if (!(error instanceof MlflowError) || error.code !== 'RESOURCE_DOES_NOT_EXIST') throw error;
      const made = await this.client.post('experiments/create', { name: this.experiment });
      return (made as { experiment_id: string }).experiment_id;
    }
  }
}
