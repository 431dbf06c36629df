import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTracking } from '../../../runtime/tracking/start.js';
import { MlflowStandIn } from './mlflow-server.js';
import { loss, makeStore } from './support.js';

let server: MlflowStandIn;
let url: string;
beforeEach(async () => {
  server = new MlflowStandIn();
  url = await server.start();
});
afterEach(() => server.stop());

const losses = () =>
  [...server.runs.values()].flatMap(({ metrics }) => metrics.filter(({ key }) => key === 'loss'));

describe('startTracking', () => {
  it('starts nothing unless it is asked to', async () => {
    const { plan, outputs } = makeStore({});
    await startTracking(plan, outputs, { warn: (message) => expect.fail(message) }).finish();
    expect(existsSync(`${outputs}/tracking`)).toBe(false);
  });

  it('follows a store while it grows, and catches up at the end', async () => {
    const { plan, outputs, write } = makeStore({ mlflow: { url } });
    const tracking = startTracking(plan, outputs, { warn: (message) => expect.fail(message), seconds: 0.1 });
    write('pretrain', 'train.jsonl', loss(10, 2));
    await expect.poll(() => losses().length, { timeout: 20_000 }).toBe(1);
    write('pretrain', 'train.jsonl', loss(20, 2));
    await tracking.finish();
    expect(losses().map(({ step }) => step)).toEqual([10, 20]);
  });

  it('warns of a server that is out of order, once, and ends all the same', async () => {
    const { plan, outputs, write } = makeStore({ mlflow: { url } });
    server.trouble = 503;
    write('pretrain', 'train.jsonl', loss(10, 2));
    const warnings: string[] = [];
    const tracking = startTracking(plan, outputs, {
      warn: (message) => warnings.push(message),
      seconds: 0.05,
    });
    await expect.poll(() => server.requests, { timeout: 20_000 }).toBeGreaterThan(3);
    await tracking.finish();
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('answers 503');
  });

  it('gives up a tracker that hangs', async () => {
    const deaf = createServer(() => {});
    await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve));
    const { port } = deaf.address() as AddressInfo;
    const { plan, outputs, write } = makeStore({ mlflow: { url: `http://127.0.0.1:${port}` } });
    write('pretrain', 'train.jsonl', loss(10, 2));
    const warnings: string[] = [];
    const warn = (message: string) => void warnings.push(message);
    await startTracking(plan, outputs, { warn, patienceSeconds: 1 }).finish();
    expect(warnings.join()).toContain('its process ended with a signal');
    deaf.closeAllConnections();
    deaf.close();
  });

  it('is not hurt by a follower that does not start', async () => {
    const { plan, outputs } = makeStore({ mlflow: { url } });
    const warnings: string[] = [];
    const warn = (message: string) => void warnings.push(message);
    await startTracking(plan, outputs, { warn, entry: '/nowhere/child.js' }).finish();
    expect(warnings.join()).toContain('its process ended with 1');
  });
});
