import type { Dispatcher } from 'undici';
import { DownloadFailure, networkFailure } from '../failure.js';
import { refuseOthers } from '../pictures/sniff.js';
import type { Connections } from './connections.js';
import type { Patience } from './patience.js';
import { retryAfterSeconds } from './retry-after.js';

export interface FetchOptions {
  readonly connections: Connections;
  readonly patience: Patience;
  readonly userAgent: string;
  readonly seconds: number;
  readonly maxBytes: number;
  /** Told of every byte that is held, and let go of. */
  readonly onBytes?: (count: number) => void;
}

/** What a server answered: the bytes of something that begins like a picture, or where to ask instead. */
export type Answer = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly location: string };

const redirects = new Set([301, 302, 303, 307, 308]);
/** States of a server that may pass (RFC 9110 and 6585). */
const passing = new Set([408, 425, 429]);

/**
 * Asks for a URL once, without following redirects.
 *
 * @param stop ends it when it aborts, with its reason
 * @throws DownloadFailure, or the reason of `stop`
 */
export async function fetchOnce(
  url: URL,
  { connections, patience, userAgent, seconds, maxBytes, onBytes = () => undefined }: FetchOptions,
  stop: AbortSignal,
): Promise<Answer> {
  const abort = new AbortController();
  const tooLate = new DownloadFailure('timed out', `no whole answer in ${seconds} s`, {
    mayPass: true,
    isSilent: true,
  });
  const heardInTime = patience.wait(seconds, () => abort.abort(tooLate));
  const onStop = () => abort.abort(stop.reason);
  stop.addEventListener('abort', onStop, { once: true });
  try {
    return await connections.use(url.origin, async (pool) => {
      const response = await pool.request({
        path: url.pathname + url.search,
        method: 'GET',
        headers: { 'user-agent': userAgent, accept: 'image/*,*/*;q=0.5', 'accept-encoding': 'identity' },
        signal: abort.signal,
      });
      try {
        return await answerOf(response, maxBytes, onBytes);
      } finally {
        if (!response.body.readableEnded) response.body.on('error', () => undefined).destroy();
      }
    });
  } catch (error) {
    if (abort.signal.aborted) throw abort.signal.reason;
    throw networkFailure(error);
  } finally {
    heardInTime();
    stop.removeEventListener('abort', onStop);
  }
}

async function answerOf(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  maxBytes: number,
  onBytes: (count: number) => void,
): Promise<Answer> {
  if (redirects.has(statusCode)) {
    const location = headers.location;
    if (typeof location === 'string' && location !== '') return { location };
    throw new DownloadFailure(`HTTP ${statusCode}`, 'a redirect that does not say where to');
  }
  if (statusCode !== 200) {
    const mayPass = passing.has(statusCode) || statusCode >= 500;
    const retryAfter = mayPass ? retryAfterSeconds(headers['retry-after']) : undefined;
    const detail = retryAfter === undefined ? '' : 'asks to come again later';
    throw new DownloadFailure(`HTTP ${statusCode}`, detail, { mayPass, ...(retryAfter !== undefined && { retryAfter }) }); // prettier-ignore
  }
  const told = Number(headers['content-length']);
  if (told > maxBytes) throw tooLarge(maxBytes);
  return { bytes: await bytesOf(body, maxBytes, onBytes) };
}

/** So many bytes tell what something is. */
const HEAD_BYTES = 64;

async function bytesOf(
  body: AsyncIterable<unknown>,
  maxBytes: number,
  onBytes: (count: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let length = 0;
  let isKnown = false;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      onBytes(chunk.length);
      if (length > maxBytes) throw tooLarge(maxBytes);
      if (!isKnown && length >= HEAD_BYTES) {
        refuseOthers(Buffer.concat(chunks));
        isKnown = true;
      }
    }
  } finally {
    onBytes(-length);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  refuseOthers(bytes);
  return bytes;
}

function tooLarge(limit: number): DownloadFailure {
  const megabytes = limit / 1e6;
  return new DownloadFailure('too large', `max_megabytes is ${megabytes}`, { limit: megabytes });
}
