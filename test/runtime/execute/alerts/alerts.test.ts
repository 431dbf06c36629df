import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Plan } from '../../../../schema/plan.js';
import { alertOf } from '../../../../runtime/execute/alerts/alert.js';
import { sendAlert } from '../../../../runtime/execute/alerts/send.js';
import { alertSettings } from '../../../../runtime/execute/alerts/settings.js';
import { execute } from '../../../../runtime/execute/run.js';
import type { Outcome } from '../../../../runtime/execute/task.js';
import { silentView } from '../../../../runtime/execute/view/view.js';
import { temporaryFolder } from '../../store/support/folder.js';
import { fakeNvidiaSmi } from '../support/nvidia-smi.js';
import { toyPlan, toyStage } from '../support/plans.js';
import { readyLauncher } from '../support/ready-launcher.js';

type Alerts = NonNullable<Plan['execution']['alerts']>;

let server: Server;
let address: string;
/** What the server was sent, and what it answers. */
let received: Record<string, unknown>[] = [];
let status = 200;

beforeEach(async () => {
  received = [];
  status = 200;
  vi.stubEnv('EXPC_ALERT_COMMAND', '');
  vi.stubEnv('EXPC_ALERT_WEBHOOK', '');
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (data) => (body += String(data)));
    request.on('end', () => {
      received.push(JSON.parse(body) as Record<string, unknown>);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret`;
});
afterEach(() => {
  vi.unstubAllEnvs();
  server.close();
  server.closeAllConnections();
});

describe('who is told', () => {
  const settings = (alerts?: Partial<Alerts>, environment = {}) =>
    alertSettings({ execution: { alerts } as Plan['execution'] }, environment);

  it('is nobody, unless an experiment or the environment says so', () => {
    expect(settings()).toBeNull();
    expect(settings(undefined, { EXPC_ALERT_COMMAND: '' })).toBeNull();
    expect(settings({})).toMatchObject({ command: undefined, webhook: undefined, idleMinutes: 10 });
    expect(settings(undefined, { EXPC_ALERT_COMMAND: 'mail' })).toMatchObject({ command: 'mail' });
  });

  it('is whom the environment names, in place of whom the file does', () => {
    const file = { command: 'a', webhook: 'http://a', on: ['ended'], idle_minutes: 3 } as const;
    const both = settings({ ...file, on: [...file.on] }, { EXPC_ALERT_WEBHOOK: 'http://b' });
    expect(both).toEqual({ command: 'a', webhook: 'http://b', on: new Set(['ended']), idleMinutes: 3 });
  });
});

describe('a message', () => {
  const alert = alertOf('failed', 'quickstart', 'clean failed: no "memory"\nhint: less', {
    stage: 'clean-1',
  });

  it('goes to a command, as text in its environment and as JSON on its input', async () => {
    const file = join(temporaryFolder(), 'said');
    const command = `{ printf '%s|%s|' "$EXPC_ALERT_EVENT" "$EXPC_ALERT"; cat; } > '${file}'`;
    expect(await sendAlert(alert, { command, webhook: undefined })).toEqual([]);
    const [event, text, json] = readFileSync(file, 'utf8').split('|');
    expect([event, text]).toEqual(['failed', alert.text]);
    expect(JSON.parse(json!)).toEqual(alert);
    expect(alert.text).toMatch(/^quickstart on .+: clean failed/);
  });

  it('goes to an address, with the text where chat programs look for it', async () => {
    expect(await sendAlert(alert, { command: undefined, webhook: address })).toEqual([]);
    expect(received).toEqual([{ ...alert, content: alert.text }]);
  });

  it('that cannot be sent is told in a line, without the address', async () => {
    status = 403;
    const refused = await sendAlert(alert, { command: 'echo no such list >&2; exit 3', webhook: address });
    expect(refused).toEqual([
      'the command of an alert failed: no such list',
      `an alert was refused by ${new URL(address).host}: 403 Forbidden`,
    ]);
    server.close();
    server.closeAllConnections();
    const [lost] = await sendAlert(alert, { command: undefined, webhook: address });
    expect(lost).toMatch(/^an alert did not reach 127\.0\.0\.1:\d+: .+/);
    expect(lost).not.toContain('secret');
    expect(await sendAlert(alert, { command: 'true', webhook: undefined })).toEqual([]);
    const [missing] = await sendAlert(alert, { command: 'no-such-program-here', webhook: undefined });
    expect(missing).toContain('not found');
  });
});

const failed = (message: string): Outcome => ({ status: 'failed', message, hint: 'less', mayRetry: false });

/** Carries stages out that end as they are told; what is noted in the view. */
async function run(outcomeOf: (stage: string) => Outcome | Promise<Outcome>, alerts: Partial<Alerts>) {
  const notices: string[] = [];
  const stages = Array.from({ length: 3 }, (_, salt) => toyStage('pretrain', { salt }));
  const execution = { alerts: { webhook: address, on: ['ended', 'failed', 'idle-gpu'], ...alerts } };
  const summary = await execute(toyPlan(stages, { execution: execution as never }), {
    outputs: temporaryFolder(),
    view: { ...silentView, notice: (line) => notices.push(line) },
    launcher: readyLauncher(outcomeOf),
  });
  return { summary, notices, stages };
}

describe('a run tells', () => {
  it('that it has ended, and how', async () => {
    await run(() => ({ status: 'done', observed: [], seconds: 0 }), {});
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({
      event: 'ended',
      experiment: 'toy',
      outcome: 'ended',
      counts: { done: 3 },
    });
    expect(received[0]!.text).toMatch(/^toy on .+: ended, 3 stages: 3 done in /);
  });

  it('of failures, the same error once, and of the end', async () => {
    await run((stage) => failed(`${stage} ran out of memory`), {});
    expect(received.map(({ event }) => event)).toEqual(['failed', 'ended']);
    expect(received[0]!.text).toMatch(/pretrain-\w+ ran out of memory\nhint: less\nlog: /);
    expect(received[1]).toMatchObject({ outcome: 'failed', counts: { failed: 3 } });
  });

  it('of different errors each', async () => {
    await run((stage) => failed(`error ${stage.slice(-1)} of ${stage}`), { on: ['failed'] });
    expect(received.every(({ event }) => event === 'failed')).toBe(true);
    expect(received.length).toBeGreaterThan(1);
  });

  it('nothing where there was nothing to do', async () => {
    const plan = toyPlan([], { execution: { alerts: { webhook: address } } as never });
    await execute(plan, { outputs: temporaryFolder(), view: 'silent' });
    expect(received).toEqual([]);
  });

  it('in its view, once, that messages do not arrive, and is not hurt by that', async () => {
    status = 500;
    const { summary, notices } = await run(() => failed('it broke'), {});
    expect(summary.counts).toMatchObject({ failed: 3 });
    expect(notices).toEqual([
      `warning: an alert was refused by ${new URL(address).host}: 500 Internal Server Error`,
    ]);
  });

  it('of a GPU that computes nothing while stages wait', async () => {
    const say = fakeNvidiaSmi({ used: 31744, percent: 99 }, { used: 3, percent: 0 });
    let end = () => {};
    const isOver = new Promise<void>((resolve) => (end = resolve));
    const done = run(
      async () => {
        await isOver;
        return { status: 'done', observed: [], seconds: 0 };
      },
      { on: ['idle-gpu'], idle_minutes: 1e-9 },
    );
    await vi.waitUntil(() => received.length > 0, { timeout: 20_000, interval: 100 });
    say({ used: 0 }, { used: 0 });
    end();
    const { notices } = await done;
    expect(received[0]).toMatchObject({ event: 'idle-gpu', gpu: 'GPU-1', stages: 1, memory: 3 });
    expect(notices[0]).toBe(
      'GPU GPU-1 has computed nothing for 0 minutes: a stage is on it; 3 MiB of its memory are in use',
    );
  });
});
