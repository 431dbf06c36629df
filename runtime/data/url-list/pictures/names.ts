import type { DownloadSettings, PictureOptions } from '../config.js';
import { keyOf, PlaceTable } from '../journal/table.js';
import { crc32 } from './crc32.js';

type Naming = Pick<DownloadSettings, 'names'> & Pick<PictureOptions, 'format' | 'resize'>;

/** Gives the names of the files that pictures are kept in, to URLs in the order of the list. */
export class FileNames {
  /** CRCs that were given, and to which URL. */
  private readonly given = new PlaceTable();

  constructor(private readonly naming: Naming) {}

  /**
   * The name made of a URL; null where names are made of pictures' contents. The study's is the CRC-32 of the URL as a
   * decimal number. Of 3 million URLs some thousand share theirs with another, whose picture the study took for their
   * own: here the later one in the list gets a longer name.
   */
  of(url: string): string | null {
    if (this.naming.names === 'content') return null;
    const crc = crc32(Buffer.from(url));
    const { high, low } = keyOf(url);
    const key = { high: 0, low: crc };
    const owner = this.given.get(key);
    if (owner === null) this.given.set(key, { segment: high, offset: low, isKept: true });
    const isOwn = owner === null || (owner.segment === high && owner.offset === low);
    return `${crc}${isOwn ? '' : `-${high.toString(16).padStart(8, '0')}`}.${this.extension()}`;
  }

  /** The study's files are called png whatever is in them; where nothing is encoded anew, so are these. */
  private extension(): string {
    const { resize, format } = this.naming;
    if (resize === 'none' || format === 'png') return 'png';
    return format === 'jpeg' ? 'jpg' : 'webp';
  }
}
