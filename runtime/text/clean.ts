import { unescapeClearHtml, unescapeHtml } from './html.js';
import { fixC1Controls, fixEncoding } from './mojibake.js';

/**
 * What CLIP's tokenizer does to a caption before it splits it: repair as ftfy does, decode HTML twice, squeeze white
 * space, lower-case.
 */
export function cleanCaption(caption: string): string {
  const text = isPlain(caption) ? caption : unescapeHtml(unescapeHtml(fixText(caption)));
  return text.replace(whitespace, ' ').trim().toLowerCase();
}

/**
 * Repairs text after ftfy 6.1.1's `fix_text` with its defaults (Robyn Speer, MIT licence): wrong encodings, HTML
 * references, ligatures, full-width forms, curly quotes, line breaks, control characters; Unicode's form C.
 */
export function fixText(text: string): string {
  let html = true; // once a line has a tag, entities are left alone from there on
  return text
    .split(/(?<=\n)/)
    .map((line) => {
      html &&= !line.includes('<');
      return fixLine(line, html);
    })
    .join('');
}

function fixLine(line: string, html: boolean): string {
  let text = line;
  let before: string;
  do {
    before = text;
    text = fixC1Controls(fixEncoding(html ? unescapeClearHtml(text) : text));
    text = text.replace(/[ĲĳŉǱ-ǳǄ-ǌﬀ-ﬆ]/g, (char) => ligatures[char]!);
    text = text.replace(/[\u3000\uff01-\uffef]/g, (char) =>
      char === '\u3000' ? ' ' : char.normalize('NFKC'),
    );
    text = text.replace(/[\u201c-\u201f]/g, '"').replace(/[\u02bc\u2018-\u201b]/g, "'");
    text = text.replace(/\r\n|[\r\u2028\u2029\u0085]/g, '\n').replace(/\p{Surrogate}/gu, '\ufffd');
    text = text.replace(terminalEscapes, '').replace(controls, '').normalize('NFC');
  } while (text !== before);
  return text;
}

/** Text that the repairs leave alone: printable ASCII without a reference. */
function isPlain(text: string): boolean {
  return /^[\x20-\x25\x27-\x7e]*$/.test(text);
}

/** Unicode's White_Space, which is what Python's `\s` means. */
const whitespace = /[\t-\r\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const terminalEscapes = /\x1b\[[\d;]*[a-zA-Z]/g;
const controls = /[\0-\x08\x0b\x0e-\x1f\x7f\u206a-\u206f\ufeff\ufff9-\ufffc]/g;

const ligatures: Readonly<Record<string, string>> = {
  Ĳ: 'IJ',
  ĳ: 'ij',
  ŉ: 'ʼn',
  Ǳ: 'DZ',
  ǲ: 'Dz',
  ǳ: 'dz',
  Ǆ: 'DŽ',
  ǅ: 'Dž',
  ǆ: 'dž',
  Ǉ: 'LJ',
  ǈ: 'Lj',
  ǉ: 'lj',
  Ǌ: 'NJ',
  ǋ: 'Nj',
  ǌ: 'nj',
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'ſt',
  ﬆ: 'st',
};
