import { readdirSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bench } from '../../../runtime/bench/bench.js';
import { fingerprint, parseGpus, thisMachine } from '../../../runtime/bench/machine.js';
import { keepMeasurement, keptMeasurements, measurementsFolder } from '../../../runtime/bench/kept.js';
import { measure } from '../../../runtime/bench/measure.js';
import { gpuMemoryOf, peakResident } from '../../../runtime/bench/memory.js';
import { inProcess, NotMeasured } from '../../../runtime/bench/process.js';
import type { Measured, MeasureRequest } from '../../../runtime/bench/request.js';
import { standInData } from '../../../runtime/bench/stand-in.js';
import { openDataset } from '../../../runtime/data/artifact/open.js';
import { useOwnCaches } from '../../support/cache.js';
import { temporaryFolder } from '../store/support/folder.js';
import { machine, measurement, smallCase } from './support/measurements.js';

useOwnCaches();

const named = { name: 'small', case: smallCase, evaluation: 100, data: null };
const numbers: Measured = measurement();

interface Asked {
  readonly request: MeasureRequest;
  readonly environment: Readonly<Record<string, string>>;
}

/** Measures without a process: a step takes as long as its pairs. */
function pretend(asked: Asked[] = []) {
  return (request: MeasureRequest, environment: Readonly<Record<string, string>>): Promise<Measured> => {
    asked.push({ request, environment });
    expect(existsSync(request.data)).toBe(true);
    const pairs = request.case.batch_size;
    return Promise.resolve({ ...numbers, step_seconds: pairs / 1000, memory_bytes: 1e8 + pairs * 1e6 });
  };
}

describe('benching a case', () => {
  it('measures two sizes and settings that may help, and keeps all of it', async () => {
    const asked: Asked[] = [];
    const [report] = await bench([named], { machine, gpus: [], seconds: 1, measure: pretend(asked) });
    const what = asked.map(({ request, environment }) => [
      request.case.batch_size,
      request.case.precision,
      environment.TF_NUM_INTRAOP_THREADS,
    ]);
    expect(what).toEqual([
      [8, undefined, '4'],
      [64, undefined, '4'],
      [64, 'bf16', '4'],
      ...Array<unknown>(2).fill([64, undefined, '2']),
      ...Array<unknown>(4).fill([64, undefined, '1']),
    ]);
    expect(report!.settings.map(({ setting }) => setting)).toEqual([
      'precision: bf16',
      'jobs: 2, threads: 2',
      'jobs: 4, threads: 1',
    ]);
    expect(report!.step!.seconds).toBeCloseTo(0.074);
    expect(keptMeasurements(machine)).toHaveLength(5);
    expect(existsSync(asked[0]!.request.data)).toBe(false);
  });

  it('tries what the person means to run, and no bfloat16 where the processor has none', async () => {
    const slow = (request: MeasureRequest) =>
      Promise.resolve({ ...numbers, step_seconds: request.case.batch_size / 50 });
    const options = { machine: { ...machine, bf16: false }, gpus: [], seconds: 1, jobs: 2, measure: slow };
    const [report] = await bench([named], options);
    expect(report!.settings.map(({ setting }) => setting)).toEqual(['jobs: 2, threads: 2']);
  });

  it('goes on with the next case where one cannot be measured', async () => {
    const failing = (request: MeasureRequest, environment: Readonly<Record<string, string>>) =>
      request.case.objective.ssl === 1
        ? Promise.reject(new NotMeasured('out of memory', null))
        : pretend()(request, environment);
    const bad = { ...named, name: 'bad', case: { ...smallCase, objective: { ssl: 1 } } };
    const reports = await bench([bad, named], { machine, gpus: [], seconds: 1, measure: failing });
    expect(reports.map(({ failure }) => failure?.message)).toEqual(['out of memory', undefined]);
    expect(reports[1]!.step).not.toBeNull();
  });

  it('trains a real model', async () => {
    const one = { ...smallCase, batch_size: 4, objective: { mmcl: 1, supervised: 1 } };
    const data = standInData(one, temporaryFolder());
    const measured = await measure({ case: one, data, evaluation: 4, seconds: 0.01 });
    expect(measured.steps).toBeGreaterThanOrEqual(3);
    for (const value of [measured.step_seconds, measured.begin_seconds, measured.picture_seconds])
      expect(value).toBeGreaterThan(0);
    expect(measured.memory_bytes).toBeGreaterThan(50e6);
    expect(measured.versions.tensorflow).toMatch(/^\d+\./);
  });
});

describe('a measuring process', () => {
  const request = { case: smallCase, data: '', evaluation: 1, seconds: 1 };
  const entry = (script: string) => {
    const path = join(temporaryFolder(), 'entry.mjs');
    writeFileSync(path, script);
    return path;
  };
  const measureBy = (script: string, signal = new AbortController().signal) =>
    inProcess(signal, entry(script))(request, { SOME: 'setting' });

  it('answers, in the environment of a stage', async () => {
    const script = `process.on('message', (asked) => process.send({ type: 'measured', measured: { asked, some: process.env.SOME } }, () => process.exit()));`;
    expect(await measureBy(script)).toEqual({ asked: request, some: 'setting' });
  });

  it('says why it could not', async () => {
    const script = `process.on('message', () => process.send({ type: 'failed', message: 'no data', hint: 'make some' }, () => process.exit()));`;
    await expect(measureBy(script)).rejects.toMatchObject({ message: 'no data', hint: 'make some' });
  });

  it('may die', async () => {
    await expect(measureBy(`console.error('what it said'); process.exit(3)`)).rejects.toThrow(
      'its process ended with exit code 3: what it said',
    );
    await expect(measureBy(`process.kill(process.pid, 'SIGKILL')`)).rejects.toThrow('memory ran out');
  });

  it('ends when nobody waits for it', async () => {
    const controller = new AbortController();
    const waiting = measureBy(`setInterval(() => {}, 1000)`, controller.signal);
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
  });
});

describe('what is kept', () => {
  it('is found again on machines of the kind, newest first, one for each case and settings', () => {
    const later = measurement({ at: '2026-02-01T00:00:00.000Z', step_seconds: 7 });
    const other = measurement({ settings: { threads: 1, jobs: 4, device: 'cpu' } });
    for (const one of [measurement(), other, later]) keepMeasurement(machine, one);
    expect(keptMeasurements({ ...machine, memory_bytes: 16.1e9 })).toEqual([later, other]);
    expect(keptMeasurements({ ...machine, cores: 8 })).toEqual([]);
    writeFileSync(join(measurementsFolder(machine), 'case-damaged.json'), '{');
    expect(keptMeasurements(machine)).toHaveLength(2);
  });

  it('is apart for other programs', () => {
    const node = { ...machine, versions: { ...machine.versions, node: 'v22.0.0' } };
    const gpu = { ...machine, gpus: [{ name: 'H200', memory_bytes: 1 }] };
    expect(new Set([machine, node, gpu].map(fingerprint)).size).toBe(3);
  });

  it('tells this machine', async () => {
    const here = await thisMachine();
    expect(here.cores).toBeGreaterThan(0);
    expect(here.memory_bytes).toBeGreaterThan(1e8);
    expect(fingerprint(here)).toMatch(/^[0-9a-f]{12}$/);
  });
});

describe('memory', () => {
  it('is read from what the system tells', () => {
    expect(peakResident('VmPeak:\t 99 kB\nVmHWM:\t  2048 kB\nVmRSS:\t 1 kB\n')).toBe(2048 * 1024);
    expect(peakResident('')).toBeGreaterThan(1e6);
    expect(gpuMemoryOf(12, '11, 5\n12, 600\n12, 24\n')).toBe(624 * 2 ** 20);
    expect(gpuMemoryOf(12, '11, 5\n12, [N/A]\n')).toBeNull();
    expect(parseGpus('NVIDIA H200, 143771\n\nno GPU here\n')).toEqual([
      { name: 'NVIDIA H200', memory_bytes: 143771 * 2 ** 20 },
    ]);
  });
});

describe('a stand-in for data', () => {
  it('holds two batches of noise, made once', async () => {
    const parent = temporaryFolder();
    const one = { ...smallCase, batch_size: 3 };
    const folder = standInData(one, parent);
    expect(standInData(one, parent)).toBe(folder);
    expect(readdirSync(parent)).toHaveLength(1);
    const data = openDataset(folder);
    expect(data.size).toBe(6);
    const pictures = await Promise.all([0, 1].map((i) => data.picture(i)));
    expect(pictures[0]!.data).not.toEqual(pictures[1]!.data);
    expect(data.info(0).captions[0]!.split(' ')).toHaveLength(10);
    data.close();
  });
});
