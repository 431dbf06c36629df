import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseKey } from '../../../runtime/bench/case.js';
import { planCases } from '../../../runtime/bench/plan-cases.js';
import { standardCases } from '../../../runtime/bench/standard.js';
import { compileFile } from '../../../cli/load.js';
import { planOver } from '../../support/compile.js';
import { temporaryFolder } from '../store/support/folder.js';

const keys = (cases: readonly { readonly case: Parameters<typeof caseKey>[0] }[]) =>
  cases.map(({ case: one }) => caseKey(one));

describe('the cases of a plan', () => {
  it('are the different trainings, not the runs', () => {
    const plan = planOver(`
ablations:
  - name: grid
    matrix:
      pretrain.batch_size: [32, 64]
      clean.optimizer.lr: [1e-3, 1e-4, 1e-5]
`);
    expect(
      planCases(plan, temporaryFolder()).map(({ name, case: { batch_size }, data }) => [
        name,
        batch_size,
        data,
      ]),
    ).toEqual([
      ['pretrain resnet 1-1-1 w16 32 px mmcl', 32, null],
      ['pretrain resnet 1-1-1 w16 32 px mmcl', 64, null],
      ['clean resnet 1-1-1 w16 32 px mmcl+ssl', 64, null],
    ]);
  });

  it('of the quickstart are among the standard ones', () => {
    const cases = planCases(compileFile('experiments/quickstart.yaml').plan!, temporaryFolder());
    expect(cases.map(({ name }) => name)).toEqual([
      'pretrain, clean resnet 1-1-1 w16 32 px mmcl',
      'pretrain, clean resnet 1-1-1 w16 32 px mmcl+ssl',
    ]);
    expect(keys(cases)).toEqual(keys(standardCases.slice(0, 2)));
  });

  it('of large models have those of the templates', () => {
    const templates = resolve('templates');
    const modelOf = (template: string) => {
      const file = join(temporaryFolder(), 'x.yaml');
      const parts = ['data/emoji', `model/${template}`, 'prompts/drawings', 'training/small'];
      const text = `expc: 1\nname: x\nextends: [${parts.map((part) => join(templates, `${part}.yaml`)).join(', ')}]\n`;
      writeFileSync(file, text);
      return planCases(compileFile(file).plan!, temporaryFolder())[0]!.case.model;
    };
    for (const [template, standard] of [
      ['vit-b-32', standardCases[2]!],
      ['rn50', standardCases[3]!],
    ] as const)
      expect(caseKey({ ...standard.case, model: modelOf(template) })).toBe(caseKey(standard.case));
  });
});
