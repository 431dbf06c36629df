import sharp from 'sharp';
import type { Picture } from '../dataset.js';

/** How exported pictures are encoded: PNG keeps every byte, a JPEG of quality 95 takes about a tenth of the space. */
export const pictureFormats = ['png', 'jpg'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** The same picture always gives the same bytes (of one version of sharp); there are no times and no metadata in them. */
export function encodePicture({ width, height, data }: Picture, format: PictureFormat): Promise<Buffer> {
  const image = sharp(data, { raw: { width, height, channels: 3 } });
  return format === 'png'
    ? image.png({ compressionLevel: 6 }).toBuffer()
    : image.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer();
}
