import sharp, { type Sharp } from 'sharp';
import { decode } from '../../picture/decode.js';
import { resizeAndCrop } from '../../picture/geometry.js';
import type { PictureOptions } from '../config.js';
import { DownloadFailure } from '../failure.js';
import { sniff } from './sniff.js';

/** A picture as it is stored. */
export interface StoredPicture {
  readonly bytes: Uint8Array;
  /** End of the file's name. */
  readonly extension: string;
}

/**
 * Makes what is stored of a picture that came: decoded as a whole, so that what is broken is known now, its short side
 * resized and its centre cropped, and encoded.
 *
 * @throws DownloadFailure when it cannot be decoded or has too many pixels
 */
export async function makePicture(
  bytes: Uint8Array,
  options: PictureOptions & { readonly max_megapixels: number },
): Promise<StoredPicture> {
  try {
    await checkSize(bytes, options.max_megapixels);
    const { resize, resolution } = options;
    if (resize === 'none') {
      await decode(bytes);
      return { bytes, extension: sniff(bytes)! };
    }
    const picture =
      resize === 'exact'
        ? fromPixels(resizeAndCrop(await decode(bytes), resolution))
        : shrunk(bytes, resolution);
    return await encoded(picture, options);
  } catch (error) {
    if (error instanceof DownloadFailure) throw error;
    // What libvips says may be of a picture that another thread decodes: its messages have one buffer.
    const detail = `${bytes.length} bytes that begin as ${sniff(bytes) ?? 'nothing known'}`;
    throw new DownloadFailure('broken picture', detail);
  }
}

/** Before anything is decoded: by what the picture says of itself. */
async function checkSize(bytes: Uint8Array, maxMegapixels: number): Promise<void> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (width * height <= 1e6 * maxMegapixels) return;
  const detail = `${width}x${height}; max_megapixels is ${maxMegapixels}`;
  throw new DownloadFailure('too many pixels', detail, { limit: maxMegapixels });
}

function fromPixels({ data, width, height }: { data: Uint8Array; width: number; height: number }): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** Resized and cropped by libvips, alike but not to the byte: JPEGs are decoded at a fraction of their size. */
function shrunk(bytes: Uint8Array, side: number): Sharp {
  return sharp(bytes, { ignoreIcc: true, failOn: 'error' })
    .removeAlpha()
    .toColourspace('srgb')
    .resize(side, side, { fit: 'cover', position: 'centre', kernel: 'cubic' });
}

async function encoded(picture: Sharp, { format, quality }: PictureOptions): Promise<StoredPicture> {
  switch (format) {
    case 'png':
      // Beyond this level files hardly become smaller, and it is the encoder that takes the time.
      return { bytes: await picture.png({ compressionLevel: 3 }).toBuffer(), extension: 'png' };
    case 'jpeg':
      return {
        bytes: await picture.jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer(),
        extension: 'jpg',
      };
    case 'webp':
      return { bytes: await picture.webp({ quality }).toBuffer(), extension: 'webp' };
  }
}
