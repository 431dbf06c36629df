import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJsonLines } from '../../runtime/store/json-lines.js';
import { expc, metricsOf, store, tiny } from './support.js';

const minutes = 60_000;

describe('a finished pre-training', () => {
  const outputs = store();
  const run = (...args: readonly string[]) => expc('run', tiny, '--plain', '--outputs', outputs, ...args);
  const pretrainings = () => readdirSync(join(outputs, 'stages')).filter((id) => id.startsWith('pretrain'));

  it(
    'was measured while it trained, though it alone was asked for',
    async () => {
      const { exitCode, all } = await run('--only', 'pretrain');
      expect(exitCode, all).toBe(0);
      expect(metricsOf(outputs, 'evaluate').map((rows) => rows.map(({ epoch }) => epoch))).toEqual([
        [0, 1, 2, 3],
      ]);
    },
    5 * minutes,
  );

  it(
    'makes an epoch again that it did not keep, when a cleaning needs it',
    async () => {
      const sets = ['--set', 'clean.from=1', '--set', 'clean.epochs=1'];
      const { exitCode, all } = await run(...sets, '--only', 'clean');
      expect(exitCode, all).toBe(0);
      expect(all).toContain(
        'pretrain was finished without keeping epoch 1: made again from the checkpoints before',
      );
      const measured = metricsOf(outputs, 'evaluate')[0]!.find(({ epoch }) => epoch === 1)!.metrics;
      for (const rows of metricsOf(outputs, 'clean')) expect(rows[0]!.metrics).toEqual(measured);
      expect((await expc('verify', '--outputs', outputs)).exitCode).toBe(0);
    },
    5 * minutes,
  );

  it(
    'is gone on with by a longer one, from its last epoch and without a jump of the learning rate',
    async () => {
      const before = pretrainings();
      const { exitCode, all } = await run('--extend', '--set', 'pretrain.epochs=4', '--only', 'pretrain');
      expect(exitCode, all).toBe(0);
      expect(all).toMatch(/pretrain-\w+ goes on from pretrain-\w+, after its 3 epochs/);
      const [longer] = pretrainings().filter((id) => !before.includes(id));
      const epochs = metricsOf(outputs, 'evaluate').map((rows) => rows.map(({ epoch }) => epoch));
      expect(epochs).toContainEqual([3, 4]);
      const rows = readJsonLines(join(outputs, 'stages', longer!, 'train.jsonl')) as {
        step: number;
        lr: number;
      }[];
      const shorter = readJsonLines(join(outputs, 'stages', before[0]!, 'train.jsonl')) as typeof rows;
      expect(rows[0]!.step).toBeGreaterThan(shorter.at(-1)!.step);
      expect(rows[0]!.lr).toBeLessThan(1e-3);
    },
    5 * minutes,
  );
});
