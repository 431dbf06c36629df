import { cleanStage } from './clean.js';
import { datasetStage } from './dataset.js';
import { always, part, type Part, type RoleDefinition } from './definition.js';
import { evaluateStage } from './evaluate.js';
import { cleaningPoison, trainingPoison } from './poison.js';
import { asksForClasses, labelStage, withLabels } from './label.js';
import { measureInputs, measureRoles, measuresHead } from './measures.js';
import { pretrainStage } from './pretrain.js';
import { pretrainsHere, startsFromWeights, trainsHere } from './start.js';
import { subsetStage } from './subset.js';
import { weightsStage } from './weights.js';

/** Are pairs drawn from another data set than the one pre-trained on? */
const cleansOtherData = part(
  ['clean?', 'clean.data.dataset', 'pretrain?', 'pretrain.dataset'],
  ({ clean, pretrain }) => clean?.data.dataset !== undefined && clean.data.dataset !== pretrain?.dataset,
);

/** Does anything read the data set pre-trained on: a pre-training here, or the cleaning set? */
const usesTrainingData = part(
  [...pretrainsHere.reads, ...cleansOtherData.reads],
  (document, digests) =>
    trainsHere(document) || (document.pretrain !== undefined && !cleansOtherData.project(document, digests)),
);

/** Does a rule choose the epoch that a training starts from? */
function byRule(from: Part<number | string | undefined>): Part<boolean> {
  return part(from.reads, (document, digests) => typeof from.project(document, digests) === 'string');
}

const withCleaning = part(['clean?'], (document) => document.clean !== undefined);

/** Every part that a stage can play in a run, inputs before the stages that use them. */
export const roles: readonly RoleDefinition[] = [
  {
    role: 'train',
    stage: datasetStage(['pretrain.dataset'], (document) => document.pretrain!.dataset),
    present: usesTrainingData,
    inputs: {},
  },
  {
    role: 'test',
    stage: datasetStage(['evaluate.dataset'], (document) => document.evaluate.dataset),
    present: always,
    inputs: {},
  },
  ...measureRoles,
  {
    role: 'poison',
    stage: trainingPoison,
    present: part(
      ['poison?', ...usesTrainingData.reads],
      (document, digests) => document.poison !== undefined && usesTrainingData.project(document, digests),
    ),
    inputs: { dataset: ['train'] },
  },
  {
    role: 'labels',
    stage: labelStage('pretrain'),
    present: part(
      [...withLabels('pretrain').reads, ...pretrainsHere.reads],
      (document, digests) => trainsHere(document) && withLabels('pretrain').project(document, digests),
    ),
    inputs: { data: ['poison', 'train'] },
    optional: { test: { from: ['test'], when: asksForClasses('pretrain') } },
  },
  {
    role: 'weights',
    stage: weightsStage,
    present: startsFromWeights,
    inputs: {},
  },
  {
    role: 'pretrain',
    stage: pretrainStage,
    present: pretrainsHere,
    inputs: { data: ['poison', 'train'] },
    optional: {
      labels: { from: ['labels'], when: always },
      start: { from: ['start', 'weights'], when: always },
      measured: { from: ['start-metrics'], when: byRule(pretrainStage.config.from!) },
    },
  },
  {
    role: 'evaluate',
    stage: evaluateStage,
    present: pretrainsHere,
    inputs: { model: ['pretrain'], test: ['test'] },
    optional: {
      ...measureInputs,
      trained: { from: ['poison', 'train'], when: measuresHead('pretrain') },
    },
  },
  {
    role: 'cleaning-data',
    stage: datasetStage(['clean.data.dataset'], (document) => document.clean!.data.dataset!),
    present: cleansOtherData,
    inputs: {},
  },
  {
    role: 'cleaning-set',
    stage: subsetStage,
    present: withCleaning,
    inputs: { dataset: ['cleaning-data', 'poison', 'train'] },
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
    role: 'cleaning-labels',
    stage: labelStage('clean'),
    present: withLabels('clean'),
    inputs: { data: ['cleaning-poison', 'cleaning-set'] },
    optional: { test: { from: ['test'], when: asksForClasses('clean') } },
  },
  {
    role: 'clean',
    stage: cleanStage,
    present: withCleaning,
    inputs: {
      model: ['pretrain', 'start', 'weights'],
      data: ['cleaning-poison', 'cleaning-set'],
      test: ['test'],
    },
    optional: {
      labels: { from: ['cleaning-labels'], when: always },
      measured: { from: ['evaluate', 'start-metrics'], when: byRule(cleanStage.config.from) },
      ...measureInputs,
    },
  },
];
