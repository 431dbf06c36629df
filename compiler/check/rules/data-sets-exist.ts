import { problem } from '../../diagnostics/problem.js';
import { orList, suggest } from '../../diagnostics/suggest.js';
import type { Rule } from './rule.js';

/** `pretrain.dataset` and `evaluate.dataset` name data sets of the document. */
export const dataSetsExist: Rule = {
  name: 'dataSetsExist',
  reads: ['datasets', 'pretrain.dataset', 'evaluate.dataset'],
  check: (experiment, locate) => {
    const names = Object.keys(experiment.datasets);
    return (['pretrain', 'evaluate'] as const).flatMap((section) => {
      const name = experiment[section].dataset;
      if (Object.hasOwn(experiment.datasets, name)) return [];
      const near = suggest(name, names);
      return problem('EXPC401', `there is no data set \`${name}\``, {
        origin: locate([section, 'dataset']),
        ...(near === undefined
          ? { hint: `the data sets of this experiment are ${orList(names)}` }
          : { label: `did you mean \`${near}\`?` }),
      });
    });
  },
};
