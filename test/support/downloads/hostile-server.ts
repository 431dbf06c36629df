import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { pictureBomb, samplePictures } from './pictures.js';

/** What a URL of the server leads to: a picture, or the reason that must be told. */
export type Expected = 'picture' | (string & {});

interface Behaviour {
  readonly expected: Expected;
  /** Whether it is told by waiting. */
  readonly isSlow?: true;
  /** Share among URLs. */
  readonly weight: number;
  /** A URL that is not `/kind/id` of this server. */
  readonly url?: (origin: string, id: number) => string;
  readonly answer?: (
    server: HostileServer,
    id: number,
    request: IncomingMessage,
    response: ServerResponse,
  ) => void;
}

const after = (ms: number, what: () => void) => void setTimeout(what, ms);

/** All that servers do to those who download lists of URLs. */
const behaviours: Readonly<Record<string, Behaviour>> = {
  picture: {
    expected: 'picture',
    weight: 40,
    answer: (server, id, _, response) => server.picture(id, response),
  },
  delayed: {
    expected: 'picture',
    weight: 10,
    answer: (server, id, _, response) => after(20 + (id % 5) * 40, () => server.picture(id, response)),
  },
  'picture called text': {
    expected: 'picture',
    weight: 3,
    answer: (server, id, _, response) => server.picture(id, response, 'text/html'),
  },
  'chunks without a length': {
    expected: 'picture',
    weight: 3,
    answer(server, id, _, response) {
      const { bytes } = server.sample(id);
      response.writeHead(200);
      response.write(bytes.subarray(0, 100));
      after(10, () => response.end(bytes.subarray(100)));
    },
  },
  redirect: {
    expected: 'picture',
    weight: 4,
    answer: (_, id, __, response) => void response.writeHead(302, { location: `/picture/${id}` }).end(),
  },
  'redirect thrice': {
    expected: 'picture',
    weight: 2,
    answer(_, id, request, response) {
      const step = Number(new URL(request.url!, 'http://x').searchParams.get('step') ?? 0);
      const location = step < 2 ? `?step=${step + 1}` : `../picture/${id}`;
      response.writeHead(301 + (step % 2) * 7, { location }).end('moved');
    },
  },
  'redirect in a circle': {
    expected: 'too many redirects',
    weight: 1,
    answer: (_, __, request, response) => void response.writeHead(302, { location: request.url! }).end(),
  },
  'redirect nowhere': {
    expected: 'HTTP 302',
    weight: 1,
    answer: (_, __, ___, response) => void response.writeHead(302).end(),
  },
  'redirect to a private address': {
    expected: 'address refused',
    weight: 2,
    answer: (_, id, __, response) =>
      void response.writeHead(302, { location: privateUrls[id % privateUrls.length]! }).end(),
  },
  'redirect to a file': {
    expected: 'not HTTP',
    weight: 1,
    answer: (_, __, ___, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  },
  'private address': {
    expected: 'address refused',
    weight: 2,
    url: (_, id) => privateUrls[id % privateUrls.length]!,
  },
  'no URL': { expected: 'not a URL', weight: 1, url: (_, id) => `pictures/${id}.jpg` },
  ftp: { expected: 'not HTTP', weight: 1, url: (_, id) => `ftp://example.org/${id}.jpg` },
  password: {
    expected: 'not a URL',
    weight: 1,
    url: (origin, id) => origin.replace('//', `//me:secret@`) + `/picture/${id}`,
  },
  'not found': status(404, 5),
  gone: status(410, 1),
  forbidden: status(403, 1),
  'server error': status(500, 1),
  'busy once': {
    expected: 'picture',
    weight: 2,
    answer: (server, id, request, response) =>
      server.firstTime(request)
        ? void response.writeHead(503, { 'retry-after': '0' }).end()
        : server.picture(id, response),
  },
  'too many requests once': {
    expected: 'picture',
    weight: 1,
    answer: (server, id, request, response) =>
      server.firstTime(request)
        ? void response.writeHead(429, { 'retry-after': new Date(Date.now() + 100).toUTCString() }).end()
        : server.picture(id, response),
  },
  'come again tomorrow': {
    expected: 'HTTP 429',
    weight: 1,
    answer: (_, __, ___, response) => void response.writeHead(429, { 'retry-after': '86400' }).end(),
  },
  'web page called a picture': {
    expected: 'not a picture',
    weight: 4,
    answer: (_, __, ___, response) =>
      void response
        .writeHead(200, { 'content-type': 'image/jpeg' })
        .end('<!DOCTYPE html><title>parked</title>'),
  },
  empty: {
    expected: 'not a picture',
    weight: 1,
    answer: (_, __, ___, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(),
  },
  'half a picture': {
    expected: 'broken picture',
    weight: 2,
    answer(server, id, _, response) {
      const { bytes } = server.sample(4 * id); // A JPEG.
      response.writeHead(200).end(bytes.subarray(0, bytes.length >> 1));
    },
  },
  'noise after the right beginning': {
    expected: 'broken picture',
    weight: 1,
    answer: (_, id, __, response) =>
      void response
        .writeHead(200)
        .end(Buffer.concat([Buffer.from('\xff\xd8\xff', 'latin1'), Buffer.alloc(500, id)])),
  },
  'too many pixels': {
    expected: 'too many pixels',
    weight: 1,
    answer: (server, _, __, response) => void response.writeHead(200).end(server.bomb),
  },
  'too long by its word': {
    expected: 'too large',
    weight: 1,
    answer: (_, __, ___, response) =>
      void response.writeHead(200, { 'content-length': '9000000000' }).write('GIF89a'),
  },
  'without an end': {
    expected: 'too large',
    weight: 1,
    answer(_, __, ___, response) {
      response.writeHead(200).write(Buffer.from('\xff\xd8\xff', 'latin1'));
      const piece = Buffer.alloc(2 ** 16);
      const more = () => {
        if (!response.destroyed && response.write(piece)) setImmediate(more);
      };
      response.on('drain', more);
      more();
    },
  },
  'shorter than its word': {
    expected: 'connection lost',
    weight: 1,
    answer(server, id, _, response) {
      const { bytes } = server.sample(id);
      response.writeHead(200, { 'content-length': String(bytes.length) });
      response.write(bytes.subarray(0, 90));
      after(5, () => response.destroy());
    },
  },
  'hangs up': {
    expected: 'connection lost',
    weight: 1,
    answer: (_, __, request) => request.socket.destroy(),
  },
  'hangs up once': {
    expected: 'picture',
    weight: 2,
    answer: (server, id, request, response) =>
      server.firstTime(request) ? void request.socket.destroy() : server.picture(id, response),
  },
  'never answers': { expected: 'timed out', isSlow: true, weight: 1, answer: () => undefined },
  'a byte now and then': {
    expected: 'timed out',
    isSlow: true,
    weight: 1,
    answer(server, id, _, response) {
      const { bytes } = server.sample(id);
      response.writeHead(200, { 'content-length': String(bytes.length) });
      let at = 0;
      const timer = setInterval(() => response.write(bytes.subarray(at, ++at)), 50);
      response.on('close', () => clearInterval(timer));
    },
  },
  'not HTTP': {
    expected: 'not HTTP',
    weight: 1,
    answer: (_, __, request) => void request.socket.end('SSH-2.0-OpenSSH_9.2\r\n'),
  },
};

/** Addresses that a list has no business with, as they may be written. */
const privateUrls = [
  'http://10.0.0.1/a.jpg',
  'http://127.0.0.2/a.jpg',
  'http://169.254.169.254/latest/meta-data/',
  'http://[::1]/a.jpg',
  'http://[::ffff:127.0.0.2]/a.jpg',
  'http://[64:ff9b::7f00:2]/a.jpg',
  'http://0.0.0.0/a.jpg',
  'http://2130706434/a.jpg',
  'http://0x7f.2/a.jpg',
  'http://0177.0.0.2/a.jpg',
  'https://192.168.1.1/a.jpg',
  'http://100.64.0.1/a.jpg',
  'http://[fd00::1]/a.jpg',
  'http://[fe80::1]/a.jpg',
];

function status(code: number, weight: number): Behaviour {
  return {
    expected: `HTTP ${code}`,
    weight,
    answer: (_, __, ___, response) => void response.writeHead(code).end('no'),
  };
}

/** Kinds of URLs, each as often as its weight says. */
function wheelOf(slow: Slow): string[] {
  return Object.entries(behaviours)
    .filter(([, { isSlow = false }]) => slow === 'too' || isSlow === (slow === 'only'))
    .flatMap(([kind, { weight }]) => Array.from({ length: weight }, () => kind));
}

/** Whether URLs that have to be waited for are among them. */
export type Slow = 'not' | 'too' | 'only';

/** A server on 127.0.0.1 that does to its visitors whatever servers do. */
export class HostileServer {
  readonly bomb = pictureBomb(9000);
  /** Requests so far, and connections that are open. */
  requests = 0;
  readonly sockets = new Set<Socket>();
  private readonly seen = new Set<string>();
  private readonly server = createServer({ keepAliveTimeout: 2000 }, (request, response) =>
    this.answer(request, response),
  );

  private constructor(private readonly samples: readonly { bytes: Buffer; type: string }[]) {
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    });
  }

  static async start(): Promise<HostileServer> {
    const server = new HostileServer(await samplePictures(48));
    await new Promise<void>((resolve) => server.server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** `count` URLs, and what must become of each. */
  urls(count: number, slow: Slow = 'not'): { readonly url: string; readonly expected: Expected }[] {
    const wheel = wheelOf(slow);
    return Array.from({ length: count }, (_, id) => {
      const kind = wheel[(id * 7919) % wheel.length]!;
      const { url = (origin, id) => `${origin}/${encodeURIComponent(kind)}/${id}`, expected } =
        behaviours[kind]!;
      return { url: url(this.origin, id), expected };
    });
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  sample(id: number): { bytes: Buffer; type: string } {
    return this.samples[id % this.samples.length]!;
  }

  picture(id: number, response: ServerResponse, called?: string): void {
    const { bytes, type } = this.sample(id);
    response
      .writeHead(200, { 'content-type': called ?? type, 'content-length': String(bytes.length) })
      .end(bytes);
  }

  firstTime({ url }: IncomingMessage): boolean {
    const isFirst = !this.seen.has(url!);
    this.seen.add(url!);
    return isFirst;
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    this.requests += 1;
    response.on('error', () => undefined);
    const [kind = '', id = '0'] = new URL(request.url!, this.origin).pathname.slice(1).split('/');
    const behaviour = behaviours[decodeURIComponent(kind)];
    if (behaviour?.answer === undefined) response.writeHead(404).end();
    else behaviour.answer(this, numberOf(id), request, response);
  }
}

/** A word stands for a number too. */
function numberOf(id: string): number {
  return /^\d+$/.test(id) ? Number(id) : Buffer.from(id).reduce((sum, byte) => sum + byte, 0);
}
