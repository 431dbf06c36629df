import type { Diagnostic } from '../../document/diagnostic.js';
import type { MapNode, Node, Origin } from '../../document/node.js';
import { problem } from '../../diagnostics/problem.js';
import type { Code } from '../../diagnostics/codes.js';
import { orList, suggest } from '../../diagnostics/suggest.js';
import { schemaAt } from '../../language/language.js';

/** Figures have names of their own, and name ablations and axes that exist. */
export function figuresRefer(document: MapNode): Diagnostic[] {
  const figures = maps(document.entries.get('figures')?.value);
  const ablations = maps(document.entries.get('ablations')?.value);
  const byName = new Map(ablations.map((ablation) => [text(ablation, 'name') ?? '', ablation] as const));
  return [...namedOnce(figures), ...figures.flatMap((figure) => checkFigure(figure, byName))];
}

function namedOnce(figures: readonly MapNode[]): Diagnostic[] {
  const first = new Map<string, Origin>();
  return figures.flatMap((figure) => {
    const name = text(figure, 'name');
    const origin = figure.entries.get('name')?.value.origin;
    if (name === undefined || origin === undefined) return [];
    const before = first.get(name);
    if (before === undefined) {
      first.set(name, origin);
      return [];
    }
    const related = [{ message: 'first here', place: before.place }];
    return problem('EXPC503', `two figures are called \`${name}\``, { origin, related });
  });
}

function checkFigure(figure: MapNode, ablations: ReadonlyMap<string, MapNode>): Diagnostic[] {
  const missing = ablationMentions(figure).filter(([name]) => !ablations.has(name));
  if (missing.length > 0)
    return missing.map(([name, origin]) =>
      unknown(
        'EXPC401',
        `there is no ablation \`${name}\``,
        name,
        [...ablations.keys()],
        origin,
        'the ablations are',
      ),
    );
  const name = text(figure, 'ablation');
  const shown = name === undefined ? [...ablations.values()] : [ablations.get(name)!];
  const axes = [...new Set(shown.flatMap(axisNames))];
  return axisMentions(figure)
    .filter(([axis]) => !axes.includes(axis) && !isAlwaysThere(axis) && !isParameter(axis))
    .map(([axis, origin]) => {
      const message =
        name === undefined
          ? `no ablation has an axis \`${axis}\``
          : `ablation \`${name}\` has no axis \`${axis}\``;
      return unknown('EXPC505', message, axis, axes, origin, 'the axes are');
    });
}

function unknown(
  code: Code,
  message: string,
  name: string,
  known: readonly string[],
  origin: Origin,
  lead: string,
): Diagnostic {
  const near = suggest(name, known);
  if (near !== undefined) return problem(code, message, { origin, label: `did you mean \`${near}\`?` });
  const hint = known.length === 0 ? 'there are none' : `${lead} ${orList(known)}`;
  return problem(code, message, { origin, hint });
}

/** The axes of an ablation, in the order of the file. */
export function axisNames(ablation: MapNode): string[] {
  const blocks = [ablation, ...maps(ablation.entries.get('grids')?.value)];
  const names = blocks.flatMap((block) =>
    ['matrix', 'zip'].flatMap((key) => {
      const axes = block.entries.get(key)?.value;
      return axes?.kind === 'map' ? [...axes.entries.keys()] : [];
    }),
  );
  return ablation.entries.has('seeds') ? [...names, 'seed'] : names;
}

/** Ablations that a figure names, as its own or among the labels of `where` and `exclude`. */
function ablationMentions(figure: MapNode): [string, Origin][] {
  const selections = [figure.entries.get('where')?.value, ...maps(figure.entries.get('exclude')?.value)];
  return [figure, ...selections].flatMap((map) =>
    map?.kind === 'map' ? texts(map.entries.get('ablation')?.value) : [],
  );
}

const isAlwaysThere = (axis: string): boolean => axis === 'ablation' || axis === 'run';

/** Values that every run has, varied or not, may stand for axes: `clean.data.poisons`. */
function isParameter(path: string): boolean {
  const steps = path.split('.');
  const place = steps[0] ?? '';
  return ['pretrain', 'clean', 'poison', 'model'].includes(place) && schemaAt(undefined, steps) !== undefined;
}

/** Axes that a figure names: the values of some keys, and the keys of `where`, `exclude` and of a reference's `where`. */
function axisMentions(figure: MapNode): [string, Origin][] {
  const isGrid = text(figure, 'kind') === 'heatmap';
  const named = ['facet', 'series', 'color', 'shape', 'axis', 'order', 'rows', ...(isGrid ? ['x', 'y'] : [])];
  const values = named.flatMap((key): [string, Origin][] => {
    return texts(figure.entries.get(key)?.value);
  });
  const selections = [
    figure.entries.get('where')?.value,
    ...maps(figure.entries.get('exclude')?.value),
    ...maps(figure.entries.get('reference')?.value).map((reference) => reference.entries.get('where')?.value),
  ];
  const keys = selections.flatMap((selection) =>
    selection?.kind === 'map'
      ? [...selection.entries].map(([axis, { key }]): [string, Origin] => [axis, key])
      : [],
  );
  return [...values, ...keys];
}

/** A text, or each of a list. */
function texts(node: Node | undefined): [string, Origin][] {
  return (node?.kind === 'list' ? node.items : [node]).flatMap((item): [string, Origin][] =>
    item?.kind === 'scalar' && typeof item.value === 'string' ? [[item.value, item.origin]] : [],
  );
}

function maps(node: Node | undefined): MapNode[] {
  return node?.kind === 'list' ? node.items.filter((item): item is MapNode => item.kind === 'map') : [];
}

function text(map: MapNode, key: string): string | undefined {
  const value = map.entries.get(key)?.value;
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}
