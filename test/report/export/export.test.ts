import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { exportTables, table } from '../../../report/export/tables.js';
import { asCsv, asParquet, writeTables } from '../../../report/export/write.js';
import { readResults } from '../../../report/results/read.js';
import type { AxisValue } from '../../../schema/plan.js';
import { makeExperiment, study } from '../support/experiment.js';

const bytes = (array: Uint8Array) =>
  array.buffer.slice(array.byteOffset, array.byteOffset + array.byteLength);
const objects = (array: Uint8Array) => parquetReadObjects({ file: bytes(array) as ArrayBuffer });

describe('exportTables', () => {
  const made = () => {
    const { plan, outputs } = makeExperiment(study());
    return exportTables(plan, readResults(plan, outputs), outputs);
  };

  it('has a row for each run, and one for each of its evaluations', async () => {
    const [runs, metrics] = made();
    expect(await objects(asParquet(runs!))).toHaveLength(16);
    const rows = await objects(asParquet(metrics!));
    expect(rows).toHaveLength(48);
    expect(rows[2]).toEqual({
      run: 'mmcl/CleanCLIP/0.001/0',
      objective: 'mmcl',
      cleaning: 'CleanCLIP',
      'clean.optimizer.lr': 0.001,
      seed: 0n,
      epoch: 2n,
      step: 20n,
      'accuracy.top1': 0.38,
      'asr.top1': 0.04,
    });
  });

  it('is the same in CSV', () => {
    const [, metrics] = made();
    const rows = parse(asCsv(metrics!), { columns: true }) as unknown as Record<string, string>[];
    expect(rows[2]).toMatchObject({ run: 'mmcl/CleanCLIP/0.001/0', epoch: '2', 'accuracy.top1': '0.38' });
  });

  it('has a row for the model that each cleaning starts from, also where that is not epoch 0', async () => {
    const { plan, outputs } = makeExperiment([
      { axes: { way: 'as it was' }, clean: [[0, 50, 90], [1, 40, 5]], evaluate: [[4, 49, 91], [5, 51, 92]], pretrain: 'a' }, // prettier-ignore
      { axes: { way: 'shrunk' }, clean: [[0, 10, 1], [1, 40, 5]], evaluate: [[4, 49, 91], [5, 51, 92]], pretrain: 'a', from: 4, shrunk: true }, // prettier-ignore
      { axes: { way: 'not begun' }, clean: [], pretrain: 'b' },
      { axes: { way: 'not cleaned' }, clean: null, evaluate: [[5, 51, 92]], pretrain: 'c' },
    ]);
    const starts = exportTables(plan, readResults(plan, outputs), outputs)[2]!;
    const stage = plan.stages.find(({ kind }) => kind === 'pretrain')!.id;
    expect(starts.name).toBe('starts');
    expect(await objects(asParquet(starts))).toEqual([
      { run: 'as it was', way: 'as it was', stage, epoch: 5n, 'accuracy.top1': 0.5, 'asr.top1': 0.9 },
      { run: 'shrunk', way: 'shrunk', stage, epoch: 4n, 'accuracy.top1': 0.49, 'asr.top1': 0.91 },
    ]);
  });

  it('has a row for each logged step and evaluation of a training', async () => {
    const [, , , trainings] = made();
    const rows = await objects(asParquet(trainings!));
    expect(rows).toHaveLength(48);
    expect(rows[0]).toMatchObject({ kind: 'clean', step: 0n, 'asr.top1': 0.95 });
  });

  it('gives tables without rows of an experiment that has not begun', () => {
    const { plan } = makeExperiment(study());
    const tables = exportTables(plan, readResults(plan, '/nowhere'), '/nowhere');
    expect(tables.map(({ columns }) => columns[0]?.values.length ?? 0)).toEqual([16, 0, 0, 0]);
    for (const one of tables) expect(() => asParquet(one)).not.toThrow();
  });
});

describe('writeTables', () => {
  it('writes a file for each table and format', () => {
    const { outputs } = makeExperiment([]);
    const paths = writeTables([table('a', [{ x: 1 }])], join(outputs, 'export'), ['csv', 'parquet']);
    expect(paths.map((path) => path.split('/').at(-1))).toEqual(['a.csv', 'a.parquet']);
    expect(readFileSync(paths[0]!, 'utf8')).toBe('x\n1\n');
    expect(readFileSync(paths[1]!).subarray(0, 4).toString()).toBe('PAR1');
  });
});

describe('any table', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  );
  const rows = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), value as fc.Arbitrary<AxisValue>), {
    maxLength: 20,
  });

  it('comes back from Parquet and CSV as it was', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (list) => {
        const made = table('t', list);
        const back = made.columns.length === 0 ? [] : await objects(asParquet(made));
        const text = parse(asCsv(made), { columns: true, relax_quotes: false }) as unknown as Record<
          string,
          string
        >[];
        for (const { name, type, values } of made.columns)
          values.forEach((one, i) => {
            const found: unknown = back[i]![name];
            const plain = typeof found === 'bigint' ? Number(found) : (found ?? null);
            expect(plain).toEqual(type === 'integer' && Object.is(one, -0) ? 0 : one);
            if (made.columns.length > 1 && one !== null) expect(text[i]![name]).toBe(String(one));
          });
      }),
      { numRuns: 60 },
    );
  });
});
