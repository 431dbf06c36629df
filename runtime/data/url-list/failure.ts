/** Why the picture of a URL is not there. */
export class DownloadFailure extends Error {
  override readonly name = 'DownloadFailure';
  constructor(
    /** One of a few words, for counting: `HTTP 404`, `timed out`. */
    readonly reason: string,
    /** What exactly happened. */
    readonly detail: string,
    readonly more: {
      /** Another try may succeed. */
      readonly mayPass?: boolean;
      /** When the server wants to be asked again, in seconds from now. */
      readonly retryAfter?: number;
      /** Nothing was heard of the host: it may be our own link that is down. */
      readonly isSilent?: boolean;
      /** The limit that was passed. */
      readonly limit?: number;
    } = {},
  ) {
    super(`${reason}: ${detail}`);
  }
}

const lost = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH']);
const silent = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'EADDRNOTAVAIL',
  'ENETDOWN',
  'EAI_AGAIN',
  'ESERVFAIL',
  'ETIMEOUT',
  'EREFUSED',
]);
const timedOut = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']); // prettier-ignore
const unknownHost = new Set(['ENOTFOUND', 'ENODATA', 'EBADNAME', 'ENONAME']);

/** What an error of the network comes to; other errors are ours and come out as they are. */
export function networkFailure(error: unknown): unknown {
  if (error instanceof DownloadFailure) return error;
  const { code, message } = errorOf(error);
  if (code === undefined) return error;
  const detail = `${message} (${code})`;
  if (unknownHost.has(code)) return new DownloadFailure('unknown host', detail);
  if (timedOut.has(code))
    return new DownloadFailure('timed out', 'no connection in time', { mayPass: true, isSilent: true });
  // How the end was noticed is a matter of moments: the same failure is told in the same words.
  if (lost.has(code))
    return new DownloadFailure('connection lost', 'before the answer was whole', { mayPass: true });
  if (silent.has(code))
    return new DownloadFailure('no connection', detail, { mayPass: true, isSilent: true });
  if (code.startsWith('HPE_') || code.startsWith('UND_ERR_HEADERS') || code === 'UND_ERR_INVALID_ARG')
    return new DownloadFailure('not HTTP', detail);
  if (/^ERR_(TLS|SSL)|CERT|^EPROTO$|UNABLE_TO_|^DEPTH_/.test(code))
    return new DownloadFailure('bad certificate', detail);
  return error;
}

/** Of several attempts at connecting the last says why. */
function errorOf(error: unknown): NodeJS.ErrnoException {
  const { errors } = error as { readonly errors?: readonly NodeJS.ErrnoException[] };
  return errors?.at(-1) ?? (error as NodeJS.ErrnoException);
}
