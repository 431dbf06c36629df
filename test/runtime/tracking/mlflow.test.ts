import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Mlflow } from '../../../runtime/tracking/mlflow.js';
import { MlflowClient } from '../../../runtime/tracking/mlflow-client.js';
import { Sweep } from '../../../runtime/tracking/sweep.js';
import { MlflowStandIn } from './mlflow-server.js';
import { loss, makeStore, metrics } from './support.js';

let server: MlflowStandIn;
let url: string;
beforeEach(async () => {
  server = new MlflowStandIn();
  url = await server.start();
});
afterEach(() => server.stop());

describe('Mlflow', () => {
  const sweepOf = ({ plan, outputs }: ReturnType<typeof makeStore>, environment = {}) =>
    new Sweep(
      plan,
      outputs,
      new Mlflow(new MlflowClient(url, environment), 'made'),
      join(outputs, 'memory.json'),
    );

  it('makes a run of each training, with parameters, metrics by step and state', async () => {
    const store = makeStore();
    store.write('pretrain', 'train.jsonl', loss(10, 2.5), loss(20, 1.25));
    store.write('evaluate', 'metrics.jsonl', metrics(1, 20, 0.5, 0.75));
    store.write('clean', 'metrics.jsonl', metrics(0, 0, 0.5, 0.9));
    await sweepOf(store).run();
    expect([...server.experiments.keys()]).toEqual(['made']);
    expect([...server.runs.values()].map(({ run_name }) => run_name)).toEqual([
      'pretrain',
      'clean · lr 0.001',
    ]);
    const [pretrain] = [...server.runs.values()];
    expect(Object.fromEntries(pretrain!.params)).toEqual({ epochs: '2', 'optimizer.lr': '0.1' });
    expect(
      pretrain!.metrics.filter(({ key }) => key === 'loss').map(({ step, value }) => [step, value]),
    ).toEqual([
      [10, 2.5],
      [20, 1.25],
    ]);
    expect(pretrain!.metrics).toContainEqual(
      expect.objectContaining({ key: 'asr/top1', value: 0.75, step: 20 }),
    );
    expect(pretrain!.tags).toContainEqual({ key: 'expc.runs', value: 'one\ntwo' });
  });

  it('goes on with the same runs, and with an experiment that is there', async () => {
    const store = makeStore();
    server.experiments.set('made', '7');
    store.write('pretrain', 'train.jsonl', loss(10, 2));
    await sweepOf(store).run();
    store.write('pretrain', 'train.jsonl', loss(20, 1));
    await sweepOf(store).run();
    expect(server.runs.size).toBe(1);
    expect([...server.runs.values()][0]!.experiment_id).toBe('7');
    expect([...server.runs.values()][0]!.metrics.filter(({ key }) => key === 'loss')).toHaveLength(2);
  });

  it('sends many rows in pieces that the server takes', async () => {
    const store = makeStore();
    store.write('pretrain', 'train.jsonl', ...Array.from({ length: 2000 }, (_, i) => loss(i + 1, 1)));
    await sweepOf(store).run();
    expect([...server.runs.values()][0]!.metrics).toHaveLength(8000);
    expect(server.requests).toBeLessThan(20);
  });

  it('says what the server answers, and sends it later', async () => {
    const store = makeStore();
    store.write('pretrain', 'train.jsonl', loss(10, 2));
    server.trouble = 500;
    await expect(sweepOf(store).run()).rejects.toThrow(
      /answers 500 to experiments\/get-by-name: out of order/,
    );
    server.trouble = null;
    await sweepOf(store).run();
    expect(server.runs.size).toBe(1);
  });

  it('says when there is no server', async () => {
    const store = makeStore();
    store.write('pretrain', 'train.jsonl', loss(10, 2));
    await server.stop();
    await expect(sweepOf(store).run()).rejects.toThrow(/does not answer: .*ECONNREFUSED/);
  });

  it('shows who it is as MLflow’s own client does', async () => {
    const client = (environment: NodeJS.ProcessEnv) =>
      new MlflowClient(url, environment).post('experiments/create', { name: 'x' });
    await client({ MLFLOW_TRACKING_TOKEN: 'secret' });
    expect(server.authorization).toBe('Bearer secret');
    await client({ MLFLOW_TRACKING_USERNAME: 'me', MLFLOW_TRACKING_PASSWORD: 'pw' });
    expect(server.authorization).toBe(`Basic ${Buffer.from('me:pw').toString('base64')}`);
    await client({});
    expect(server.authorization).toBeUndefined();
  });
});
