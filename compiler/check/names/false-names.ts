import type { Experiment } from '../../../schema/generated/resolved.js';
import { schemaAt } from '../../language/language.js';
import { toValue } from '../../document/access.js';
import type { Diagnostic } from '../../document/diagnostic.js';
import type { MapNode, Origin } from '../../document/node.js';
import type { Axis, Choice } from '../../expand/axis.js';
import { mergeChoices, type Grid } from '../../expand/grid.js';
import { labelText } from '../../expand/label.js';
import { writtenPaths } from '../../expand/written.js';
import { expandPatch } from '../../resolve/patch.js';
import { problem } from '../../diagnostics/problem.js';
import { finish } from '../load.js';
import { lossClaim, numberClaims, type NumberClaim } from './claims.js';
import { numbersAt, type Numbers } from './numbers.js';
import { swappedStarts } from './swapped-starts.js';

/**
 * Names of ablations and variants that state a number or losses which their runs do not have. Only what a name clearly
 * states counts, and it is true as soon as one value fits: people may call things what they like.
 */
export function falseNames(document: MapNode, grids: readonly Grid[]): Diagnostic[] {
  return [...falseAblations(document, grids), ...grids.flatMap(falseVariants)];
}

function falseAblations(document: MapNode, grids: readonly Grid[]): Diagnostic[] {
  const names = new Map(
    grids.map((grid) => [grid.ablation, grids.filter((one) => one.ablation === grid.ablation)]),
  );
  return [...names].flatMap(([name, own]) => {
    const claims = name === null ? [] : numberClaims(name);
    if (name === null || claims.length === 0) return [];
    const numbers = own.flatMap(numbersOfGrid);
    const wrong = claims.find((claim) => !fits(claim, numbers));
    return wrong === undefined
      ? []
      : [falseName('ablation', name, wrong, numbers, ablationName(document, name))];
  });
}

/** The numbers of all runs of a grid: those of the first, and what its axes set. */
function numbersOfGrid(grid: Grid): Numbers {
  const experiment = finish(
    mergeChoices(
      grid,
      grid.axes.map(() => 0),
      () => undefined,
    ),
  ).experiment;
  return [
    ...numbersAt(experiment),
    ...grid.axes.flatMap((axis) =>
      axis.choices.flatMap(({ patch }) => numbersAt(toValue(expandPatch(patch).node))),
    ),
  ];
}

function falseVariants(grid: Grid): Diagnostic[] {
  return grid.axes.flatMap((axis, index) => {
    if (axis.kind !== 'variants') return [];
    const swapped = swappedStarts(axis);
    const otherAxes = grid.axes.filter((one) => one !== axis);
    const wrongly = axis.choices.flatMap((choice, number) => {
      const label = labelText(choice.label);
      const losses = lossClaim(label, lossNames());
      const claims = numberClaims(label);
      if (losses === null && claims.length === 0) return [];
      const choices = grid.axes.map((_, one) => (one === index ? number : 0));
      const { experiment } = finish(mergeChoices(grid, choices, () => undefined));
      if (experiment === null) return [];
      const numbers = [...numbersAt(experiment), ...otherAxes.flatMap(numbersOfAxis)];
      const wrong = claims.find((claim) => !fits(claim, numbers));
      if (wrong !== undefined) return [falseName('variant', label, wrong, numbers, choice.origin)];
      const others = axis.choices.filter((one) => one !== choice).map((one) => labelText(one.label));
      return losses === null || hasLosses(losses, choice, experiment, others)
        ? []
        : [falseLosses(label, axis, choice, experiment)];
    });
    return [...swapped, ...wrongly];
  });
}

function numbersOfAxis(axis: Axis): Numbers {
  return axis.choices.flatMap(({ patch }) => numbersAt(toValue(expandPatch(patch).node)));
}

/** A claim about keys that nothing has is none. */
function fits({ keys, value }: NumberClaim, numbers: Numbers): boolean {
  const about = keys === null ? numbers : numbers.filter(({ key }) => keys.includes(key));
  return about.length === 0 || about.some((one) => one.value === value);
}

/**
 * Has a section that the variant writes these losses? `ssl` may be short for what is added to the others, so more
 * losses are fine, unless another variant is called what this one has.
 *
 * @param others labels of the other variants
 */
function hasLosses(
  losses: readonly string[],
  choice: Choice,
  experiment: Experiment,
  others: readonly string[],
): boolean {
  const written = sectionsOf(choice);
  if (written.length === 0) return true;
  const named = others.flatMap((label) => lossClaim(label, lossNames())?.join() ?? []);
  return written.some((section) => {
    const found = lossesOf(experiment, section);
    if (found.join() === losses.join()) return true;
    return losses.every((loss) => found.includes(loss)) && !named.includes(found.join());
  });
}

function sectionsOf({ patch }: Choice): ('pretrain' | 'clean')[] {
  const paths = writtenPaths(expandPatch(patch).node);
  return (['pretrain', 'clean'] as const).filter((section) =>
    paths.some((path) => path.startsWith(`${section}.objective`)),
  );
}

function lossesOf(experiment: Experiment, section: 'pretrain' | 'clean'): string[] {
  const objective: Readonly<Record<string, unknown>> = { ...experiment[section]?.objective };
  return Object.keys(objective)
    .filter((loss) => Number(objective[loss]) > 0)
    .sort();
}

function lossNames(): string[] {
  return Object.keys(schemaAt(undefined, ['clean', 'objective'])?.properties ?? {});
}

function falseName(
  what: string,
  name: string,
  { written, noun, value, keys }: NumberClaim,
  numbers: Numbers,
  origin: Origin,
): Diagnostic {
  const found = keys === null ? [] : numbers.filter(({ key }) => keys.includes(key));
  const paths = [...new Set(found.map(({ path, value: other }) => `\`${path}\` is ${labelText(other)}`))];
  const claim = keys === null ? `${labelText(value)} of something` : `a ${noun} of ${labelText(value)}`;
  const instead =
    keys === null
      ? 'no value of its runs is that'
      : `${paths.slice(0, 3).join(', ')}${paths.length > 3 ? ', …' : ''}`;
  return problem('EXPC420', `the ${what} \`${name}\` seems to claim ${claim}, but ${instead}`, {
    origin,
    label: `because of \`${written}\``,
    hint: 'mend the value, or choose a name that does not state it',
  });
}

function falseLosses(label: string, axis: Axis, choice: Choice, experiment: Experiment): Diagnostic {
  const found = sectionsOf(choice).map(
    (section) => `\`${section}.objective\` has ${lossesOf(experiment, section).join(' and ')}`,
  );
  return problem(
    'EXPC420',
    `the variant \`${label}\` of \`${axis.name}\` seems to claim other losses than it has`,
    {
      origin: choice.origin,
      label: found.join(', '),
      hint: 'mend the weights, or choose another name',
    },
  );
}

function ablationName(document: MapNode, name: string): Origin {
  const list = document.entries.get('ablations')?.value;
  for (const ablation of list?.kind === 'list' ? list.items : []) {
    const node = ablation.kind === 'map' ? ablation.entries.get('name')?.value : undefined;
    if (node?.kind === 'scalar' && node.value === name) return node.origin;
  }
  return document.origin;
}
