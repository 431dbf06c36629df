import { requireClass } from '../../data/classes.js';
import { superclassAccuracy } from '../measures/superclass.js';
import type { PrepareMeasure } from './measure.js';

/** Accuracy that takes a mistake inside a superclass for right. */
export const superclasses: PrepareMeasure = ({ config, test, labels }) => {
  if (config.superclasses === undefined) return null;
  const of = new Int32Array(test.classes.length).fill(-1);
  for (const [number, members] of Object.values(config.superclasses).entries())
    for (const name of members) {
      requireClass(name, test.classes);
      of[test.classes.indexOf(name)] = number;
    }
  return {
    definitions: {
      'superclass_accuracy.top1': {
        description:
          'Superclass accuracy: share of clean pictures whose best class is of the same superclass as their own; ' +
          'pictures of classes without one are left out.',
        unit: 'fraction',
        pictures: labels.filter((label) => of[label]! >= 0).length,
        classes: Object.keys(config.superclasses).length,
        templates: config.templates,
      },
    },
    measure: ({ scores }) => ({ 'superclass_accuracy.top1': superclassAccuracy(scores, labels, of) }),
  };
};
