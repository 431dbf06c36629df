import type { MapNode } from '../document/node.js';
import type { Axis } from '../expand/axis.js';
import { writtenPaths } from '../expand/written.js';
import { linksOf, readThrough, type Link } from './links.js';
import { related } from './paths.js';

/** What an axis changes, and what its values look at. */
export interface Reach {
  readonly writes: readonly string[];
  readonly reads: readonly string[];
}

/** The keys that change what other keys of a document mean: nothing can be said of such an axis alone. */
const changesEverything = ['compatibility', 'expc'];

/**
 * Sort axes into clusters that have nothing to do with each other: what one changes, no other changes or looks at. The
 * documents of all combinations then follow from those of each cluster alone.
 *
 * @param changed for each axis the paths that its choices were seen to change in finished documents
 * @returns clusters of axis numbers, in order
 */
export function clusterAxes(
  axes: readonly Axis[],
  base: MapNode,
  changed: readonly ReadonlySet<string>[],
): number[][] {
  const links = [
    ...linksOf(base),
    ...axes.flatMap((axis) => axis.choices.flatMap(({ patch }) => linksOf(patch))),
  ];
  const reaches = axes.map((axis, index) => reachOf(axis, changed[index]!, links));
  const cluster = axes.map((_, index) => index);
  for (let a = 0; a < axes.length; a++)
    for (let b = a + 1; b < axes.length; b++)
      if (cluster[a] !== cluster[b] && entangled(reaches[a]!, reaches[b]!)) {
        const [keep, drop] = [cluster[a]!, cluster[b]!].sort((x, y) => x - y);
        for (let i = 0; i < axes.length; i++) if (cluster[i] === drop) cluster[i] = keep!;
      }
  return [...new Set(cluster)].map((id) =>
    axes.flatMap((_, index) => (cluster[index] === id ? [index] : [])),
  );
}

function reachOf(axis: Axis, changed: ReadonlySet<string>, links: readonly Link[]): Reach {
  const written = new Set(axis.choices.flatMap(({ patch }) => writtenPaths(patch).flatMap(regionOf)));
  const writes = outermost([...written, ...changed]);
  return { writes, reads: readThrough(writes, links) };
}

/** A `kind` decides what its whole map means. */
function regionOf(path: string): string[] {
  if (changesEverything.includes(path)) return [''];
  return [path.endsWith('.kind') ? path.slice(0, -'.kind'.length) : path];
}

/** Without paths that lie inside others. */
function outermost(paths: readonly string[]): string[] {
  if (paths.includes('')) return [''];
  const distinct = [...new Set(paths)];
  return distinct.filter((path) => !distinct.some((other) => path !== other && path.startsWith(`${other}.`)));
}

function entangled(a: Reach, b: Reach): boolean {
  return meet(a.writes, b.writes) || meet(a.writes, b.reads) || meet(a.reads, b.writes);
}

function meet(some: readonly string[], others: readonly string[]): boolean {
  return some.some((a) => others.some((b) => a === '' || b === '' || related(a, b)));
}
