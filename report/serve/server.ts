import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import type { Plan } from '../../schema/plan.js';
import { logFile, stageFolder } from '../../runtime/store/stage-folder.js';
import { documentOf } from '../page/document.js';
import { readModel } from '../page/model.js';
import { snapshotOf, type Snapshot } from '../page/snapshot.js';
import { sendEvents } from './events.js';
import { Feed } from './feed.js';
import { refusalOf } from './guard.js';
import { readLog } from './logs.js';
import { traceOf } from './watch.js';

export interface ServeOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** The plan as its file says now: asked before every look. */
  readonly plan: () => Plan;
  readonly outputs: string;
  /** Between two looks at the store; longer where a look takes long. */
  readonly lookMs?: number;
}

export interface PageServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the page about an experiment on this machine alone, and sends what changes while it is looked at. It writes
 * nothing and starts nothing.
 */
export async function servePage(options: ServeOptions): Promise<PageServer> {
  const feed = new Feed(await look(options));
  const server = createServer((request, response) => {
    answer(request, response, feed, options, (server.address() as AddressInfo).port);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const ending = new AbortController();
  const watching = watch(feed, options, ending.signal);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      ending.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await watching;
    },
  };
}

async function look({ plan, outputs }: ServeOptions): Promise<Snapshot> {
  return snapshotOf(await readModel(plan(), outputs), true);
}

/** Looks at the store while somebody looks at the page; a look costs at most a fifth of the time. */
async function watch(feed: Feed, options: ServeOptions, signal: AbortSignal): Promise<void> {
  const { plan, outputs, lookMs = 1000 } = options;
  let before: string | null = null;
  let pause = lookMs;
  while (!signal.aborted) {
    await sleep(pause, undefined, { signal }).catch(() => {});
    if (signal.aborted || feed.listening === 0) continue;
    const begun = performance.now();
    try {
      const trace = `${traceOf(plan(), outputs)}${feed.version}`;
      if (trace !== before) feed.take(await look(options));
      before = `${traceOf(plan(), outputs)}${feed.version}`;
    } catch {
      before = null; // A file may vanish between two looks at it: the next look sees how things are.
    }
    pause = Math.max(lookMs, 4 * (performance.now() - begun));
  }
}

const headers = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  feed: Feed,
  options: ServeOptions,
  port: number,
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const refusal = refusalOf(request, port);
  if (refusal === null) route(request, response, feed, options);
  else text(response, refusal.status, refusal.message);
}

function route(request: IncomingMessage, response: ServerResponse, feed: Feed, options: ServeOptions): void {
  const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
  const stage = /^\/log\/([\w-]+)$/.exec(pathname)?.[1];
  if (pathname === '/') void page(response, feed, options);
  else if (pathname === '/events') {
    const since = request.headers['last-event-id'] ?? searchParams.get('since') ?? '';
    sendEvents(request, response, feed, String(since));
  } else if (stage !== undefined && options.plan().stages.some(({ id }) => id === stage)) {
    // Only what the plan names is a folder's name: no path can be made of it.
    log(response, options.outputs, stage, Number(searchParams.get('from')));
  } else text(response, 404, 'there is no such page');
}

/** The page as things are now, whatever was seen before. */
async function page(response: ServerResponse, feed: Feed, options: ServeOptions): Promise<void> {
  try {
    feed.take(await look(options));
  } catch {
    // What was seen last, then.
  }
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(documentOf(feed.snapshot, true, feed.version));
}

function log(response: ServerResponse, outputs: string, stage: string, wanted: number): void {
  const piece = readLog(
    join(stageFolder(outputs, stage), logFile),
    Number.isFinite(wanted) ? Math.max(0, wanted) : 0,
  );
  response.setHeader('x-log-from', piece.from);
  response.setHeader('x-log-to', piece.to);
  text(response, 200, piece.text);
}

function text(response: ServerResponse, status: number, content: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    ...(status === 405 && { allow: 'GET, HEAD' }),
  });
  response.end(content);
}
