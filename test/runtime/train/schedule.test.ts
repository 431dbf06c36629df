import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learningRate, type LearningRate } from '../../../runtime/train/schedule.js';
import { fixtureJson, record } from '../../support/parity.js';

interface Case {
  readonly base_lr: number;
  readonly num_warmup_steps: number;
  readonly num_batches_per_epoch: number;
  readonly epochs: number;
  readonly lr_by_step_0_199: readonly number[];
  readonly lr_of_training_step_in_order: readonly number[];
}
const { cases } = fixtureJson<{ cases: readonly Case[] }>('schedule/schedule.json');

const schedule = (c: Case, origin: 'textbook' | 'study'): LearningRate => ({
  base: c.base_lr,
  batches: c.num_batches_per_epoch,
  epochs: c.epochs,
  warmup_steps: c.num_warmup_steps,
  step_origin: origin,
});

describe('the learning rate of the original', () => {
  for (const c of cases) {
    const name = `base ${c.base_lr}, ${c.num_warmup_steps} steps of warm-up`;
    const tolerance = 1e-9 * c.base_lr + 1e-12;

    it(`is met at every step, counted from 0: ${name}`, () => {
      const rates = c.lr_by_step_0_199.map((_, step) => learningRate(schedule(c, 'textbook'), step));
      expect(
        record('schedule', `by step, ${name}`, rates, c.lr_by_step_0_199, tolerance).absolute,
      ).toBeLessThan(tolerance);
    });

    it(`is met in a whole run of the study's loop: ${name}`, () => {
      const rates = c.lr_of_training_step_in_order.map((_, step) => learningRate(schedule(c, 'study'), step));
      const expected = c.lr_of_training_step_in_order;
      expect(record('schedule', `study's run, ${name}`, rates, expected, tolerance).absolute).toBeLessThan(
        tolerance,
      );
    });
  }

  it('is 0 where the original divides by zero', () => {
    const c = { base: 1, batches: 10, epochs: 2, warmup_steps: 20, step_origin: 'study' } as const;
    expect(learningRate(c, 9)).toBe(1); // t = 19, the last step of the warm-up
    expect([10, 15, 19].map((step) => learningRate(c, step))).toEqual([0, 0, 0]);
  });
});

describe('the textbook schedule', () => {
  const anySchedule = fc.record({
    base: fc.double({ min: 1e-6, max: 1, noNaN: true }),
    batches: fc.integer({ min: 1, max: 50 }),
    epochs: fc.integer({ min: 1, max: 20 }),
    warmup_steps: fc.nat(300),
    step_origin: fc.constant('textbook' as const),
  });

  it('rises to the peak during warm-up, then falls towards 0, and stays within 0 and the peak', () => {
    fc.assert(
      fc.property(anySchedule, (s) => {
        const rates = Array.from({ length: s.batches * s.epochs }, (_, step) => learningRate(s, step));
        const peak = Math.min(s.warmup_steps, rates.length);
        rates.forEach((rate, t) => {
          expect(rate).toBeGreaterThan(0);
          expect(rate).toBeLessThanOrEqual(s.base * (1 + 1e-12));
          if (t > 0 && t < peak) expect(rate).toBeGreaterThan(rates[t - 1]!);
          if (t > peak) expect(rate).toBeLessThanOrEqual(rates[t - 1]!);
        });
      }),
      { numRuns: 25 },
    );
  });

  it("is the study's schedule moved by one epoch", () => {
    fc.assert(
      fc.property(anySchedule, fc.nat(500), (s, step) => {
        fc.pre(s.warmup_steps !== s.batches * s.epochs);
        expect(learningRate({ ...s, step_origin: 'study' }, step)).toBe(learningRate(s, step + s.batches));
      }),
    );
  });
});

describe('the schedule of a training that goes on from a shorter one', () => {
  const long = { base: 1, batches: 10, epochs: 8, warmup_steps: 5, step_origin: 'textbook' } as const;
  const extended = { ...long, continues: 4 };

  it('starts from the rate at which that ended, and rises to the rate of the longer one without a jump', () => {
    const end = learningRate({ ...long, epochs: 4 }, 39);
    const rates = Array.from({ length: 40 }, (_, index) => learningRate(extended, 40 + index));
    expect(rates[0]).toBeCloseTo(learningRate(long, 40) / 5, 12);
    expect(rates[0]! - end).toBeLessThan(0.12);
    for (let n = 5; n < 40; n++) expect(rates[n]).toBe(learningRate(long, 40 + n));
    const jumps = rates.slice(1).map((rate, n) => Math.abs(rate - rates[n]!));
    expect(Math.max(...jumps)).toBeLessThan(0.13);
  });

  it('rises over an epoch where there is no warm-up', () => {
    const without = { ...extended, warmup_steps: 0 };
    const rates = [40, 44, 49].map(
      (step) => learningRate(without, step) / learningRate({ ...long, warmup_steps: 0 }, step),
    );
    expect(rates[0]).toBeCloseTo(0.1, 12);
    expect(rates[1]).toBeCloseTo(0.5, 12);
    expect(rates[2]).toBeCloseTo(1, 12);
  });
});
