import type { AxisValue } from '../../../schema/plan.js';
import type { Results, RunResult } from '../../../report/results/types.js';
import { definitions, nameOf, type Evaluations } from './experiment.js';

interface MadeResult {
  readonly axes?: Readonly<Record<string, AxisValue>>;
  readonly ablation?: string;
  readonly points?: Evaluations;
  readonly work?: string;
  readonly start?: readonly [number, number] | null;
  readonly startId?: string;
  readonly state?: RunResult['state'];
}

/** A run's result without any file. Percentages become fractions as a division would make them. */
export function made(run: MadeResult = {}): RunResult {
  const { axes = {}, ablation, points = [], start = null } = run;
  const name = nameOf({ axes, ...(ablation === undefined ? {} : { ablation }) });
  return {
    name,
    ablation: ablation ?? null,
    axes,
    work: run.work ?? name,
    state: run.state ?? 'done',
    start: start === null ? null : { id: run.startId ?? 'start', metrics: metrics(start[0], start[1]) },
    points: points.map(([epoch, accuracy, asr]) => ({
      epoch,
      step: epoch * 10,
      metrics: metrics(accuracy, asr),
    })),
    definitions: definitions,
    merged: false,
  };
}

export function results(...runs: readonly RunResult[]): Results {
  return { experiment: 'made', title: null, runs, notices: [] };
}

const metrics = (accuracy: number, asr: number) => ({
  'accuracy.top1': accuracy / 100,
  'asr.top1': asr / 100,
});
