import type { Plan, Run, Stage, StageKind } from '../../schema/plan.js';
import { labelText } from '../expand/label.js';
import { shortNames } from '../expand/name.js';
import type { AblationSummary, Compiled } from '../index.js';
import { columns, count, thousands } from './columns.js';
import { startLines } from './starts.js';
import { trainingNotes } from './training-notes.js';
import { runStanding, standings, type Standing, type StandingOf } from '../plan/standing.js';

export interface PlanTextOptions {
  readonly standingOf: StandingOf;
  /** Rows of each table; the default shows all. */
  readonly limit?: number;
}

/** What a plan would do, for a terminal: the runs by what varies, the stages they share, what is left to do. */
export function planText(compiled: readonly Compiled[], { standingOf, limit }: PlanTextOptions): string {
  const plans = compiled.filter((one): one is Compiled & { plan: Plan } => one.plan !== null);
  const standing = new Map(plans.flatMap(({ plan }) => [...standings(plan, standingOf)]));
  const parts = plans.map((one) => experimentText(one, standing, limit ?? Infinity));
  const stages = new Map(plans.flatMap(({ plan }) => plan.stages.map((stage) => [stage.key, stage])));
  return [...parts, stagesText([...stages.values()], standing, plans.length)].join('\n');
}

function experimentText(
  { plan, ablations, file }: Compiled & { plan: Plan },
  standing: ReadonlyMap<string, Standing>,
  limit: number,
): string {
  const head = `${plan.experiment}: ${count(plan.runs.length, 'run')} (${file})\n`;
  const starts = [...startLines(plan), ...trainingNotes(plan)].map((line) => `${line}\n`);
  const title = `${plan.title === null ? '' : `${plan.title}\n`}${starts.join('')}`;
  if (ablations.length === 0) {
    const [run] = plan.runs;
    return `${head}${title}${run === undefined ? '' : `  ${runStanding(run, standing)}\n`}`;
  }
  const byName = groupRuns(plan.runs);
  const tables = ablations.map((ablation) => {
    const runs = byName.get(ablation.name) ?? [];
    return `\n${ablationHead(ablation, runs.length)}${runsTable(runs, standing, limit)}`;
  });
  return `${head}${title}${tables.join('')}`;
}

function groupRuns(runs: readonly Run[]): Map<string, Run[]> {
  const groups = new Map<string, Run[]>();
  for (const run of runs) {
    const name = run.ablation ?? '';
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [run]);
    else group.push(run);
  }
  return groups;
}

/** `main: 68 runs (76 combinations, 8 excluded)`. */
function ablationHead(
  { name, title, product, excluded, included, merged }: AblationSummary,
  runs: number,
): string {
  const notes = [count(product, 'combination')];
  if (excluded > 0) notes.push(`${thousands(excluded)} excluded`);
  if (merged > 0) notes.push(`${thousands(merged)} in two grids`);
  if (included > 0) notes.push(`${thousands(included)} included`);
  return `${name}: ${count(runs, 'run')} (${notes.join(', ')})\n${title === null ? '' : `${title}\n`}`;
}

/** One row a run: its labels on the axes that vary, and how it stands. */
function runsTable(runs: readonly Run[], standing: ReadonlyMap<string, Standing>, limit: number): string {
  const axes = [...new Set(runs.slice(0, 10_000).flatMap((run) => Object.keys(run.axes)))];
  const varies = (axis: string) => runs.some((run) => run.axes[axis] !== runs[0]!.axes[axis]);
  // Of a single run nothing varies: then all that names it is shown.
  const varying = runs.length === 1 ? axes : axes.filter(varies);
  const short = shortNames(axes);
  const shown = runs.slice(0, limit);
  const rows = shown.map((run) => [
    ...varying.map((axis) => (axis in run.axes ? labelText(run.axes[axis]!) : '')),
    runStanding(run, standing),
  ]);
  const more = runs.length - shown.length;
  const table = columns([[...varying.map((axis) => short.get(axis)!), ''], ...rows], '  ');
  return more === 0 ? table : `${table}  … and ${count(more, 'more run')} (\`--all\` shows them)\n`;
}

const kinds: readonly StageKind[] = [
  'dataset',
  'poison',
  'weights',
  'pretrain',
  'evaluate',
  'subset',
  'label',
  'clean',
];
const statuses = ['done', 'running', 'interrupted', 'failed', 'new'] as const;
const statusNames = {
  done: 'done',
  running: 'running',
  interrupted: 'interrupted',
  failed: 'failed before',
  new: 'to do',
};

function stagesText(
  stages: readonly Stage[],
  standing: ReadonlyMap<string, Standing>,
  experiments: number,
): string {
  const shown = statuses.filter((status) => stages.some(({ key }) => standing.get(key)!.status === status));
  const rows = kinds.flatMap((kind) => {
    const some = stages.filter((stage) => stage.kind === kind);
    if (some.length === 0) return [];
    const counts = shown.map(
      (status) => some.filter(({ key }) => standing.get(key)!.status === status).length,
    );
    return [[kind, ...[some.length, ...counts].map(thousands)]];
  });
  const across = experiments > 1 ? ` over ${experiments} experiments` : '';
  const head = `${count(stages.length, 'stage')}${across}, each done once\n`;
  const table = columns([['', 'all', ...shown.map((status) => statusNames[status])], ...rows], '  ');
  return `${head}${table}${failures(stages, standing)}${left(stages, standing)}`;
}

/** The failures that a new run would try again, the same message once. */
function failures(stages: readonly Stage[], standing: ReadonlyMap<string, Standing>): string {
  const byMessage = new Map<string, string[]>();
  for (const { key, id } of stages) {
    const { status, message } = standing.get(key)!;
    if (status !== 'failed') continue;
    const text = message ?? 'no message';
    byMessage.set(text, [...(byMessage.get(text) ?? []), id]);
  }
  return [...byMessage]
    .map(([message, ids]) => {
      const others = ids.length > 1 ? ` and ${ids.length - 1} more` : '';
      return `failed before: ${ids[0]}${others}: ${message}\n`;
    })
    .join('');
}

/** How much training is left. */
function left(stages: readonly Stage[], standing: ReadonlyMap<string, Standing>): string {
  const todo = stages.filter(({ key }) => standing.get(key)!.status !== 'done');
  if (todo.length === 0) return 'nothing is left to do\n';
  const pretraining = epochs(todo.filter((stage) => stage.kind === 'pretrain'));
  const cleaning = epochs(todo.filter((stage) => stage.kind === 'clean'));
  const parts = [
    ...(pretraining > 0 ? [`${count(pretraining, 'epoch')} of pre-training`] : []),
    ...(cleaning > 0
      ? [`${count(cleaning, 'epoch')} of cleaning (${count(cleanedPairs(todo, stages), 'pair')})`]
      : []),
  ];
  return `left to do: ${count(todo.length, 'stage')}${parts.length > 0 ? `, ${parts.join(', ')}` : ''}\n`;
}

function epochs(stages: readonly Stage[]): number {
  return stages.reduce((sum, stage) => sum + ('epochs' in stage.config ? stage.config.epochs : 0), 0);
}

/** Pairs that cleaning trains on, epochs counted: full batches of the cleaning set. */
function cleanedPairs(todo: readonly Stage[], all: readonly Stage[]): number {
  const byKey = new Map(all.map((stage) => [stage.key, stage]));
  return todo.reduce((sum, stage) => {
    if (stage.kind !== 'clean') return sum;
    const { batch_size: batch, epochs: passes } = stage.config;
    return sum + passes * batch * Math.floor(subsetSize(byKey.get(stage.inputs.data), byKey) / batch);
  }, 0);
}

function subsetSize(stage: Stage | undefined, byKey: ReadonlyMap<string, Stage>): number {
  if (stage?.kind === 'subset') return stage.config.size;
  return stage?.kind === 'poison' ? subsetSize(byKey.get(stage.inputs.dataset), byKey) : 0;
}
