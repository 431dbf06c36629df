import type { IncomingMessage } from 'node:http';

/** Why a request is refused. */
export interface Refusal {
  readonly status: 400 | 403 | 405;
  readonly message: string;
}

const ownNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Refuses what no page of ours asks. Another site's name in `Host` means that the browser was told that this address
 * is that site's (DNS rebinding); a foreign `Origin` or `Sec-Fetch-Site`, that a page from elsewhere asks.
 */
export function refusalOf({ method, url, headers }: IncomingMessage, port: number): Refusal | null {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, message: 'this server only shows' };
  const name = /^(.*?)(?::(\d+))?$/.exec(headers.host ?? '')!;
  const isOwn = ownNames.has(name[1]!.toLowerCase()) && Number(name[2] ?? 80) === port;
  if (!isOwn) return { status: 403, message: 'this server answers to localhost only' };
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${headers.host}`)
    return { status: 403, message: 'another site may not ask here' };
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site')
    if (headers['sec-fetch-mode'] !== 'navigate')
      return { status: 403, message: 'another site may not ask here' };
  if (url === undefined || !url.startsWith('/')) return { status: 400, message: 'what is asked for?' };
  return null;
}
