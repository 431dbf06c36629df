/** A server of JPEGs of 300 to 500 pixels on 127.0.0.1, in a process of its own: prints its port. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { stream } from '../../runtime/random/stream.js';

/** Smooth shapes under some noise, which compress about as photographs do. */
async function picture(number: number): Promise<Buffer> {
  const random = stream(number, 'bench-download');
  const [width, height] = [300 + random.int(201), 300 + random.int(201)];
  const coarse = Buffer.from(Array.from({ length: 3 * 12 * 12 }, () => random.int(256)));
  const shapes = sharp(coarse, { raw: { width: 12, height: 12, channels: 3 } }).resize(width, height, { fit: 'fill' }); // prettier-ignore
  const pixels = await shapes.raw().toBuffer();
  for (let at = 0; at < pixels.length; at += 3) {
    const noise = random.int(25) - 12;
    for (let c = at; c < at + 3; c++) pixels[c] = Math.max(0, Math.min(255, pixels[c]! + noise));
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer();
}

const pictures = await Promise.all(Array.from({ length: 64 }, (_, number) => picture(number)));
const server = createServer((request, response) => {
  const number = Number(/\d+/.exec(request.url ?? '')?.[0] ?? 0);
  const bytes = pictures[number % pictures.length]!;
  response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': bytes.length }).end(bytes);
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
