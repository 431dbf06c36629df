import sharp from 'sharp';
import type { Picture } from '../dataset.js';

/** Versions that the pixels of a rendered drawing depend on. */
export function rendererVersion(): string {
  return `sharp-${sharp.versions.sharp}-vips-${sharp.versions.vips}`;
}

/** Renders an SVG drawing to a square RGB picture on white, as large as fits. */
export async function renderSvg(svg: string, side: number): Promise<Picture> {
  const sized = svg.replace('<svg ', `<svg width="${side}" height="${side}" `);
  const { data, info } = await sharp(Buffer.from(sized))
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.width !== side || info.height !== side || info.channels !== 3) {
    throw new Error(`rendered ${info.width}x${info.height}x${info.channels} instead of ${side}x${side}x3`);
  }
  return { width: side, height: side, data };
}
