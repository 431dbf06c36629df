import { join } from 'node:path';
import type { AxisValue, Plan, Stage } from '../../schema/plan.js';
import { stageLabels } from '../../runtime/execute/labels.js';
import { stageFolder } from '../../runtime/store/stage-folder.js';
import { lossRows, metricRows } from '../../runtime/tracking/rows.js';
import { axisNames, labelAt } from '../select.js';
import type { Results, RunResult } from '../results/types.js';

/** A table by column: texts, numbers or truth values, null where there is none. */
export interface ExportTable {
  readonly name: string;
  readonly columns: readonly ExportColumn[];
}

export interface ExportColumn {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'number' | 'truth';
  readonly values: readonly AxisValue[];
}

type Row = Readonly<Record<string, AxisValue>>;

/**
 * An experiment's results as tables for other programs. Shares are fractions 0..1.
 * - `runs`: a row for each run: its axes, the stage that measures it, how far it is, when it was made
 * - `metrics`: a row for each evaluation of a run, with its axes and every metric
 * - `starts`: a row for each run that cleans: its axes, the model that it starts from, and what is measured of that
 * - `trainings`: a row for each logged step or evaluation of a pre-training or cleaning, with its losses and metrics
 */
export function exportTables(plan: Plan, results: Results, outputs: string): ExportTable[] {
  const axes = axisNames(results.runs);
  const labelsOf = (run: RunResult) => Object.fromEntries(axes.map((axis) => [axis, labelAt(run, axis)]));
  const ids = new Map(plan.stages.map(({ key, id }) => [key, id]));
  const runs = results.runs.map((run) => ({
    run: run.name,
    ...labelsOf(run),
    stage: ids.get(run.work) ?? null,
    state: run.state,
    evaluations: run.points.length,
    made: run.made ?? null,
  }));
  const starts = results.runs.flatMap((run) => startRow(run, labelsOf(run), plan));
  const metrics = results.runs.flatMap((run) => {
    const labels = labelsOf(run);
    return run.points.map((point) => ({
      run: run.name,
      ...labels,
      epoch: point.epoch,
      step: point.step,
      ...point.metrics,
    }));
  });
  const names = stageLabels(plan);
  const trainings = plan.stages.flatMap((stage) => trainingRows(stage, outputs, names.get(stage.key)));
  return [
    table('runs', runs),
    table('metrics', metrics),
    table('starts', starts),
    table('trainings', trainings),
  ];
}

/** The model before cleaning: before its weights are shrunk and perturbed, where that is done. */
function startRow(run: RunResult, labels: Row, plan: Plan): Row[] {
  const clean = plan.stages.find(({ key }) => key === run.work);
  if (clean?.kind !== 'clean' || run.start === null) return [];
  const model = plan.stages.find(({ key }) => key === clean.inputs.model);
  return [
    { run: run.name, ...labels, stage: model?.id ?? null, epoch: run.from ?? null, ...run.start.metrics },
  ];
}

function trainingRows(stage: Stage, outputs: string, label = stage.id): Row[] {
  if (stage.kind !== 'pretrain' && stage.kind !== 'clean' && stage.kind !== 'evaluate') return [];
  const dir = stageFolder(outputs, stage.id);
  const common = { stage: stage.id, kind: stage.kind, label };
  return [...lossRows(dir, -1), ...metricRows(dir, -1)].map(({ step, epoch, values }) => ({
    ...common,
    epoch,
    step,
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name.replaceAll('/', '.'), value])),
  }));
}

/** Rows by column, in the order in which the columns first appear. */
export function table(name: string, rows: readonly Row[]): ExportTable {
  const names = new Set<string>();
  for (const row of rows) for (const column of Object.keys(row)) names.add(column);
  const columns = [...names].map((column) =>
    columnOf(
      column,
      rows.map((row) => row[column] ?? null),
    ),
  );
  return { name, columns };
}

/** A column of numbers and texts is one of texts: programs want one type. */
function columnOf(name: string, values: readonly AxisValue[]): ExportColumn {
  const kinds = new Set(values.filter((value) => value !== null).map((value) => typeof value));
  if (kinds.size === 1 && kinds.has('number')) {
    const whole = values.every((value) => value === null || Number.isSafeInteger(value));
    return { name, type: whole ? 'integer' : 'number', values };
  }
  if (kinds.size === 1 && kinds.has('boolean')) return { name, type: 'truth', values };
  return { name, type: 'text', values: values.map((value) => (value === null ? null : String(value))) };
}

export const exportPath = (folder: string, name: string, format: string) => join(folder, `${name}.${format}`);
