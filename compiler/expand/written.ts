import type { MapNode, Node } from '../document/node.js';

/** The paths that a patch sets, down to scalars and lists: `clean.optimizer.lr`. */
export function writtenPaths(patch: MapNode): string[] {
  const paths: string[] = [];
  const visit = (node: Node, path: string): void => {
    if (node.kind !== 'map' || node.entries.size === 0) {
      paths.push(path);
      return;
    }
    for (const [key, entry] of node.entries) visit(entry.value, path === '' ? key : `${path}.${key}`);
  };
  for (const [key, entry] of patch.entries) visit(entry.value, key);
  return paths;
}
