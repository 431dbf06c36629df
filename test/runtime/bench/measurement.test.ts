import { describe, expect, it } from 'vitest';
import { predictStep, rateOf } from '../../../runtime/bench/measurement.js';
import { caseReport } from '../../../runtime/bench/report.js';
import { busyText, caseRows, machineText, remarks } from '../../../runtime/bench/text.js';
import { machine, measurement, smallCase } from './support/measurements.js';

const at = (batch_size: number, step_seconds: number, memory_bytes = 1e9) =>
  measurement({ case: { ...smallCase, batch_size }, step_seconds, wait_seconds: 0, memory_bytes });

describe('a step worked out from measurements', () => {
  it('is the one measured at its batch', () => {
    expect(predictStep(smallCase, [at(8, 0.2), at(64, 1)])).toMatchObject({
      seconds: 1,
      measured: true,
      parts: [64],
    });
  });

  it('is the newest of several', () => {
    const older = { ...at(64, 3), at: '2025-01-01T00:00:00.000Z' };
    expect(predictStep(smallCase, [older, at(64, 1)])!.seconds).toBe(1);
    expect(predictStep(smallCase, [at(64, 1), older])!.seconds).toBe(1);
  });

  it('is on the line through the two largest beyond them', () => {
    const step = predictStep({ ...smallCase, batch_size: 256 }, [at(64, 1), at(8, 0.3), at(32, 0.6)])!;
    expect(step).toMatchObject({ measured: false, parts: [32, 64] });
    expect(step.seconds).toBeCloseTo(1 + (0.4 / 32) * 192);
  });

  it('is in proportion where there is one, or larger ones are no slower', () => {
    expect(predictStep({ ...smallCase, batch_size: 128 }, [at(64, 1)])!.seconds).toBe(2);
    expect(predictStep({ ...smallCase, batch_size: 128 }, [at(64, 1), at(32, 1.5)])!.seconds).toBe(2);
  });

  it('takes as long as its parts', () => {
    const parted = { ...smallCase, batch_size: 1024, micro_batch_size: 64 };
    const measured = measurement({ case: { ...parted, batch_size: 128 }, step_seconds: 2, wait_seconds: 0 });
    expect(predictStep(parted, [measured])!.seconds).toBe(16);
    expect(predictStep(parted, [at(64, 1)])).toBeNull();
  });

  it('is unknown of another model or precision', () => {
    expect(predictStep({ ...smallCase, precision: 'bf16' }, [at(64, 1)])).toBeNull();
    expect(predictStep(smallCase, [])).toBeNull();
  });

  it('counts what all processes do together', () => {
    const together = measurement({ settings: { threads: 1, jobs: 4, device: 'cpu' } });
    expect(rateOf(together)).toBeCloseTo((4 * 64) / 0.1);
  });
});

describe('a report', () => {
  const named = { name: 'small', case: smallCase, evaluation: 64, data: null };
  const course = { memory: 10e9, trials: [], failure: null };

  it('finds the largest batch and the limit', () => {
    const report = caseReport(named, [at(8, 0.1, 1e9), at(64, 0.5, 1.56e9)], course);
    expect(report).toMatchObject({
      limit: 'compute',
      step: { seconds: 0.5, pictures_per_second: 128, measured: true },
    });
    expect(report.memory!.bytes).toBe(1.56e9);
    expect(report.memory!.largest).toBeGreaterThan(750);
    expect(report.memory!.largest).toBeLessThan(808); // (9e9 - 0.92e9) / 1e7, less what similarities take.
  });

  it('says when memory is the limit, and what to do', () => {
    const large = { ...named, case: { ...smallCase, batch_size: 4096 } };
    const report = caseReport(large, [at(8, 0.1, 1e9), at(64, 0.5, 1.56e9)], course);
    expect(report.limit).toBe('memory');
    expect(report.step!.measured).toBe(false);
    expect(remarks([report])).toEqual([
      expect.stringMatching(/^small: does not fit 10.0 GB; set micro_batch_size to 800 or less$/),
    ]);
    expect(caseRows([report])[1]![2]).toMatch(/^~/);
  });

  it('says when data are the limit', () => {
    const waiting = { ...at(64, 0.3), wait_seconds: 0.1 };
    const report = caseReport(named, [at(8, 0.1, 0.5e9), waiting], course);
    expect(report.limit).toBe('data');
    expect(remarks([report])[0]).toMatch('waits for data 25 % of the time');
  });

  it('compares settings with the same batch without them', () => {
    const base = at(64, 1);
    const trial = (setting: string, step: number) => ({ setting, base, measurement: at(64, step) });
    const trials = [
      trial('precision: bf16', 0.5),
      trial('jobs: 2, threads: 1', 0.99),
      trial('jobs: 4, threads: 1', 2),
    ];
    const report = caseReport(named, [at(8, 0.2), base], { ...course, trials });
    expect(report.settings.map(({ ratio }) => ratio)).toEqual([2, 1 / 0.99, 0.5]);
    expect(remarks([report])).toEqual([
      'small: `precision: bf16` helps: 128 pictures/s, 2.00 times as many',
      'small: `jobs: 2, threads: 1` makes no difference: 65 pictures/s, 1.01 times as many',
      'small: `jobs: 4, threads: 1` is slower: 32 pictures/s, 0.50 times as many',
    ]);
  });

  it('keeps to what could be measured when something failed', () => {
    const failure = { message: 'out of memory', hint: 'take less' };
    const nothing = caseReport(named, [], { ...course, failure });
    expect(nothing).toMatchObject({ step: null, memory: null, limit: null, failure });
    expect(caseRows([nothing])[1]).toEqual(['small', '64', '-', '-', '-', '-', '-']);
    expect(remarks([nothing])).toEqual(['small: out of memory (take less)']);
  });
});

describe('words about the machine', () => {
  it('names what counts', () => {
    expect(machineText({ ...machine, gpus: [{ name: 'Some GPU', memory_bytes: 80e9 }] })).toBe(
      'Some processor, 4 cores, 16.0 GB of memory; Some GPU (80.0 GB); tfjs 4.22.0, Node v20.0.0',
    );
  });

  it('warns where others use it', () => {
    expect(busyText(machine, 1.9)).toBeNull();
    expect(busyText(machine, 2)).toMatch('load 2.0 on 4 cores');
  });
});
