import { isDeepStrictEqual } from 'node:util';
import type { Experiment, ExperimentStart } from '../../schema/generated/resolved.js';
import type { Plan, Run } from '../../schema/plan.js';
import type { PoisonStage } from '../../schema/stages/poison.js';
import { entryAt, nodeAt, originAt } from '../document/access.js';
import type { Diagnostic } from '../document/diagnostic.js';
import type { MapNode, Origin } from '../document/node.js';
import { problem } from '../diagnostics/problem.js';
import { orList, suggest } from '../diagnostics/suggest.js';
import { labelText } from '../expand/label.js';

const nouns = { pretrain: 'pre-training', clean: 'cleaning' } as const;

/** The value of `path`, or what stands nearest. */
export function pathOrigin(node: MapNode): Origin {
  return nodeAt(node, ['path'])?.origin ?? node.origin;
}

export function unreadable(
  node: MapNode,
  file: string,
  code: 'EXPC001' | 'EXPC002',
  says: string,
): Diagnostic {
  return problem(code, `\`${String(pathText(node))}\` ${says}`, {
    origin: pathOrigin(node),
    label: `read as ${file}`,
    hint: 'file names are relative to the file that they are written in',
  });
}

export function otherHasErrors(node: MapNode, file: string): Diagnostic {
  return problem('EXPC416', `the experiment \`${String(pathText(node))}\` has errors`, {
    origin: pathOrigin(node),
    hint: `\`expc check ${file}\` says which`,
  });
}

export function circle(node: MapNode, files: readonly string[]): Diagnostic {
  return problem('EXPC313', `experiments start from each other in a circle: ${files.join(' → ')}`, {
    origin: pathOrigin(node),
    label: files.length === 2 ? 'an experiment cannot start from itself' : 'closes the circle',
  });
}

/** @param said of the circle, where it closes */
export function partOfCircle(node: MapNode, said: string): Diagnostic {
  return problem('EXPC313', said, { origin: pathOrigin(node), label: 'leads into the circle' });
}

/** @param what it is that the other experiment has no such of: `ablation`, `axis`, `label on \`lr\`` */
export function unknownName(
  what: string,
  name: string,
  path: string,
  known: readonly string[],
  origin: Origin,
): Diagnostic {
  const near = suggest(name, known);
  const there = known.length === 0 || known.length > 12 ? {} : { hint: `it has ${orList(known)}` };
  return problem('EXPC416', `\`${path}\` has no ${what} called \`${name}\``, {
    origin,
    ...(near === undefined ? there : { label: `did you mean \`${near}\`?` }),
  });
}

export function noStage(plan: Plan, start: ExperimentStart, node: MapNode, runs: number): Diagnostic {
  const noun = nouns[start.stage];
  const message =
    runs === 0
      ? `no run of \`${start.path}\` has all that \`where\` asks for`
      : `\`${start.path}\` has no ${noun} of its own to start from`;
  const origin = (runs === 0 ? entryAt(node, ['where'])?.key : undefined) ?? pathOrigin(node);
  return problem('EXPC416', message, {
    origin,
    hint: `\`expc plan ${plan.file}\` shows its runs`,
  });
}

/** @param groups for each stage that fits the runs that have it */
export function notOneStage(
  start: ExperimentStart,
  node: MapNode,
  groups: readonly (readonly Run[])[],
): Diagnostic {
  const telling = tellingAxes(groups);
  const plural = `${groups.length} ${nouns[start.stage]}s`;
  const ablations = new Set(groups.map((runs) => runs[0]!.ablation));
  const [first] = telling;
  const hint =
    first !== undefined
      ? `say which: \`where: { ${first.axis}: ${first.labels[0]} }\` (${telling.map(({ axis, labels }) => `\`${axis}\` is ${orList(labels.slice(0, 4))}`).join('; ')})`
      : ablations.size > 1
        ? `say which: \`ablation: ${[...ablations][0] ?? ''}\``
        : 'no axis tells them apart: give their runs an axis that does';
  return problem('EXPC417', `\`${start.path}\` has ${plural} that fit`, {
    origin: entryAt(node, ['where'])?.key ?? pathOrigin(node),
    hint,
  });
}

/** Axes on which every stage has one label, and not all the same. */
function tellingAxes(groups: readonly (readonly Run[])[]): { axis: string; labels: string[] }[] {
  const axes = [...new Set(groups.flatMap((runs) => runs.flatMap((run) => Object.keys(run.axes))))];
  return axes.flatMap((axis) => {
    const labels = groups.map(
      (runs) => new Set(runs.map((run) => (axis in run.axes ? labelText(run.axes[axis]!) : ''))),
    );
    if (labels.some((some) => some.size !== 1)) return [];
    const distinct = [...new Set(labels.flatMap((some) => [...some]))].filter((label) => label !== '');
    return distinct.length > 1 ? [{ axis, labels: distinct }] : [];
  });
}

export function otherModel(node: MapNode, start: ExperimentStart, model: Origin): Diagnostic {
  return problem(
    'EXPC419',
    `the ${nouns[start.stage]} of \`${start.path}\` is of another model than this experiment's`,
    {
      origin: pathOrigin(node),
      related: [{ message: 'the model of this experiment', place: model.place }],
      hint: 'let both extend the same model template',
    },
  );
}

export function noSuchEpoch(node: MapNode, start: ExperimentStart, epochs: number): Diagnostic {
  return problem(
    'EXPC412',
    `the ${nouns[start.stage]} of \`${start.path}\` has ${epochs} epochs, not ${String(start.epoch)}`,
    {
      origin: nodeAt(node, ['epoch'])?.origin ?? node.origin,
    },
  );
}

/** An attack that is measured otherwise than it was trained into the model. */
export function otherAttack(
  node: MapNode,
  start: ExperimentStart,
  { evaluate, poison }: Experiment,
  trained: PoisonStage | null,
  root: MapNode,
): Diagnostic | null {
  if (trained === null) return null;
  const measured = {
    trigger: evaluate.asr.trigger ?? poison?.trigger,
    target: evaluate.asr.target ?? poison?.target,
  };
  const differs = (['trigger', 'target'] as const).find(
    (key) => measured[key] !== undefined && !isDeepStrictEqual(measured[key], trained.config[key]),
  );
  if (differs === undefined) return null;
  const section = evaluate.asr[differs] === undefined ? ['poison'] : ['evaluate', 'asr'];
  return problem('EXPC407', `the attack is measured with another ${differs} than \`${start.path}\` trained`, {
    origin: originAt(root, [...section, differs]),
    related: [{ message: 'the model starts from there', place: pathOrigin(node).place }],
    hint: 'let both extend the same attack',
  });
}

function pathText(node: MapNode): unknown {
  const path = nodeAt(node, ['path']);
  return path?.kind === 'scalar' ? path.value : '';
}
