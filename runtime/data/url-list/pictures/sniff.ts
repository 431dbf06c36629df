import { DownloadFailure } from '../failure.js';

/** Formats of pictures that are taken; also the ends of their files' names. */
export type PictureFormat = 'jpg' | 'png' | 'gif' | 'webp' | 'tif' | 'avif';

/**
 * What bytes are by their beginning, whatever a server calls them; null where they are no picture that is taken. SVG is
 * none: it is a program more than a picture, and the sources of photographs have none.
 */
export function sniff(bytes: Uint8Array): PictureFormat | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 32)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'jpg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'webp';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tif';
  if (head.startsWith('ftyp', 4) && /avi[fs]|mif1/.test(head.slice(8))) return 'avif';
  return null;
}

/** @throws DownloadFailure where bytes are no picture; it says what they look like */
export function refuseOthers(bytes: Uint8Array): void {
  if (sniff(bytes) !== null) return;
  throw new DownloadFailure('not a picture', looksLike(bytes));
}

function looksLike(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'the answer is empty';
  const start = Buffer.from(bytes.subarray(0, 48));
  const text = start.toString('latin1').trimStart();
  if (/^(<!doctype html|<html|<head|<body)/i.test(text)) return 'a web page';
  if (/^(<\?xml|<svg)/i.test(text)) return 'XML or SVG';
  if (text.startsWith('{') || text.startsWith('[')) return 'JSON';
  const isText = start.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13);
  return isText ? `begins with ${JSON.stringify(start.toString('latin1'))}` : `begins with the bytes ${start.subarray(0, 8).toString('hex')}`; // prettier-ignore
}
