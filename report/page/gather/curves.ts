import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan, Stage } from '../../../schema/plan.js';
import { stageLabels } from '../../../runtime/execute/labels.js';
import { stageFolder } from '../../../runtime/store/stage-folder.js';
import { parseMetrics } from '../../results/metrics-file.js';
import type { Results } from '../../results/types.js';
import { curvePicture, type CurveRow } from '../figures/curve.js';
import { interactive, type Interactive } from '../figures/interactive.js';

/** How trainings went: a picture, and how many of them it shows. */
export interface CurveView {
  readonly name: string;
  readonly title: string;
  readonly picture: Interactive;
  readonly shown: number;
  readonly of: number;
}

/** More lines than these nobody can tell apart. */
const mostLines = 150;
const mostRows = 4000;

/** Losses over steps, and accuracy and attack success rate over epochs, of pre-trainings and cleanings. */
export function curveViews(plan: Plan, results: Results, outputs: string): CurveView[] {
  const labels = stageLabels(plan);
  const of = (kind: Stage['kind']) => plan.stages.filter((stage) => stage.kind === kind);
  const labelOf = (stage: Stage) => withoutKind(labels.get(stage.key) ?? stage.id);
  const losses = (kind: 'pretrain' | 'clean') =>
    someLines(of(kind), (stage) => lossRows(outputs, stage, labelOf(stage)));
  const measured = someLines(of('evaluate'), (stage) => metricRows(outputs, stage, labelOf(stage)));
  const cleaned = someLines(results.runs, ({ name, points }) =>
    points.flatMap(({ epoch, metrics }) => sharesOf(epoch, metrics, name, name)),
  );
  return [
    view('pretraining-metrics', 'Accuracy and ASR while pre-training', 'epoch', measured),
    view('pretraining-loss', 'Loss while pre-training', 'step', losses('pretrain')),
    view('cleaning-metrics', 'Accuracy and ASR while cleaning', 'epoch', cleaned),
    view('cleaning-loss', 'Loss while cleaning', 'step', losses('clean')),
  ].filter((one) => one !== null);
}

/** `pretrain · pretraining mmcl` is `pretraining mmcl`: what kind it is stands above. */
function withoutKind(label: string): string {
  const [, ...values] = label.split(' · ');
  return values.length === 0 ? label : values.join(' · ');
}

interface Lines {
  readonly rows: readonly CurveRow[];
  readonly shown: number;
  readonly of: number;
}

/** The lines of those that have any, spread evenly over all when there are too many. */
function someLines<T>(all: readonly T[], rowsOf: (one: T) => readonly CurveRow[]): Lines {
  const step = Math.max(1, all.length / mostLines);
  const chosen = Array.from(
    { length: Math.min(all.length, mostLines) },
    (_, i) => all[Math.floor(i * step)]!,
  );
  const rows = chosen.map(rowsOf).filter((line) => line.length > 0);
  return { rows: rows.flat(), shown: rows.length, of: all.length };
}

function view(name: string, title: string, x: 'epoch' | 'step', lines: Lines): CurveView | null {
  if (lines.rows.length === 0) return null;
  const picture = interactive(curvePicture(lines.rows, x, title), mostRows);
  return picture === null ? null : { name, title, picture, shown: lines.shown, of: lines.of };
}

function lossRows(outputs: string, stage: Stage, series: string): CurveRow[] {
  return linesOf(join(stageFolder(outputs, stage.id), 'train.jsonl')).flatMap((line) => {
    const { step, epoch, loss } = line as { step?: unknown; epoch?: unknown; loss?: unknown };
    const isWhole = typeof step === 'number' && typeof loss === 'number' && Number.isFinite(loss);
    return isWhole ? [{ x: step, y: loss, series, panel: '', epoch: Number(epoch) }] : [];
  });
}

function metricRows(outputs: string, stage: Stage, series: string): CurveRow[] {
  const file = join(stageFolder(outputs, stage.id), 'metrics.jsonl');
  const { points } = parseMetrics(textOf(file), file);
  return points.flatMap(({ epoch, metrics }) => sharesOf(epoch, metrics, series, null));
}

const panels = { 'accuracy.top1': 'accuracy', 'asr.top1': 'attack success rate' } as const;

function sharesOf(
  epoch: number | null,
  metrics: Readonly<Record<string, number>>,
  series: string,
  run: string | null,
): CurveRow[] {
  if (epoch === null) return [];
  return Object.entries(panels).flatMap(([metric, panel]) => {
    const value = metrics[metric];
    return value === undefined
      ? []
      : [{ x: epoch, y: 100 * value, series, panel, epoch, ...(run === null ? {} : { run }) }];
  });
}

/** The values of a file that may be torn or not there yet. */
function linesOf(file: string): unknown[] {
  return textOf(file)
    .split('\n')
    .flatMap((line) => {
      try {
        const value: unknown = JSON.parse(line);
        return typeof value === 'object' && value !== null ? [value] : [];
      } catch {
        return [];
      }
    });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
