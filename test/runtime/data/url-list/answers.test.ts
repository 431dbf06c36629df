import { expect, test } from 'vitest';
import { DownloadFailure, networkFailure } from '../../../../runtime/data/url-list/failure.js';
import { retryAfterSeconds } from '../../../../runtime/data/url-list/net/retry-after.js';
import { crc32 } from '../../../../runtime/data/url-list/pictures/crc32.js';
import { refuseOthers, sniff } from '../../../../runtime/data/url-list/pictures/sniff.js';

const now = Date.parse('2026-01-02T03:04:05Z');

test.each([
  ['0', 0],
  [' 120 ', 120],
  ['Fri, 02 Jan 2026 03:05:05 GMT', 60],
  ['Fri, 02 Jan 2026 03:00:00 GMT', 0],
  ['-5', undefined],
  ['1.5', undefined],
  ['soon', undefined],
  ['99999999999', undefined],
  [undefined, undefined],
])('Retry-After: %s is %s seconds', (header, seconds) =>
  expect(retryAfterSeconds(header, now)).toBe(seconds),
);

test.each([
  ['ENOTFOUND', 'unknown host', false],
  ['ETIMEOUT', 'no connection', true],
  ['ECONNREFUSED', 'no connection', true],
  ['ENETUNREACH', 'no connection', true],
  ['ECONNRESET', 'connection lost', true],
  ['UND_ERR_SOCKET', 'connection lost', true],
  ['UND_ERR_CONNECT_TIMEOUT', 'timed out', true],
  ['HPE_INVALID_CONSTANT', 'not HTTP', false],
  ['UND_ERR_HEADERS_OVERFLOW', 'not HTTP', false],
  ['CERT_HAS_EXPIRED', 'bad certificate', false],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'bad certificate', false],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'bad certificate', false],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'bad certificate', false],
  ['EPROTO', 'bad certificate', false],
])('%s is: %s', (code, reason, mayPass) => {
  const failure = networkFailure(Object.assign(new Error('what happened'), { code })) as DownloadFailure;
  expect(failure.reason).toBe(reason);
  expect(failure.more.mayPass ?? false).toBe(mayPass);
});

test('of several addresses that were tried the last says why', () => {
  const errors = ['ENETUNREACH', 'ECONNRESET'].map((code) => Object.assign(new Error(code), { code }));
  expect(networkFailure(new AggregateError(errors))).toMatchObject({ reason: 'connection lost' });
});

test('what is no error of the network comes out as it is', () => {
  const errors = [new TypeError('ours'), Object.assign(new Error('full'), { code: 'ENOSPC' })];
  expect(errors.map(networkFailure)).toEqual(errors);
});

const latin = (text: string) => Buffer.from(text, 'latin1');

test.each([
  ['jpg', '\xff\xd8\xff\xe0'],
  ['png', '\x89PNG\r\n\x1a\n\0'],
  ['gif', 'GIF89a'],
  ['webp', 'RIFF\x10\0\0\0WEBPVP8 '],
  ['tif', 'II*\0'],
  ['avif', '\0\0\0\x1cftypavif'],
  [null, 'RIFF\x10\0\0\0WAVEfmt '],
  [null, '\0\0\0\x1cftypmp42'],
  [null, '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  [null, 'GIF'],
  [null, ''],
])('%s begins like %j', (format, text) => expect(sniff(latin(text))).toBe(format));

test.each([
  ['', 'the answer is empty'],
  ['\n <HTML>', 'a web page'],
  ['<?xml version="1.0"?><svg/>', 'XML or SVG'],
  ['{"error": 1}', 'JSON'],
  ['Not here', 'begins with "Not here"'],
  ['\0\x01\xff', 'begins with the bytes 0001ff'],
])('%j is told to be %s', (text, what) => {
  expect(() => refuseOthers(latin(text))).toThrow(new DownloadFailure('not a picture', what));
});

test('CRC-32 is that of zlib', () => {
  // Check value of the catalogue of CRCs, and python's zlib.crc32 of an address.
  expect(crc32(latin('123456789'))).toBe(0xcbf43926);
  expect(crc32(latin('http://example.org/a.jpg'))).toBe(3619000214);
  expect(crc32(latin(''))).toBe(0);
});
