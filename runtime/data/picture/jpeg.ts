import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import koffi from 'koffi';
import type { Size } from './resampler.js';

/**
 * libjpeg-turbo, the decoder under Pillow: a third of the time that a pipeline of libvips takes for a small JPEG. What it
 * does not take without a word of complaint (not whole, CMYK, no JPEG) is left to libvips.
 */
export interface JpegDecoder {
  /** The size of an RGB or grey JPEG; null for anything else. */
  size(bytes: Uint8Array): Size | null;
  /** Decodes to RGB bytes, in this thread. False if there was anything wrong. */
  decode(bytes: Uint8Array, size: Size, into: Uint8Array): boolean;
  /** The same in a thread of the system. */
  decodeAside(bytes: Uint8Array, size: Size, into: Uint8Array): Promise<boolean>;
}

/** libvips refuses larger pictures, and so says why. */
const MOST_PIXELS = 2 ** 28 - 2 ** 15;

/** From turbojpeg.h. */
const turbo = { accurateDct: 4096, rgb: 0, colourSpaces: { cmyk: 3 } } as const;

/** The decoder; null on systems that the package has no shared library for. */
export const jpegDecoder: JpegDecoder | null = open();

function open(): JpegDecoder | null {
  try {
    return bind(koffi.load(libraryPath()));
  } catch {
    return null;
  }
}

function libraryPath(): string {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('@julusian/jpeg-turbo/package.json'));
  const isMusl =
    process.platform === 'linux' &&
    (process.report.getReport() as { header: { glibcVersionRuntime?: string } }).header
      .glibcVersionRuntime === undefined;
  const system = `${process.platform}-${process.arch}${isMusl ? '-musl' : ''}`;
  return join(folder, 'prebuilds', `jpeg-turbo-${system}`, 'libturbojpeg.so.0');
}

type Library = ReturnType<typeof koffi.load>;

function bind(library: Library): JpegDecoder {
  const create = library.func('void *tjInitDecompress()');
  const header = library.func(
    'int tjDecompressHeader3(void *handle, const void *bytes, unsigned long length, _Out_ int *width, _Out_ int *height, _Out_ int *subsampling, _Out_ int *colours)',
  );
  const decompress = library.func(
    'int tjDecompress2(void *handle, const void *bytes, unsigned long length, void *into, int width, int pitch, int height, int format, int flags)',
  );
  const idle: unknown[] = [];
  const take = (): unknown => idle.pop() ?? (create() as unknown);
  const argumentsOf = (handle: unknown, bytes: Uint8Array, { width, height }: Size, into: Uint8Array) =>
    [handle, bytes, bytes.length, into, width, 0, height, turbo.rgb, turbo.accurateDct] as const;
  return {
    size(bytes) {
      if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
      const handle = take();
      const [width, height, subsampling, colours] = [[0], [0], [0], [0]] as [
        number[],
        number[],
        number[],
        number[],
      ];
      const failed = header(handle, bytes, bytes.length, width, height, subsampling, colours) as number;
      idle.push(handle);
      const size = { width: width[0]!, height: height[0]! };
      if (failed !== 0 || colours[0]! >= turbo.colourSpaces.cmyk) return null;
      return size.width * size.height <= MOST_PIXELS ? size : null;
    },
    decode(bytes, size, into) {
      const handle = take();
      const failed = decompress(...argumentsOf(handle, bytes, size, into)) as number;
      idle.push(handle);
      return failed === 0;
    },
    decodeAside(bytes, size, into) {
      const handle = take();
      return new Promise((resolve, reject) => {
        decompress.async(...argumentsOf(handle, bytes, size, into), (error: Error | null, failed: number) => {
          idle.push(handle);
          if (error) reject(error);
          else resolve(failed === 0);
        });
      });
    },
  };
}
