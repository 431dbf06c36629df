import { createServer } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { startTracking } from '../../../runtime/tracking/start.js';
import { pythonOrNull } from '../../support/python.js';
import { loss, makeStore, metrics } from './support.js';

/** A real server is half a gigabyte to install: asked for by EXPC_MLFLOW=1. */
const python = process.env.EXPC_MLFLOW === '1' ? await pythonOrNull('mlflow', 'mlflow') : null;

/** What MLflow's own client finds. */
const reader = `
import json, sys
from mlflow.tracking import MlflowClient
client = MlflowClient(sys.argv[1])
experiment = client.get_experiment_by_name('made')
found = {}
for run in client.search_runs([experiment.experiment_id]):
    history = {key: [[m.step, m.value] for m in client.get_metric_history(run.info.run_id, key)] for key in run.data.metrics}
    found[run.info.run_name] = {'params': run.data.params, 'metrics': history, 'status': run.info.status, 'stage': run.data.tags['expc.stage']}
print(json.dumps(found))
`;

interface Found {
  readonly params: Readonly<Record<string, string>>;
  readonly metrics: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  readonly status: string;
  readonly stage: string;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe.skipIf(python === null)('a real MLflow server', { timeout: 240_000 }, () => {
  it('has the numbers, parameters and states, as its own client reads them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'expc-mlflow-'));
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const store = `sqlite:///${folder}/mlflow.db`;
    const options = [
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--backend-store-uri',
      store,
      '--workers',
      '1',
    ];
    const server = execa(python!, ['-m', 'mlflow', 'server', ...options], {
      cwd: folder,
      reject: false,
      env: { MLFLOW_DISABLE_TELEMETRY: 'true', DO_NOT_TRACK: 'true' },
    });
    try {
      const answers = async () => (await fetch(`${url}/health`).catch(() => null))?.ok ?? false;
      await expect.poll(answers, { timeout: 120_000, interval: 500 }).toBe(true);
      const { plan, outputs, write } = makeStore({ mlflow: { url } });
      write('pretrain', 'train.jsonl', ...Array.from({ length: 300 }, (_, i) => loss(i + 1, 1 / (i + 1))));
      write('evaluate', 'metrics.jsonl', metrics(1, 20, 0.5, 0.75));
      write('clean', 'metrics.jsonl', metrics(0, 0, 0.5, 0.9));
      const warn = (message: string) => expect.fail(message);
      await startTracking(plan, outputs, { warn, patienceSeconds: 60 }).finish();
      const { stdout } = await execa(python!, ['-c', reader, url]);
      const found = JSON.parse(stdout) as Record<string, Found>;
      expect(Object.keys(found).sort()).toEqual(['clean · lr 0.001', 'pretrain']);
      expect(found['pretrain']!.params).toEqual({ epochs: '2', 'optimizer.lr': '0.1' });
      expect(found['pretrain']!.metrics['loss']).toEqual(
        Array.from({ length: 300 }, (_, i) => [i + 1, 1 / (i + 1)]),
      );
      expect(found['pretrain']!.metrics['accuracy/top1']).toEqual([[20, 0.5]]);
      expect(found['clean · lr 0.001']!.metrics['asr/top1']).toEqual([[0, 0.9]]);
      expect(found['clean · lr 0.001']!.stage).toBe('clean-cccccccccccc');
    } finally {
      server.kill('SIGTERM');
      await server;
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
