import { expect, it } from 'vitest';
import { failedValues } from '../../cli/failed-stages.js';
import type { StageResult } from '../../runtime/execute/summary.js';
import { compileOver } from '../support/compile.js';

/** Diagnostics of the failure of a kind of stages, as `place code message`. */
function told(text: string, kind: 'clean' | 'pretrain' | 'poison', message: string): string[] {
  const compiled = compileOver(text);
  const plan = compiled.plan!;
  const stage = plan.stages.findLast((one) => one.kind === kind)!;
  const failed = { key: stage.key, kind, label: 'it' } as StageResult;
  const failures = [{ message, hint: null, stages: [failed] }];
  return failedValues({ failures }, { ...compiled, plan }).map(
    ({ code, message: says, place }) => `${place?.file}:${place?.start} ${code} ${says}`,
  );
}

it.each([
  ['clean: { from: 3 }', 'clean', 'EXPC603: it was not kept', 'clean.from'],
  ['clean: { from: "asr >= 80, last" }', 'clean', 'EXPC602: none is', 'clean.from'],
  ['', 'poison', 'EXPC601: there is none', 'poison.target'],
] as const)('a failure points at what it came from: %s', (text, kind, message, path) => {
  const [line, ...more] = told(text, kind, message);
  expect(more).toEqual([]);
  expect(line).toMatch(/^(x|base)\.yaml:\d+ EXPC60\d it failed by /);
  expect(line).toContain(`\`${path}\``);
});

it('points at the axis that gave the value', () => {
  const text = 'ablations: [{ name: a, matrix: { clean.from: [3, 4] } }]';
  expect(told(text, 'clean', 'EXPC603: it was not kept')[0]).toContain('x.yaml:');
});

it('has no place for what no value is at fault of, or is a default', () => {
  expect(told('', 'clean', 'EXPC603: it was not kept')).toEqual([]);
  expect(told('clean: { from: 3 }', 'clean', 'out of memory')).toEqual([]);
  expect(told('clean: { from: 3 }', 'clean', 'EXPC999: no such code')).toEqual([]);
});
