import type { Diagnostic } from '../../document/diagnostic.js';
import { problem } from '../../diagnostics/problem.js';
import { storedResolution } from './joins.js';
import type { Rule } from './rule.js';

/**
 * Training and test pictures are stored at one resolution (a patch of so many pixels covers the same share of both),
 * and not at less than the model's.
 */
export const resolutionsAgree: Rule = {
  name: 'resolutionsAgree',
  reads: [
    'model.image.resolution',
    'datasets',
    'pretrain.dataset',
    'clean.data.dataset',
    'evaluate.dataset',
    'poison.trigger.kind',
  ],
  check: ({ model, datasets, pretrain, clean, evaluate, poison }, locate) => {
    const found: Diagnostic[] = [];
    const side = model.image.resolution;
    const trainedOn = pretrain?.dataset ?? clean?.data.dataset ?? evaluate.dataset;
    for (const name of new Set([trainedOn, clean?.data.dataset ?? trainedOn, evaluate.dataset])) {
      const stored = storedResolution(datasets, name);
      if (stored === undefined || stored >= side) continue;
      found.push(
        problem(
          'EXPC404',
          `the pictures of \`${name}\` (${stored} px) are smaller than the model's input (${side} px)`,
          {
            origin: locate(['datasets', name, 'resolution']),
            label: 'they would be enlarged',
            related: [
              { message: 'the input is given here', place: locate(['model', 'image', 'resolution']).place },
            ],
          },
        ),
      );
    }
    const trained = storedResolution(datasets, trainedOn);
    const tested = storedResolution(datasets, evaluate.dataset);
    const patched = poison !== undefined && 'size' in poison.trigger;
    if (patched && trained !== undefined && tested !== undefined && trained !== tested) {
      found.push(
        problem(
          'EXPC404',
          `training pictures have ${trained} px and test pictures ${tested} px: the patch differs`,
          {
            origin: locate(['datasets', evaluate.dataset, 'resolution']),
            label: 'a patch of the same size covers another share of the picture',
            related: [
              {
                message: 'training pictures',
                place: locate(['datasets', trainedOn, 'resolution']).place,
              },
            ],
          },
        ),
      );
    }
    return found;
  },
};
