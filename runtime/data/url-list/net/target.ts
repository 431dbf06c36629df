import { DownloadFailure } from '../failure.js';
import { literalAddress, type AddressCheck } from './addresses.js';
import { refusal } from './resolve.js';

/**
 * A URL that may be asked for, as far as its text tells: HTTP or HTTPS, and no address that is refused.
 *
 * @param base what a redirect is relative to
 * @throws DownloadFailure
 */
export function targetOf(url: string, isAllowed: AddressCheck, base?: URL): URL {
  let target: URL;
  try {
    target = new URL(url, base);
  } catch {
    throw new DownloadFailure('not a URL', shortened(url));
  }
  if (target.protocol !== 'http:' && target.protocol !== 'https:')
    throw new DownloadFailure('not HTTP', `${target.protocol}… is neither http: nor https:`);
  // A list has no business with names and passwords, and they would end up in logs.
  if (target.username !== '' || target.password !== '')
    throw new DownloadFailure('not a URL', 'it has a user name or password in it');
  const address = literalAddress(target.hostname);
  if (address !== null && !isAllowed(address)) throw refusal(address, address);
  target.hash = '';
  return target;
}

function shortened(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`;
}
