import type { Stage } from '../../../schema/plan.js';
import type { EvaluateStage } from '../../../schema/stages/evaluation.js';
import { devicesOf } from '../own-devices.js';

/** One job: a stage, and the measurements that are made inside it. */
export interface Element {
  readonly stage: Stage;
  readonly observers: readonly EvaluateStage[];
}

/** Jobs that are submitted as one: stages that ask for the same and wait for the same. */
export interface BatchPlan {
  readonly elements: readonly Element[];
  /** Keys of the stages to be done before. */
  readonly after: readonly string[];
}

interface Options {
  /** Keys of the stages that are to be done, with a job already or without. */
  readonly open: ReadonlySet<string>;
  /** Most elements of one batch. */
  readonly size: number;
}

/** Cuts stages that have no job into batches, each after those that it waits for. */
export function planBatches(stages: readonly Stage[], { open, size }: Options): BatchPlan[] {
  const groups = new Map<string, BatchPlan & { readonly elements: Element[] }>();
  for (const element of elementsOf(stages)) {
    const after = waitsFor(element, open);
    const name = [element.stage.kind, devicesOf(element.stage), ...after].join(' ');
    const group = groups.get(name) ?? { elements: [], after };
    group.elements.push(element);
    groups.set(name, group);
  }
  return inOrder([...groups.values()]).flatMap(({ elements, after }) =>
    Array.from({ length: Math.ceil(elements.length / size) }, (_, part) => ({
      elements: elements.slice(part * size, (part + 1) * size),
      after,
    })),
  );
}

/** A measurement of a pre-training that is among the stages is made inside it. */
function elementsOf(stages: readonly Stage[]): Element[] {
  const trained = new Set(stages.filter(({ kind }) => kind === 'pretrain').map(({ key }) => key));
  const isObserver = (stage: Stage): stage is EvaluateStage =>
    stage.kind === 'evaluate' && trained.has(stage.inputs.model);
  const observers = stages.filter(isObserver);
  return stages
    .filter((stage) => !isObserver(stage))
    .map((stage) => ({ stage, observers: observers.filter(({ inputs }) => inputs.model === stage.key) }));
}

function waitsFor({ stage, observers }: Element, open: ReadonlySet<string>): string[] {
  const inputs = [stage, ...observers].flatMap((each) => Object.values<string>(each.inputs));
  return [...new Set(inputs)].filter((key) => open.has(key) && key !== stage.key).sort();
}

/** Each after the batches that make what it waits for; what waits for none of these comes in its old place. */
function inOrder<Batch extends BatchPlan>(batches: readonly Batch[]): Batch[] {
  const keysOf = ({ elements }: Batch) =>
    elements.flatMap(({ stage, observers }) => [stage.key, ...observers.map(({ key }) => key)]);
  const missing = new Set(batches.flatMap(keysOf));
  const ordered: Batch[] = [];
  let rest = [...batches];
  while (rest.length > 0) {
    const next = rest.filter(({ after }) => !after.some((key) => missing.has(key)));
    if (next.length === 0) throw new Error('stages that wait for each other');
    for (const batch of next) for (const key of keysOf(batch)) missing.delete(key);
    ordered.push(...next);
    rest = rest.filter((batch) => !next.includes(batch));
  }
  return ordered;
}
