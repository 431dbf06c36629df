import { promises as dns } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { DownloadFailure } from '../failure.js';
import type { AddressCheck } from './addresses.js';

/** Addresses of a host name; rejects with the system's error. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

/**
 * Asks DNS servers without the C library, whose look-ups block one of a few threads each, for seconds where names are
 * dead. IPv6 addresses are asked for where there are none of IPv4.
 */
export function dnsResolver(): Resolve {
  const resolver = new dns.Resolver({ timeout: 2500, tries: 2 });
  return async (hostname) => {
    try {
      return await resolver.resolve4(hostname);
    } catch (error) {
      if (!isUnknown(error)) throw error;
    }
    return resolver.resolve6(hostname);
  };
}

/** The same, and names that only the machine itself knows, for networks of one's own. */
export function localResolver(asking = dnsResolver()): Resolve {
  return async (hostname) => {
    try {
      return await asking(hostname);
    } catch (error) {
      const found = await dns.lookup(hostname, { all: true }).catch(() => null);
      if (found === null) throw error;
      return found.map(({ address }) => address);
    }
  };
}

function isUnknown(error: unknown): boolean {
  return ['ENOTFOUND', 'ENODATA'].includes((error as NodeJS.ErrnoException).code ?? '');
}

/**
 * The look-up that connections are made with. What it gives is what is connected to, so an address is checked at the only
 * moment that counts: a name that gives another answer a second later (DNS rebinding) gets nowhere.
 */
export function checkedLookup(resolve: Resolve, isAllowed: AddressCheck): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const allowed = addresses.filter(isAllowed);
        if (allowed.length === 0) {
          callback(refusal(hostname, addresses[0] ?? 'nothing'), '', 4);
        } else if (options.all === true)
          callback(null, allowed.map((address) => ({ address, family: familyOf(address) }))); // prettier-ignore
        else callback(null, allowed[0]!, familyOf(allowed[0]!));
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 4),
    );
  };
}

export function refusal(hostname: string, address: string): DownloadFailure {
  const names = hostname === address ? address : `${hostname} is ${address}, which`;
  return new DownloadFailure('address refused', `${names} is not public`);
}

function familyOf(address: string): 4 | 6 {
  return address.includes(':') ? 6 : 4;
}
