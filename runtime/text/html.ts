import { decodeHTML } from 'entities';

/** Decodes HTML's character references as Python's `html.unescape` does: also without a semicolon (`&amp`). */
export function unescapeHtml(text: string): string {
  return text.includes('&')
    ? decodeHTML(text.replace(/&#(?:[0-9]+|[xX][0-9a-fA-F]+);?/g, dropInvalid))
    : text;
}

/**
 * Decodes the references that can be nothing else, as ftfy 6.1.1 does: those with a semicolon, and names that were put
 * into capitals (`P&EACUTE;REZ`).
 */
export function unescapeClearHtml(text: string): string {
  return text.replace(/&#?[0-9A-Za-z]{1,24};/g, (reference) => {
    const decoded = unescapeHtml(reference);
    if (!decoded.includes(';') || decoded === ';') return decoded;
    if (decoded !== reference || reference !== reference.toUpperCase()) return reference;
    const small = decodeHTML(reference.toLowerCase());
    return small.includes(';') ? reference : small.toUpperCase();
  });
}

/** Python gives nothing for control characters and for code points that are no characters. */
function dropInvalid(reference: string): string {
  const digits = reference.replace(/[&#;]/g, '');
  const code = /^x/i.test(digits) ? parseInt(digits.slice(1), 16) : parseInt(digits, 10);
  const control = code < 0x20 ? ![0, 0x09, 0x0a, 0x0c, 0x0d].includes(code) : code === 0x7f;
  const noCharacter = (code >= 0xfdd0 && code <= 0xfdef) || ((code & 0xfffe) === 0xfffe && code <= 0x10ffff);
  return control || noCharacter ? '' : reference;
}
