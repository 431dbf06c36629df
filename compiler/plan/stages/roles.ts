import { cleanStage } from './clean.js';
import { datasetStage } from './dataset.js';
import { always, part, type RoleDefinition } from './definition.js';
import { evaluateStage } from './evaluate.js';
import { cleaningPoison, trainingPoison } from './poison.js';
import { pretrainStage } from './pretrain.js';
import { subsetStage } from './subset.js';

const withCleaning = part(['clean?'], (document) => document.clean !== undefined);

/** Every part that a stage can play in a run, inputs before the stages that use them. */
export const roles: readonly RoleDefinition[] = [
  {
    role: 'train',
    stage: datasetStage('pretrain.dataset', (document) => document.pretrain.dataset),
    present: always,
    inputs: {},
  },
  {
    role: 'test',
    stage: datasetStage('evaluate.dataset', (document) => document.evaluate.dataset),
    present: always,
    inputs: {},
  },
  {
    role: 'poison',
    stage: trainingPoison,
    present: part(['poison?'], (document) => document.poison !== undefined),
    inputs: { dataset: ['train'] },
  },
  { role: 'pretrain', stage: pretrainStage, present: always, inputs: { data: ['poison', 'train'] } },
  {
    role: 'evaluate',
    stage: evaluateStage,
    present: always,
    inputs: { model: ['pretrain'], test: ['test'] },
  },
  {
    role: 'cleaning-set',
    stage: subsetStage,
    present: withCleaning,
    inputs: { dataset: ['poison', 'train'] },
  },
  {
    role: 'cleaning-poison',
    stage: cleaningPoison,
    present: part(
      ['clean?', 'poison?', 'clean.data.poisons'],
      (document) => document.poison !== undefined && (document.clean?.data.poisons ?? 0) > 0,
    ),
    inputs: { dataset: ['cleaning-set'] },
  },
  {
    role: 'clean',
    stage: cleanStage,
    present: withCleaning,
    inputs: { model: ['pretrain'], data: ['cleaning-poison', 'cleaning-set'], test: ['test'] },
  },
];
