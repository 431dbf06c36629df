import { problem } from '../../diagnostics/problem.js';
import { orList, suggest } from '../../diagnostics/suggest.js';
import type { Rule } from './rule.js';

/** Wherever a section names a data set, it is one of the document. */
export const dataSetsExist: Rule = {
  name: 'dataSetsExist',
  reads: [
    'datasets',
    'pretrain.dataset',
    'clean.data.dataset',
    'evaluate.dataset',
    'evaluate.validation',
    'evaluate.retrieval',
    'evaluate.readouts',
  ],
  check: (experiment, locate) => {
    const names = Object.keys(experiment.datasets);
    const { pretrain, clean, evaluate } = experiment;
    const named = [
      [['pretrain', 'dataset'], pretrain?.dataset],
      [['clean', 'data', 'dataset'], clean?.data.dataset],
      [['evaluate', 'dataset'], evaluate.dataset],
      [['evaluate', 'validation', 'dataset'], evaluate.validation?.dataset],
      [['evaluate', 'retrieval', 'dataset'], evaluate.retrieval?.dataset],
      [['evaluate', 'readouts', 'dataset'], evaluate.readouts?.dataset],
      ...Object.entries(experiment.datasets).flatMap(([name, dataset]) =>
        dataset.kind === 'join'
          ? dataset.of.map((part, index) => [['datasets', name, 'of', index], part] as const)
          : [],
      ),
    ] as const;
    return named.flatMap(([path, name]) => {
      if (name === undefined || Object.hasOwn(experiment.datasets, name)) return [];
      const near = suggest(name, names);
      return problem('EXPC401', `there is no data set \`${name}\``, {
        origin: locate(path),
        ...(near === undefined
          ? { hint: `the data sets of this experiment are ${orList(names)}` }
          : { label: `did you mean \`${near}\`?` }),
      });
    });
  },
};
