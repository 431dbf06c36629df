import type { AxisValue } from '../schema/plan.js';
import { longEnough, madeInTime, type Bounds } from './left-out.js';
import { error, some, warning, type Notice } from './notice.js';
import { inOrder } from './order.js';
import type { Point, Results, RunResult, StartModel } from './results/types.js';
import { bestRuns } from './rule.js';

/** Which runs a figure is about: by ablation, by labels of axes, by when they were made and how much is measured. */
export interface Choice extends Bounds {
  readonly ablation?: string;
  /** Axis or parameter -> a label or a list of labels. */
  readonly where?: Readonly<Record<string, unknown>>;
  /** Runs that meet any of these are left out. */
  readonly exclude?: readonly Readonly<Record<string, unknown>>[];
  /** Runs of which no evaluation meets it are left out. */
  readonly rule?: string;
  /** Only so many runs, the best by the rule. */
  readonly top?: number;
  readonly points?: string;
  /** Axes or parameters by which runs are put in order. */
  readonly order?: readonly string[];
}

export interface Chosen {
  /** Those of which enough is measured. */
  readonly runs: readonly RunResult[];
  /** All that meet the labels, measured or not. */
  readonly meant: readonly RunResult[];
  readonly notices: readonly Notice[];
}

/** The runs that meet a choice, in its order. An empty choice, or one of unknown axes, is an error. */
export function selectRuns(results: Results, choice: Choice): Chosen {
  const { ablation, where = {}, exclude = [] } = choice;
  const notices: Notice[] = [];
  const ablations = [...new Set(results.runs.flatMap((run) => run.ablation ?? []))];
  if (ablation !== undefined && !ablations.includes(ablation))
    notices.push(
      error('unknownAblation', `no run belongs to an ablation \`${ablation}\``, hintOf(ablations)),
    );
  const named = [...Object.keys(where), ...exclude.flatMap(Object.keys), ...(choice.order ?? [])];
  notices.push(...unknownAxes(results.runs, [...new Set(named)]), ...unknownLabels(results.runs, where));
  const labelled = results.runs.filter(
    (run) =>
      (ablation === undefined || run.ablation === ablation) &&
      isWhere(run, where) &&
      !exclude.some((entry) => isWhere(run, entry)),
  );
  const timely = madeInTime(labelled, choice);
  const meant = choice.order === undefined ? timely.runs : inOrder(timely.runs, choice.order, labelAt);
  const long = longEnough(meant, choice);
  const measured = long.runs;
  const ranked = bestRuns(measured, choice, notices);
  const runs = choice.order === undefined ? ranked : inOrder(ranked, choice.order, labelAt);
  if (measured.length === 0 && notices.length === 0)
    notices.push(nothing(results, meant, choice, labelled.length), ...timely.notices);
  else notices.push(...timely.notices, ...long.notices, ...unfinished(meant));
  const isWrong = notices.some(({ severity }) => severity === 'error');
  return { runs: isWrong ? [] : runs, meant, notices };
}

/** Whether a name is an axis or a parameter of some run; `ablation` and `run` always are. */
export function isAxisOf(runs: readonly RunResult[]): (name: string) => boolean {
  const known = new Set(['ablation', 'run', ...runs.flatMap(({ axes }) => Object.keys(axes))]);
  return (name) => known.has(name) || runs.some(({ parameters = {} }) => Object.hasOwn(parameters, name));
}

/** An error for each name that is neither an axis nor a parameter of any run. */
export function unknownAxes(runs: readonly RunResult[], names: readonly string[]): Notice[] {
  const known = axisNames(runs);
  const isAxis = isAxisOf(runs);
  return names
    .filter((name) => !isAxis(name))
    .map((name) => error('unknownAxis', `no run has an axis \`${name}\``, hintOf(known)));
}

function unknownLabels(runs: readonly RunResult[], where: Readonly<Record<string, unknown>>): Notice[] {
  return Object.entries(where).flatMap(([axis, wanted]) => {
    if (unknownAxes(runs, [axis]).length > 0) return [];
    const labels = [...new Set(runs.map((run) => labelAt(run, axis)))];
    return listOf(wanted)
      .filter((label) => !labels.includes(label as AxisValue))
      .map((label) =>
        error(
          'unknownLabel',
          `no run has the label ${JSON.stringify(label)} on axis \`${axis}\``,
          hintOf(labels.map(String)),
        ),
      );
  });
}

const listOf = (wanted: unknown): readonly unknown[] => (Array.isArray(wanted) ? wanted : [wanted]);

/** Axes of the runs in the order of their first appearance, and `ablation` where there are several. */
export function axisNames(runs: readonly RunResult[]): string[] {
  const names = [...new Set(runs.flatMap(({ axes }) => Object.keys(axes)))];
  const several = new Set(runs.map(({ ablation }) => ablation)).size > 1;
  return several && !names.includes('ablation') ? ['ablation', ...names] : names;
}

/** The label of a run along an axis or parameter; null where it lacks it. `ablation` and `run` count as axes. */
export function labelAt(run: RunResult, axis: string): AxisValue {
  const label = run.axes[axis] ?? run.parameters?.[axis];
  if (label !== undefined) return label;
  if (axis === 'run') return run.name;
  return axis === 'ablation' ? run.ablation : null;
}

export interface Group {
  /** One label for each of the axes that make the groups. */
  readonly labels: readonly AxisValue[];
  /** Equal work counts once, however many ablations ask for it. */
  readonly runs: readonly RunResult[];
}

/** Pools runs whose labels along `axes` are equal, in the order of their first appearance. */
export function groupRuns(runs: readonly RunResult[], axes: readonly string[]): Group[] {
  const groups = new Map<string, { labels: AxisValue[]; runs: Map<string, RunResult> }>();
  for (const run of runs) {
    const labels = axes.map((axis) => labelAt(run, axis));
    const key = JSON.stringify(labels);
    const group = groups.get(key) ?? { labels, runs: new Map<string, RunResult>() };
    if (!group.runs.has(run.work)) group.runs.set(run.work, run);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ labels, runs: members }) => ({ labels, runs: [...members.values()] }));
}

/** The different start models of some runs, in the order of the runs. */
export function startModels(runs: readonly RunResult[]): StartModel[] {
  const starts = new Map<string, StartModel>();
  for (const { start } of runs) if (start !== null && !starts.has(start.id)) starts.set(start.id, start);
  return [...starts.values()];
}

export type PointRule = 'all' | 'epoch-ends' | 'last';

/** The evaluations of a run that a rule keeps. Evaluations in the middle of an epoch have a fractional epoch. */
export function pointsOf(run: RunResult, rule: PointRule): readonly Point[] {
  const ends = () => run.points.filter(({ epoch }) => Number.isInteger(epoch));
  if (rule === 'all') return run.points;
  return rule === 'epoch-ends' ? ends() : ends().slice(-1);
}

function isWhere(run: RunResult, where: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(where).every(([axis, wanted]) => listOf(wanted).includes(labelAt(run, axis)));
}

function nothing(results: Results, meant: readonly RunResult[], choice: Choice, labelled: number): Notice {
  if (results.runs.length === 0)
    return error('nothingSelected', 'the experiment has no run that measures anything');
  if (meant.length === 0 && labelled > 0)
    return error('nothingSelected', `none of the ${labelled} selected runs was made in that time`);
  if (meant.length === 0)
    return error('nothingSelected', `none of ${results.runs.length} runs has all of these labels`);
  const most = Math.max(...meant.map(({ points }) => points.length));
  return most === 0
    ? error('nothingSelected', `none of the ${meant.length} selected runs has been measured yet`)
    : error('nothingSelected', `no selected run has ${choice.min_points} evaluations`, {
        hint: `the most that one has is ${most}`,
      });
}

function unfinished(runs: readonly RunResult[]): Notice[] {
  const of = (state: RunResult['state']) => runs.filter((run) => run.state === state).map(({ name }) => name);
  const [going, missing] = [of('unfinished'), of('missing')];
  const parts = [
    ...(going.length > 0 ? [`${going.length} unfinished (${some(going)})`] : []),
    ...(missing.length > 0 ? [`${missing.length} not started (${some(missing)})`] : []),
  ];
  if (parts.length === 0) return [];
  return [
    warning('unfinishedRuns', `of ${runs.length} runs, ${parts.join(' and ')}: what they lack is not shown`),
  ];
}

function hintOf(known: readonly string[]): { hint: string } {
  return { hint: known.length === 0 ? 'there are none' : `there are ${some(known, 12)}` };
}
