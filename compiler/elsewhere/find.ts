import type { ExperimentStart } from '../../schema/generated/resolved.js';
import type { Plan, Run, Stage } from '../../schema/plan.js';
import { nodeAt } from '../document/access.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { MapNode, Origin } from '../document/node.js';
import { labelOf, labelText } from '../expand/label.js';
import * as message from './messages.js';

/** A training stage of another experiment, and the stage that measured its epochs. */
export interface FoundStage {
  readonly stage: Extract<Stage, { kind: 'pretrain' | 'clean' }>;
  readonly measured: Extract<Stage, { kind: 'evaluate' | 'clean' }>;
}

/**
 * The stage that a start means: the one that all runs have which fit `ablation` and `where`. A diagnostic where there
 * is none, or more than one.
 *
 * @param node the start as it is written
 */
export function findStage(plan: Plan, start: ExperimentStart, node: MapNode): FoundStage | Diagnostic {
  const wrong = unknownNames(plan, start, node);
  if (wrong !== null) return wrong;
  const runs = plan.runs.filter((run) => fits(run, start, node));
  const byKey = new Map(plan.stages.map((stage) => [stage.key, stage]));
  const candidates = new Map<string, { found: FoundStage; runs: Run[] }>();
  for (const run of runs) {
    const found = stageOf(run, start.stage, byKey);
    if (found === null) continue;
    const name = `${found.stage.key} ${found.measured.key}`;
    if (!candidates.has(name)) candidates.set(name, { found, runs: [] });
    candidates.get(name)!.runs.push(run);
  }
  const [only, ...others] = candidates.values();
  if (only === undefined) return message.noStage(plan, start, node, runs.length);
  if (others.length > 0)
    return message.notOneStage(
      start,
      node,
      [...candidates.values()].map((one) => one.runs),
    );
  return only.found;
}

function stageOf(
  run: Run,
  kind: ExperimentStart['stage'],
  byKey: ReadonlyMap<string, Stage>,
): FoundStage | null {
  const stage = byKey.get(run.stages[kind] ?? '');
  if (stage?.kind === 'clean') return { stage, measured: stage };
  const measured = byKey.get(run.stages.evaluate ?? '');
  return stage?.kind === 'pretrain' && measured?.kind === 'evaluate' ? { stage, measured } : null;
}

function fits(run: Run, { ablation }: ExperimentStart, node: MapNode): boolean {
  if (ablation !== undefined && run.ablation !== ablation) return false;
  return conditionsOf(node).every(
    ([axis, label]) => axis in run.axes && labelText(run.axes[axis]!) === label,
  );
}

/** The labels of `where`, as they are compared: `1e-3` and `0.001` are the same. */
function conditionsOf(
  node: MapNode,
): (readonly [axis: string, label: string, origin: Origin, key: Origin])[] {
  const where = nodeAt(node, ['where']);
  if (where?.kind !== 'map') return [];
  return [...where.entries].map(
    ([axis, { key, value }]) => [axis, labelText(labelOf(value)), value.origin, key] as const,
  );
}

/** An ablation, an axis or a label that the other experiment does not have. */
function unknownNames(plan: Plan, { path, ablation }: ExperimentStart, node: MapNode): Diagnostic | null {
  const ablations = [...new Set(plan.runs.flatMap((run) => (run.ablation === null ? [] : [run.ablation])))];
  if (ablation !== undefined && !ablations.includes(ablation))
    return message.unknownName('ablation', ablation, path, ablations, nodeAt(node, ['ablation'])!.origin);
  const runs = plan.runs.filter((run) => ablation === undefined || run.ablation === ablation);
  for (const [axis, label, origin, key] of conditionsOf(node)) {
    const axes = [...new Set(runs.flatMap((run) => Object.keys(run.axes)))];
    if (!axes.includes(axis)) return message.unknownName('axis', axis, path, axes, key);
    const labels = [
      ...new Set(runs.flatMap((run) => (axis in run.axes ? [labelText(run.axes[axis]!)] : []))),
    ];
    if (!labels.includes(label))
      return message.unknownName(`label on \`${axis}\``, label, path, labels, origin);
  }
  return null;
}
