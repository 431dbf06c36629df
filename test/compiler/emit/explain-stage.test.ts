import { expect, test } from 'vitest';
import { explainStage, type PastStage } from '../../../compiler/emit/explain-stage.js';
import type { Plan, Stage, StageKind } from '../../../schema/plan.js';
import { planOver } from '../../support/compile.js';

function stage(plan: Plan, kind: StageKind): Stage {
  return plan.stages.find((one) => one.kind === kind)!;
}

function why(now: string, kind: StageKind, past: readonly PastStage[]): string[] {
  const plan = planOver(now);
  return explainStage(plan, stage(plan, kind), { status: 'new' }, past).trimEnd().split('\n').slice(1);
}

const before = planOver('').stages;
const id = (kind: StageKind): string => before.find((one) => one.kind === kind)!.id;

test('the values that differ from the nearest stage that is done, old and new', () => {
  expect(why('clean: { optimizer: { lr: 5e-4 }, epochs: 7 }', 'clean', before)).toEqual([
    `to do: it differs from ${id('clean')}, which is done, in`,
    '  epochs: 5 -> 7',
    '  optimizer.lr: 0.0001 -> 0.0005',
  ]);
});

test('a value that was not there, or is there no more', () => {
  expect(why('clean: { objective: { ssl: 0 } }', 'clean', before)).toEqual([
    `to do: it differs from ${id('clean')}, which is done, in`,
    '  augment: {"image":"autoaugment-imagenet","text":"eda","text_draw":"each-epoch"} -> null',
    '  objective.ssl: 1 -> none',
  ]);
});

test('an input that differs is followed to what differs in it', () => {
  const now = planOver('poison: { count: 100 }');
  const to = (kind: StageKind): string => stage(now, kind).id;
  expect(why('poison: { count: 100 }', 'clean', before)).toEqual([
    `to do: it differs from ${id('clean')}, which is done, in`,
    `  its data (${id('subset')} -> ${to('subset')})`,
    `    its dataset (${id('poison')} -> ${to('poison')})`,
    '      count: 200 -> 100',
    `  its model (${id('pretrain')} -> ${to('pretrain')})`,
    `    its data (${id('poison')} -> ${to('poison')})`,
    '      count: 200 -> 100',
  ]);
});

test('the nearest of several is the one that differs least', () => {
  const past = [
    ...planOver('clean: { epochs: 9, batch_size: 32 }').stages,
    ...planOver('clean: { epochs: 8 }').stages,
  ];
  expect(why('', 'clean', past).at(-1)).toBe('  epochs: 8 -> 5');
});

test('a raised version of the code is told', () => {
  const past = before.map((one) => ({ ...one, key: `${one.key.slice(1)}0`, semantics: 0 }));
  expect(why('', 'dataset', past)).toContain('  the meaning of dataset stages (version 0 -> 1)');
});

test('nothing of its kind was done', () => {
  expect(why('', 'clean', [])).toEqual(['to do: no clean stage was done before']);
});

test.each([
  [{ status: 'done' as const }, 'done: its result is in the store'],
  [{ status: 'failed' as const, message: 'no memory' }, 'failed before, and will be tried again: no memory'],
  [{ status: 'running' as const }, 'running now'],
  [{ status: 'interrupted' as const }, 'begun and interrupted: it goes on from its last checkpoint'],
])('%j', (standing, text) => {
  const plan = planOver('ablations: [{ name: a, matrix: { clean.epochs: [1, 2, 3] } }]');
  const found = stage(plan, 'pretrain');
  expect(explainStage(plan, found, standing, [])).toBe(
    `${found.id} (pretrain), for the run a,epochs=1 and 2 more\n${text}\n`,
  );
});
