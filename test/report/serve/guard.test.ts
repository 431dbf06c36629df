import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../../report/serve/guard.js';

const ask = (headers: Record<string, string>, method = 'GET', url = '/') =>
  refusalOf({ method, url, headers } as unknown as IncomingMessage, 7420)?.status ?? null;

describe('refusalOf', () => {
  it.each(['127.0.0.1:7420', 'localhost:7420', 'LOCALHOST:7420', '[::1]:7420'])('lets %s ask', (host) => {
    expect(ask({ host })).toBeNull();
    expect(ask({ host }, 'HEAD')).toBeNull();
  });

  it.each([
    'evil.example:7420',
    '127.0.0.1',
    '127.0.0.1:80',
    'localhost.evil.example:7420',
    '',
    '127.0.0.1:7420:7420',
  ])('refuses a browser that took this for %j', (host) => expect(ask({ host })).toBe(403));

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('refuses %s', (method) => {
    expect(ask({ host: '127.0.0.1:7420' }, method)).toBe(405);
  });

  it('refuses pages from elsewhere', () => {
    const host = '127.0.0.1:7420';
    expect(ask({ host, origin: 'http://evil.example' })).toBe(403);
    expect(ask({ host, origin: 'http://127.0.0.1:8000' })).toBe(403);
    expect(ask({ host, origin: 'http://127.0.0.1:7420' })).toBeNull();
    expect(ask({ host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).toBe(403);
    expect(ask({ host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).toBeNull();
  });
});
