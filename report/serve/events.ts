import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Feed } from './feed.js';

/** Between two comments that keep the connection from looking dead. */
const heartbeatMs = 15_000;

/** Sends what changes as server-sent events (WHATWG HTML, 9.2), from the version that the page has. */
export function sendEvents(
  request: IncomingMessage,
  response: ServerResponse,
  feed: Feed,
  since: string,
): void {
  let version = since;
  const send = () => {
    const update = feed.since(version);
    version = feed.version;
    if (update !== null && !response.writableEnded)
      response.write(`id: ${version}\nevent: update\ndata: ${JSON.stringify(update)}\n\n`);
  };
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.write('retry: 1000\n\n');
  send();
  const stop = feed.listen(send);
  const beat = setInterval(() => response.write(': still here\n\n'), heartbeatMs);
  request.on('close', () => {
    stop();
    clearInterval(beat);
  });
}
