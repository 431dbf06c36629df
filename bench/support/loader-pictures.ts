import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { DatasetWriter } from '../../runtime/data/artifact/write.js';
import { drawingsOf } from '../../runtime/data/emoji/drawings.js';
import { emojiCatalogue } from '../../runtime/data/emoji/catalogue.js';
import { mapInOrder } from '../../runtime/data/in-order.js';
import { readPicture } from '../../runtime/data/load-picture.js';
import { stream } from '../../runtime/random/stream.js';
import { loaderSize } from './loader-request.js';

/**
 * JPEGs of 300 to 500 px a side: drawings in front of noise, so that they take as much to decode as photographs (15 to
 * 60 kB, a byte for four pixels).
 */
export async function makePictures(folder: string, count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, i) => `${String(i).padStart(5, '0')}.jpg`);
  const done = join(folder, `made-${count}`);
  if (existsSync(done)) return names;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const drawings = drawingsOf('noto', emojiCatalogue());
  const make = async (i: number) => {
    const random = stream(1, 'picture of a bench', i);
    const [width, height] = [300 + random.int(201), 300 + random.int(201)];
    const side = 200 + random.int(100);
    const { svg } = drawings[random.int(drawings.length)]!;
    const drawing = await sharp(Buffer.from(svg.replace('<svg ', `<svg width="${side}" height="${side}" `)))
      .png()
      .toBuffer();
    const noise = { type: 'gaussian', mean: 80 + random.int(100), sigma: 10 + random.int(30) } as const;
    const background = sharp({ create: { width, height, channels: 3, background: '#888', noise } }).blur(1);
    await background
      .composite([{ input: drawing, left: random.int(width - side), top: random.int(height - side) }])
      .jpeg({ quality: 88, chromaSubsampling: '4:2:0' })
      .toFile(join(folder, names[i]!));
    return i;
  };
  for await (const made of mapInOrder(names.keys(), make, 8))
    if (made % 1000 === 999) console.log(`${made + 1} of ${count} pictures made`);
  writeFileSync(done, '');
  return names;
}

/** A data set of them that leaves them in their files. */
export async function makeDataset(folder: string, pictures: string, names: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const { side } = loaderSize;
  const writer = new DatasetWriter(folder, { form: 'files', root: pictures, resolution: side });
  const read = (name: string) => readPicture(join(pictures, name), { side, root: pictures, pixels: false });
  let i = 0;
  for await (const one of mapInOrder(names, read, 4))
    writer.add({ id: names[i++]!, captions: ['a drawing'], label: null, ...one });
  writer.finish([], {});
}
