/** A failure that a person can mend: what is wrong, and the command or change that mends it. */
export class Problem extends Error {
  /**
   * @param {string} message what is missing or failed, in one sentence
   * @param {string} hint what to do about it
   * @param {string} [details] the tail of a tool's own output
   */
  constructor(message, hint, details = '') {
    super(message);
    this.hint = hint;
    this.details = details;
  }

  /** A failed file operation of the set-up itself as a problem; undefined for a programming error. */
  static from(error) {
    if (error instanceof Problem) return error;
    const { code, path, message } = error;
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      return new Problem(
        `no space left on the disk of ${path ?? 'the clone or the cache'}`,
        'free some space there, then run it again',
      );
    }
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
      return new Problem(
        `${path} cannot be written to`,
        'make it writable for you, or run the set-up as its owner',
        message,
      );
    }
    return undefined;
  }

  /** The lines shown on standard error. */
  render() {
    const details = this.details
      .trim()
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(-12)
      .map((line) => `    ${line}`);
    return ['', `error: ${this.message}`, ...details, `  hint: ${this.hint}`, ''].join('\n');
  }
}

const noSpace = /ENOSPC|No space left on device|Errno 28/i;
const noNetwork =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|NewConnectionError|ConnectTimeout|ReadTimeout|Name or service not known|Temporary failure in name resolution|Connection (refused|reset|aborted)|Max retries exceeded|network is unreachable|ProxyError|SSLError|CERT_|CERTIFICATE_VERIFY_FAILED/i;

/**
 * The problem that a failed command's output tells of: a full disk, an unreachable registry, or else `fallback`.
 * @param {{ output: string, what: string, registry: string, folder: string, fallback: Problem }} failure
 */
export function classify({ output, what, registry, folder, fallback }) {
  if (noSpace.test(output)) {
    return new Problem(
      `${what}: no space left on the disk of ${folder}`,
      'free some space there, then run it again',
      output,
    );
  }
  if (noNetwork.test(output)) {
    return new Problem(`${what}: the registry cannot be reached`, registry, output);
  }
  return fallback;
}
