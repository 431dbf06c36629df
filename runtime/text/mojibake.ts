import { embeddedUtf8, isBad } from './badness.js';
import { c1ToWindows1252, charmaps } from './charmaps.js';

/**
 * Repairs text that was decoded in the wrong encoding ("donâ€™t"), after ftfy 6.1.1's `fix_encoding` (Robyn Speer, MIT
 * licence, https://github.com/rspeer/python-ftfy): while the text looks wrong, encode it back and read it as UTF-8.
 */
export function fixEncoding(text: string): string {
  let before: string;
  do {
    before = text;
    text = fixOnce(text);
  } while (text !== before);
  return text;
}

/** C1 control characters as their Windows-1252 equivalents, as web browsers read them. */
export function fixC1Controls(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, c1ToWindows1252);
}

function fixOnce(text: string): string {
  if (isAscii(text) || !isBad(text)) return text;
  for (const { encode, sloppy } of charmaps) {
    const bytes = encode(text);
    const fixed = bytes === null ? null : decodeUtf8(repair(bytes, sloppy));
    if (fixed !== null) return fixed;
  }
  const embedded = text.replace(embeddedUtf8, (part) =>
    part.length < text.length && isBad(part) ? fixEncoding(part) : part,
  );
  if (embedded !== text) return embedded;
  return fixC1Controls(text);
}

/** Undoes what happened to the bytes since: no-break spaces made plain, lost bytes. */
function repair(bytes: string, sloppy: boolean): string {
  const spaced = alteredUtf8.test(bytes)
    ? bytes.replace(aGraveWord, '\xc3\xa0 ').replace(alteredUtf8All, (match) => match.replace(/ /g, '\xa0'))
    : bytes;
  return sloppy ? spaced.replace(lossyUtf8, '\xef\xbf\xbd') : spaced;
}

// "Ã la mode" stands for "à la mode" with its space, "Ãs" for "às".
const aGraveWord = /\xc3 (?! |quele|quela|quilo|s )/g;

const altered = [
  '[\\xc2\\xc3\\xc5\\xce\\xd0\\xd9][ ]',
  '[\\xe2\\xe3][ ][\\x80-\\x84\\x86-\\x9f\\xa1-\\xbf]',
  '[\\xe0-\\xe3][\\x80-\\x84\\x86-\\x9f\\xa1-\\xbf][ ]',
  '[\\xf0][ ][\\x80-\\xbf][\\x80-\\xbf]',
  '[\\xf0][\\x80-\\xbf][ ][\\x80-\\xbf]',
  '[\\xf0][\\x80-\\xbf][\\x80-\\xbf][ ]',
].join('|');
const alteredUtf8 = new RegExp(altered);
const alteredUtf8All = new RegExp(altered, 'g');

const lossyUtf8 = new RegExp(
  [
    '[\\xc2-\\xdf][\\x1a]',
    '[\\xc2-\\xc3][?]',
    '\\xed[\\xa0-\\xaf][\\x1a?]\\xed[\\xb0-\\xbf][\\x1a?\\x80-\\xbf]',
    '\\xed[\\xa0-\\xaf][\\x1a?\\x80-\\xbf]\\xed[\\xb0-\\xbf][\\x1a?]',
    '[\\xe0-\\xef][\\x1a?][\\x1a\\x80-\\xbf]',
    '[\\xe0-\\xef][\\x1a\\x80-\\xbf][\\x1a?]',
    '[\\xf0-\\xf4][\\x1a?][\\x1a\\x80-\\xbf][\\x1a\\x80-\\xbf]',
    '[\\xf0-\\xf4][\\x1a\\x80-\\xbf][\\x1a?][\\x1a\\x80-\\xbf]',
    '[\\xf0-\\xf4][\\x1a\\x80-\\xbf][\\x1a\\x80-\\xbf][\\x1a?]',
    '\\x1a',
  ].join('|'),
  'g',
);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads bytes as UTF-8, or as its variants with surrogate pairs (CESU-8) and a two-byte zero; null if they are not. */
function decodeUtf8(bytes: string): string | null {
  const standard = bytes
    .replace(/\xc0\x80/g, '\0')
    .replace(/\xed([\xa0-\xaf])([\x80-\xbf])\xed([\xb0-\xbf])([\x80-\xbf])/g, joinSurrogates);
  try {
    return utf8.decode(Buffer.from(standard, 'latin1'));
  } catch {
    return null;
  }
}

function joinSurrogates(_: string, ...bytes: string[]): string {
  const [a, b, c, d] = bytes.slice(0, 4).map((byte) => byte.charCodeAt(0)) as [
    number,
    number,
    number,
    number,
  ];
  const code = 0x10000 + ((a & 0x0f) << 16) + ((b & 0x3f) << 10) + ((c & 0x0f) << 6) + (d & 0x3f);
  return Buffer.from(String.fromCodePoint(code), 'utf8').toString('latin1');
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
