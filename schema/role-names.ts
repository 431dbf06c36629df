import type { Role } from './plan.js';

/** What people call the parts of a run, in the order in which a study is told. */
export const roleNames: Readonly<Record<Role, string>> = {
  train: 'training data',
  test: 'test data',
  poison: 'poison',
  start: 'model started from',
  'start-metrics': 'evaluation of the model started from',
  weights: 'weights started from',
  labels: "a teacher's labels",
  pretrain: 'pre-training',
  evaluate: 'evaluation',
  'cleaning-data': 'data set of the cleaning data',
  validation: 'data set of the validation loss',
  retrieval: 'data set of the retrieval',
  readout: 'data set that readouts learn from',
  'cleaning-set': 'cleaning data',
  'cleaning-poison': 'poison in the cleaning data',
  'cleaning-labels': "a teacher's labels of the cleaning data",
  clean: 'cleaning',
};

export const roles = Object.keys(roleNames) as readonly Role[];
