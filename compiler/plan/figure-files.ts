import type { Experiment } from '../../schema/generated/resolved.js';
import { nodeAt } from '../document/access.js';
import type { MapNode } from '../document/node.js';
import type { RunFiles } from './files.js';

/** The document with the data files of its figures by absolute paths; one that is not there is reported. */
export function locateFigureFiles(document: Experiment, node: MapNode, files: RunFiles): Experiment {
  if (document.figures === undefined) return document;
  const figures = document.figures.map((figure, i) => {
    if (!('reference' in figure)) return figure;
    const reference = figure.reference.map((one, j) => {
      const path = nodeAt(node, ['figures', i, 'reference', j, 'path']);
      if (path?.kind !== 'scalar') return one;
      const absolute = files.absolute(path);
      files.digest(absolute);
      return { ...one, path: absolute };
    });
    return { ...figure, reference };
  });
  return { ...document, figures };
}
