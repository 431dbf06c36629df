import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { crc32 } from '../../../runtime/data/url-list/pictures/crc32.js';

/** Pictures as servers have them: of many sizes and shapes, in four formats. */
export async function samplePictures(count: number): Promise<{ bytes: Buffer; type: string }[]> {
  const formats = ['jpeg', 'png', 'webp', 'gif'] as const;
  return Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const [width, height] = [40 + ((i * 37) % 120), 40 + ((i * 53) % 90)];
      const data = Buffer.from(
        Array.from({ length: 3 * width * height }, (_, at) => ((at * (i + 3)) >> 4) & 255),
      );
      const format = formats[i % formats.length]!;
      const picture = sharp(data, { raw: { width, height, channels: 3 } });
      return { bytes: await picture.toFormat(format).toBuffer(), type: `image/${format}` };
    }),
  );
}

/** A PNG of a few bytes that says it has `side` x `side` pixels. */
export function pictureBomb(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const data = deflateSync(Buffer.alloc(3 * side + 1));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
