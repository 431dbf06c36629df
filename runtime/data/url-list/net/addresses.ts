import ipaddr from 'ipaddr.js';
import { StageFailure } from '../../../execute/context.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Says whether an address may be connected to. */
export type AddressCheck = (address: string) => boolean;

/**
 * Public addresses, and those of the ranges that are allowed besides. Public is what is globally routed to one host:
 * nothing local, private, shared (CGNAT), documented, reserved or multicast, and no IPv6 address that stands for an IPv4
 * address (mapped, NAT64, 6to4, Teredo), which could be any of these.
 *
 * @param allowed ranges such as `127.0.0.0/8`
 * @throws StageFailure when one is no range
 */
export function addressCheck(allowed: readonly string[]): AddressCheck {
  const ranges = allowed.map(parseRange);
  return (text) => {
    if (!ipaddr.isValid(text)) return false;
    const address = ipaddr.parse(text);
    return isPublic(address) || ranges.some(([base, bits]) => isWithin(address, base, bits));
  };
}

/** Global unicast addresses of IPv6 (RFC 4291, as allocated by IANA). */
const allocated = ipaddr.IPv6.parseCIDR('2000::/3');

function isPublic(address: Address): boolean {
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || address.match(allocated);
}

function isWithin(address: Address, base: Address, bits: number): boolean {
  if (address instanceof ipaddr.IPv4) return base instanceof ipaddr.IPv4 && address.match(base, bits);
  return base instanceof ipaddr.IPv6 && address.match(base, bits);
}

function parseRange(text: string): [Address, number] {
  try {
    return ipaddr.parseCIDR(text);
  } catch {
    throw new StageFailure(
      `download.allow_addresses: "${text}" is no address range`,
      'write it as `10.1.0.0/16`, or `10.1.2.3/32` for one address',
    );
  }
}

/** The address in a URL that has one instead of a name; null for a name. IPv6 comes without its brackets. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return ipaddr.isValid(bare) ? bare : null;
}
