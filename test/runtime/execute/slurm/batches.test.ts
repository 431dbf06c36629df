import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planBatches, type BatchPlan } from '../../../../runtime/execute/slurm/batches.js';
import type { Stage } from '../../../../schema/plan.js';
import { toyStage, toyStudy } from '../support/plans.js';

const keys = (stages: readonly Stage[]) => new Set(stages.map(({ key }) => key));
const cut = (stages: readonly Stage[], size = 1000) => planBatches(stages, { open: keys(stages), size });
const shape = (batches: readonly BatchPlan[]) =>
  batches.map(({ elements }) => [elements[0]!.stage.kind, elements.length]);

describe('stages cut into batches', () => {
  const study = toyStudy({}, 7);

  it('are one array where they ask for the same and wait for the same', () => {
    expect(shape(cut(study.all))).toEqual([
      ['dataset', 2],
      ['poison', 1],
      ['pretrain', 1],
      ['subset', 1],
      ['clean', 7],
    ]);
  });

  it('are no array larger than asked for', () => {
    expect(shape(cut(study.all, 3)).slice(-3)).toEqual([
      ['clean', 3],
      ['clean', 3],
      ['clean', 1],
    ]);
    expect(cut(study.all, 1).every(({ elements }) => elements.length === 1)).toBe(true);
  });

  it('are measured inside the pre-training, which then waits for the test data too', () => {
    const { pretrain, evaluate, poison, test } = study;
    const batch = cut(study.all).find(({ elements }) => elements[0]!.stage === pretrain)!;
    expect(batch.elements[0]!.observers).toEqual([evaluate]);
    expect([...batch.after].sort()).toEqual([poison.key, test.key].sort());
  });

  it('are measured by a job of their own when the pre-training has one already, or is done', () => {
    const { evaluate, pretrain } = study;
    const [alone] = planBatches([evaluate], { open: keys([evaluate, pretrain]), size: 1 });
    expect(alone!.elements).toEqual([{ stage: evaluate, observers: [] }]);
    expect(alone!.after).toEqual([pretrain.key]);
    expect(planBatches([evaluate], { open: keys([evaluate]), size: 1 })[0]!.after).toEqual([]);
  });

  it('wait only for what is to be done', () => {
    const { cleans } = study;
    expect(planBatches(cleans, { open: keys(cleans), size: 1000 })[0]!.after).toEqual([]);
  });

  it('keep stages apart that start from different models', () => {
    const other = toyStage('pretrain', { salt: 50 }, { data: study.poison });
    const clean = toyStage('clean', { salt: 51 }, { model: other, data: study.subset, test: study.test });
    expect(shape(cut([...study.all, other, clean])).filter(([kind]) => kind === 'clean')).toEqual([
      ['clean', 7],
      ['clean', 1],
    ]);
  });

  it('are each in one batch, after all that they wait for, whatever the order of the plan', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(study.all, { minLength: 1 }),
        fc.integer({ min: 1, max: 4 }),
        (stages, size) => {
          const batches = cut(stages, size);
          const seen = new Set<string>();
          for (const { elements, after } of batches) {
            expect(elements.length).toBeLessThanOrEqual(size);
            for (const key of after) expect(seen.has(key)).toBe(true);
            for (const { stage, observers } of elements)
              for (const { key } of [stage, ...observers]) {
                expect(seen.has(key)).toBe(false);
                seen.add(key);
              }
          }
          expect(seen).toEqual(keys(stages));
        },
      ),
    );
  });
});
