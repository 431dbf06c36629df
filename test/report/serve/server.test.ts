import { appendFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { servePage, type PageServer } from '../../../report/serve/server.js';
import { makeExperiment, metricsLine, study, type Made } from '../support/experiment.js';
import { scatter } from '../support/figures.js';

let server: PageServer | undefined;
afterEach(async () => server?.close());

async function serve(): Promise<Made> {
  const made = makeExperiment(study([0]), [scatter({ series: 'cleaning' })]);
  server = await servePage({ port: 0, plan: () => made.plan, outputs: made.outputs, lookMs: 50 });
  return made;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A request whose path and headers are sent as they are. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(server!.url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }));
    });
    asked.on('error', reject).end();
  });
}

describe('servePage', () => {
  it('answers on this machine only, with nothing that may be kept', async () => {
    await serve();
    expect(new URL(server!.url).hostname).toBe('127.0.0.1');
    const { status, headers, body } = await ask('/');
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(body).toContain('data-live');
  });

  it('only shows', async () => {
    await serve();
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await ask('/', {}, method)).status).toBe(405);
    expect((await ask('/', { host: 'evil.example' })).status).toBe(403);
  });

  it.each([
    '/log/../../../../etc/passwd',
    '/log/..%2f..%2f..%2fetc%2fpasswd',
    '/log/clean-000000000000',
    '/../package.json',
    '/stages',
    '//etc/passwd',
    '/log/',
  ])('gives nothing for %s', async (path) => {
    await serve();
    expect((await ask(path)).status).toBe(404);
  });

  it('shows what is there when it is asked, not what was', async () => {
    const { plan, file } = await serve();
    const before = await ask('/');
    expect(before.body).not.toContain('12.3456');
    appendFileSync(file(plan.runs[0]!.name, 'metrics.jsonl'), `${metricsLine([3, 12.3456, 1])}\n`);
    expect((await ask('/')).body).toContain('12.3456');
  });

  it('gives the log of a stage of the plan', async () => {
    const { plan, outputs } = await serve();
    const { id } = plan.stages.find(({ kind }) => kind === 'clean')!;
    writeFileSync(join(outputs, 'stages', id, 'log.txt'), 'hello\n<b>\n');
    const { body, headers } = await ask(`/log/${id}?from=0`);
    expect(body).toBe('hello\n<b>\n');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect((await ask(`/log/${id}?from=${String(headers['x-log-to'])}`)).body).toBe('');
    expect((await ask(`/log/${id}?from=nonsense`)).body).toBe('hello\n<b>\n');
  });

  it('sends what changes, and after a break what was missed', async () => {
    const { plan, file } = await serve();
    const version = /data-version="([^"]*)"/.exec((await ask('/')).body)![1]!;
    const first = await events(`/events?since=${version}`, {}, () =>
      appendFileSync(file(plan.runs[0]!.name, 'metrics.jsonl'), `${metricsLine([3, 41.5, 1])}\n`),
    );
    expect(Object.keys(first.data.parts)).toContain('figure:scatter');
    expect(first.data.sections.map(({ id }) => id)).toContain('overview');
    expect(first.data.sections.map(({ id }) => id)).not.toContain('experiment');
    // A browser that lost the connection says which it saw last.
    appendFileSync(file(plan.runs[1]!.name, 'metrics.jsonl'), `${metricsLine([3, 42.5, 1])}\n`);
    const second = await events('/events', { 'last-event-id': first.id }, () => {});
    expect(Object.keys(second.data.parts)).toContain('runs');
  });
});

interface Event {
  readonly id: string;
  readonly data: {
    readonly parts: Record<string, unknown>;
    readonly sections: readonly { readonly id: string }[];
  };
}

/** The first update that comes. */
function events(path: string, headers: Record<string, string>, meanwhile: () => void): Promise<Event> {
  const { hostname, port } = new URL(server!.url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers }, (response) => {
      expect(response.headers['content-type']).toContain('text/event-stream');
      let text = '';
      response.setEncoding('utf8').on('data', (more: string) => {
        text += more;
        const [, id, data] = /id: (.*)\nevent: update\ndata: (.*)\n\n/.exec(text) ?? [];
        if (data === undefined) return;
        asked.destroy();
        resolve({ id: id!, data: JSON.parse(data) as Event['data'] });
      });
      setTimeout(meanwhile, 100);
    });
    asked.on('error', (error) => {
      if (!asked.destroyed) reject(error);
    });
    asked.end();
  });
}
