import type { Role } from '../../schema/plan.js';

/** What a comparison calls the parts of a run, in the order in which a study is told. */
export const roleNames: Readonly<Record<Role, string>> = {
  train: 'training data',
  test: 'test data',
  poison: 'poison',
  labels: "a teacher's labels",
  pretrain: 'pre-training',
  evaluate: 'evaluation',
  'cleaning-set': 'cleaning data',
  'cleaning-poison': 'poison in the cleaning data',
  'cleaning-labels': "a teacher's labels of the cleaning data",
  clean: 'cleaning',
};

export const roles = Object.keys(roleNames) as readonly Role[];
