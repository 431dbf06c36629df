import { expect, test } from 'vitest';
import { trainingNotes } from '../../../compiler/emit/training-notes.js';
import { planOver } from '../../support/compile.js';

const notes = (text: string) => trainingNotes(planOver(text));
const vit = 'model: { image: { kind: vit, layers: 2, width: 64, patch: 8, resolution: 32 } }';

test('the plan says with which moments cleaning starts', () => {
  expect(notes('')).toEqual(['cleaning starts with fresh optimizer moments']);
  expect(notes('clean: { optimizer_state: kept }')).toEqual([
    'cleaning starts with the optimizer moments of the model cleaned',
  ]);
  expect(
    notes('ablations: [{ name: a, matrix: { clean.optimizer_state: [kept, fresh], clean.epochs: [1, 2] } }]'),
  ).toEqual([
    '2 cleanings with the optimizer moments of the model cleaned, 2 cleanings with fresh optimizer moments',
  ]);
  expect(notes('clean: null')).toEqual([]);
});

test('the plan says where gradient caching is not exact', () => {
  expect(notes('pretrain: { micro_batch_size: 16 }')[1]).toBe(
    'pre-training takes batches of 64 pairs in parts of 16: batch norm goes by each part, so the gradient is not that of the whole batch',
  );
  expect(notes(`clean: { micro_batch_size: 16 }\n${vit}`)[1]).toBe(
    'cleaning takes batches of 64 pairs in parts of 16',
  );
  expect(notes('pretrain: { micro_batch_size: 64 }')).toHaveLength(1);
});

test('the plan says what is spread over several devices', () => {
  const parallel = 'pretrain: { micro_batch_size: 16 }\nexecution: { data_parallel: { pretrain: 4 } }';
  expect(notes(parallel)[2]).toBe('each pre-training is spread over 4 devices');
});
