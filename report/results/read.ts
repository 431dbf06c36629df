import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseCheckpoint, parseCheckpointRule } from '../../schema/checkpoint-rule.js';
import type { Plan, Run, Stage } from '../../schema/plan.js';
import type { EvaluateStage } from '../../schema/stages/evaluation.js';
import type { CleanStage, PretrainStage } from '../../schema/stages/training.js';
import { newestAttempt, readAttempt } from '../../runtime/store/attempt.js';
import { readMarker, stageFolder } from '../../runtime/store/stage-folder.js';
import { warning, type Notice } from '../notice.js';
import { readLosses } from './losses.js';
import { isShare, parseMetrics } from './metrics-file.js';
import { parametersOf } from './parameters.js';
import type { Definition, Point, Results, RunResult, RunState, StartModel } from './types.js';

/**
 * Reads what the runs of a plan have measured so far. A run's points are those of its `clean` stage, or of its
 * `evaluate` stage where nothing is cleaned. Missing folders and broken lines are no failure: a run may still be going.
 *
 * @param outputs the folder that holds stages/
 */
export function readResults(plan: Plan, outputs: string): Results {
  const stages = new Map(plan.stages.map((stage) => [stage.key, stage]));
  const notices: Notice[] = [];
  const measured = new Map<string, Measured>();
  const read = (stage: MeasuredStage): Measured => {
    let result = measured.get(stage.key);
    if (result === undefined) measured.set(stage.key, (result = readStage(stage, outputs, notices)));
    return result;
  };
  const losses = new Map<string, readonly Point[]>();
  const lossesOf = (stage: Stage | undefined): readonly Point[] => {
    if (stage === undefined) return [];
    let found = losses.get(stage.key);
    if (found === undefined)
      losses.set(
        stage.key,
        (found = readLosses(join(stageFolder(outputs, stage.id), 'train.jsonl'), notices)),
      );
    return found;
  };
  const runs = plan.runs.flatMap((run) => readRun(run, { stages, read, lossesOf, outputs }) ?? []);
  return { experiment: plan.experiment, title: plan.title, runs, notices };
}

type MeasuredStage = EvaluateStage | CleanStage;

interface Measured {
  readonly points: readonly Point[];
  readonly definitions: Readonly<Record<string, Definition>>;
  /** See RunResult. */
  readonly made?: string;
}

interface Reader {
  readonly stages: ReadonlyMap<string, Stage>;
  readonly read: (stage: MeasuredStage) => Measured;
  readonly lossesOf: (stage: Stage | undefined) => readonly Point[];
  readonly outputs: string;
}

/** Null for a run in which nothing is measured. */
function readRun(run: Run, { stages, read, lossesOf, outputs }: Reader): RunResult | null {
  const of = (key: string | undefined) => (key === undefined ? undefined : stages.get(key));
  const clean = of(run.stages.clean) as CleanStage | undefined;
  const evaluate = of(run.stages.evaluate) as EvaluateStage | undefined;
  const pretrain = of(run.stages.pretrain) as PretrainStage | undefined;
  const stage = clean ?? evaluate;
  if (stage === undefined) return null;
  const { points, definitions, made } = read(stage);
  const epochs = clean?.config.epochs ?? pretrain?.config.epochs ?? 0;
  const before = evaluate === undefined ? [] : read(evaluate).points;
  const chosen = clean?.config.from ?? pretrain?.config.epochs;
  const from = typeof chosen === 'string' ? epochTaken(chosen, before, pretrain) : chosen;
  const startsFrom = clean?.inputs.model ?? run.stages.pretrain ?? stage.key;
  // What was shrunk and perturbed is measured at epoch 0 of the cleaning, and is not the model that was there before.
  const isAsBefore = clean !== undefined && clean.config.shrink_and_perturb === undefined;
  const start = startModel(isAsBefore ? points : [], before, from);
  return {
    name: run.name,
    ablation: run.ablation,
    axes: run.axes,
    work: stage.key,
    state: stateOf(points, epochs),
    ...(made === undefined ? {} : { made }),
    start: start === null ? null : { id: `${startsFrom}@${chosen ?? 'last'}`, ...start },
    points,
    definitions,
    merged: false,
    parameters: parametersOf(run, stages),
    get pretraining() {
      return [...before, ...lossesOf(pretrain)];
    },
    ...(from === undefined ? {} : { from }),
    get losses() {
      return lossesOf(clean ?? pretrain);
    },
    folders: foldersOf(run, stages, outputs),
  };
}

function foldersOf(run: Run, stages: ReadonlyMap<string, Stage>, outputs: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(run.stages).flatMap(([role, key]) => {
      const stage = stages.get(key);
      return stage === undefined ? [] : [[role, stageFolder(outputs, stage.id)]];
    }),
  );
}

/** The epoch that a rule takes of a pre-training, once all of that is measured. */
function epochTaken(
  text: string,
  points: readonly Point[],
  pretrain: PretrainStage | undefined,
): number | undefined {
  const parsed = parseCheckpointRule(text);
  if (!parsed.ok || pretrain === undefined || stateOf(points, pretrain.config.epochs) !== 'done')
    return undefined;
  const ends = points.filter(({ epoch }) => Number.isInteger(epoch) && epoch !== 0);
  return chooseCheckpoint(parsed.rule, ends, isShare)?.epoch ?? undefined;
}

/** Epoch 0 of the cleaning; before that is measured, the checkpoint's own evaluation. */
function startModel(
  cleaning: readonly Point[],
  pretraining: readonly Point[],
  from: number | undefined,
): Omit<StartModel, 'id'> | null {
  const point = cleaning.find(({ epoch }) => epoch === 0) ?? pretraining.find(({ epoch }) => epoch === from);
  return point === undefined ? null : { metrics: point.metrics };
}

function stateOf(points: readonly Point[], epochs: number): RunState {
  if (points.length === 0) return 'missing';
  return points.at(-1)!.epoch! >= epochs ? 'done' : 'unfinished';
}

function readStage(stage: MeasuredStage, outputs: string, notices: Notice[]): Measured {
  const folder = stageFolder(outputs, stage.id);
  const file = join(folder, 'metrics.jsonl');
  const text = readIfThere(file);
  if (text === null) return { points: [], definitions: {} };
  const metrics = parseMetrics(text, file);
  notices.push(...metrics.notices);
  const definitions = readDefinitions(join(folder, 'metrics.json'), notices);
  const made = readMarker(folder)?.finished ?? readAttempt(folder, newestAttempt(folder))?.since;
  return { points: metrics.points, definitions, ...(made === undefined ? {} : { made }) };
}

function readDefinitions(file: string, notices: Notice[]): Record<string, Definition> {
  const text = readIfThere(file);
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, Definition>;
  } catch {
    // told below
  }
  const wrong = text === null ? 'is missing' : 'is not a JSON object';
  notices.push(
    warning('brokenDefinitions', `metrics.json ${wrong}: captions cannot say how the metrics are defined`, {
      place: { file, line: null },
    }),
  );
  return {};
}

function readIfThere(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
