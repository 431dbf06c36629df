/** A single-byte encoding, both ways. Strings of bytes are "binary": one character of 0..255 a byte. */
export interface Charmap {
  readonly name: string;
  /** Whether a character that was lost is kept as byte 1A. */
  readonly sloppy: boolean;
  /** The bytes of a text, or null if some character is not in the encoding. */
  readonly encode: (text: string) => string | null;
}

/** Code page 437, from 80 on, as Python has it. */
const cp437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

const highBytes = Uint8Array.from({ length: 128 }, (_, i) => 128 + i);
const latin1 = String.fromCharCode(...highBytes);

/** Windows-1252 from 80 on. Spelt out, as some releases of Node read it as Latin-1. */
const windows1252 = `€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ${latin1.slice(32)}`;

/** Windows code pages leave some bytes unassigned; sloppy decoders read those as Latin-1. */
function codePage(name: string): string {
  const unassigned: Record<string, readonly number[]> = { 'windows-1253': [0xaa, 0xd2, 0xff] };
  if (name === 'windows-1252') return windows1252;
  const decoded = new TextDecoder(name).decode(highBytes);
  return Array.from(decoded, (char, i) => (unassigned[name]?.includes(128 + i) ? latin1[i] : char)).join('');
}

function charmap(name: string, high: string, sloppy: boolean): Charmap {
  const bytes = new Map<string, string>();
  for (let byte = 0; byte < 128; byte++) bytes.set(String.fromCharCode(byte), String.fromCharCode(byte));
  Array.from(high, (char, i) => bytes.set(char, String.fromCharCode(128 + i)));
  if (sloppy) {
    bytes.delete('\x1a');
    bytes.set('\ufffd', '\x1a');
  }
  const encode = (text: string) => {
    let result = '';
    for (const char of text) {
      const byte = bytes.get(char);
      if (byte === undefined) return null;
      result += byte;
    }
    return result;
  };
  return { name, sloppy, encode };
}

const windows = (page: number) => charmap(`windows-${page}`, codePage(`windows-${page}`), true);

/** The encodings that text may have been decoded from by mistake, in the order in which they are tried. */
export const charmaps: readonly Charmap[] = [
  charmap('latin-1', latin1, false),
  ...[1252, 1251, 1250, 1253, 1254].map(windows),
  charmap('iso-8859-2', codePage('iso-8859-2'), false),
  charmap('macroman', codePage('macintosh'), false),
  charmap('cp437', cp437, false),
];

/** What Windows-1252 has at a C1 control character, U+0080 to U+009F; itself where it has nothing. */
export function c1ToWindows1252(char: string): string {
  return windows1252[char.charCodeAt(0) - 128] ?? char;
}
