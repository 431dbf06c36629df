import type { Experiment } from '../../../schema/generated/resolved.js';
import { entryAt, nodeAt, originAt } from '../../document/access.js';
import type { Diagnostic } from '../../document/diagnostic.js';
import type { MapNode, Origin } from '../../document/node.js';
import type { Path } from '../../document/path.js';

/** Where the value at a path was written; for what is not there, the nearest value around it. */
export type Locate = (path: Path) => Origin;

/** What must hold of one concrete experiment beyond its schema. */
export interface Rule {
  /** The statement that must hold. */
  readonly name: string;
  /** Paths that the rule looks at: runs that agree in all of them need it once. */
  readonly reads: readonly string[];
  readonly check: (experiment: Experiment, locate: Locate) => Diagnostic[];
}

export function locator(root: MapNode): Locate {
  return (path) => originAt(root, path);
}

/** The origin of the key at a path, for messages about a whole section. */
export function keyOrigin(root: MapNode, path: Path): Origin {
  return entryAt(root, path)?.key ?? nodeAt(root, path)?.origin ?? root.origin;
}
