import type { LookupAddress } from 'node:dns';
import { expect, test } from 'vitest';
import { DownloadFailure } from '../../../../runtime/data/url-list/failure.js';
import { addressCheck, literalAddress } from '../../../../runtime/data/url-list/net/addresses.js';
import { checkedLookup, type Resolve } from '../../../../runtime/data/url-list/net/resolve.js';
import { targetOf } from '../../../../runtime/data/url-list/net/target.js';

const isPublic = addressCheck([]);

test.each([
  '0.0.0.0',
  '0.1.2.3',
  '10.255.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.0.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::7f00:1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::a00:1',
  '64:ff9b:1::a00:1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '3fff::1',
  '4000::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  'fe80::1%eth0',
  'localhost',
  '',
])('%s is not public', (address) => expect(isPublic(address)).toBe(false));

test.each(['1.1.1.1', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001:81b::200e'])(
  '%s is public',
  (address) => expect(isPublic(address)).toBe(true),
);

test('ranges are allowed by themselves alone', () => {
  const check = addressCheck(['127.0.0.1/32', '10.1.0.0/16', 'fd00::/8']);
  expect(['127.0.0.1', '10.1.255.255', 'fd00::1', '1.1.1.1'].map(check)).toEqual([true, true, true, true]);
  expect(['127.0.0.2', '10.2.0.0', 'fe80::1', '::ffff:127.0.0.1'].map(check)).toEqual([false, false, false, false]); // prettier-ignore
});

test('what is no range is said to be none', () => {
  expect(() => addressCheck(['10.0.0.0/33'])).toThrow('"10.0.0.0/33" is no address range');
});

test.each([
  'http://127.1/',
  'http://0x7f000001/',
  'http://2130706433/',
  'http://0177.1/',
  'http://127.0.0.1./',
  'http://[::1]/',
  'http://[::ffff:7f00:1]/',
  'http://１２７.0.0.1/',
])(
  // prettier-ignore
  'the address in %s is seen and refused',
  (url) => expect(() => targetOf(url, isPublic)).toThrow('address refused'),
);

test('a redirect is relative to where it comes from, and checked as well', () => {
  const base = new URL('https://example.org/a/b?c');
  expect(targetOf('../d#e', isPublic, base).href).toBe('https://example.org/d');
  expect(targetOf('//example.com', isPublic, base).href).toBe('https://example.com/');
  expect(() => targetOf('//10.0.0.1/', isPublic, base)).toThrow('address refused');
  expect(() => targetOf('data:image/png;base64,AAAA', isPublic, base)).toThrow('not HTTP');
  expect(() => targetOf('http://me@example.org/', isPublic)).toThrow('not a URL');
});

test('names are no addresses', () => {
  expect(['example.org', '[::1]', '1.2.3.4'].map(literalAddress)).toEqual([null, '::1', '1.2.3.4']);
});

function lookUp(resolve: Resolve, all: boolean): Promise<unknown> {
  return new Promise((done) =>
    checkedLookup(resolve, isPublic)('example.org', { all }, (error, address, family) =>
      done(error ?? [address, family]),
    ),
  );
}

test('a connection gets the public addresses of a name, and no other', async () => {
  const mixed: Resolve = () => Promise.resolve(['10.0.0.1', '1.1.1.1', '::1', '2606:4700::1111']);
  const [addresses] = (await lookUp(mixed, true)) as [LookupAddress[]];
  expect(addresses).toEqual([{ address: '1.1.1.1', family: 4 }, { address: '2606:4700::1111', family: 6 }]); // prettier-ignore
  expect(await lookUp(mixed, false)).toEqual(['1.1.1.1', 4]);
});

test('a name of private addresses alone is refused', async () => {
  const error = await lookUp(() => Promise.resolve(['192.168.1.1', '::1']), true);
  expect(error).toBeInstanceOf(DownloadFailure);
  expect(String(error)).toContain('example.org is 192.168.1.1, which is not public');
});

test("the resolver's error comes out", async () => {
  const error = Object.assign(new Error('no'), { code: 'ENOTFOUND' });
  expect(await lookUp(() => Promise.reject(error), true)).toBe(error);
});
