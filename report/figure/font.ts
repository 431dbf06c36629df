import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype from 'opentype.js';

/**
 * The bundled font, DejaVu Sans: pictures are laid out with its widths and drawn with its outlines, so that they look
 * the same on every machine, also on one without any font.
 */
const faces = {
  regular: 'DejaVuSans.ttf',
  bold: 'DejaVuSans-Bold.ttf',
  italic: 'DejaVuSans-Oblique.ttf',
} as const;
type Face = keyof typeof faces;

const find = createRequire(import.meta.url);
const pathOf = (face: Face) => find.resolve(`dejavu-fonts-ttf/ttf/${faces[face]}`);

/** Paths of the font's files. */
export const fontFiles = (): string[] => (Object.keys(faces) as Face[]).map(pathOf);

const loaded = new Map<Face, opentype.Font>();

function load(face: Face): opentype.Font {
  let font = loaded.get(face);
  if (font === undefined) {
    const bytes = readFileSync(pathOf(face));
    font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    loaded.set(face, font);
  }
  return font;
}

/** Width of a text in the unit of `size`. Sums the advances of the glyphs: DejaVu needs no shaping for labels. */
export function textWidth(text: string, size: number, face: Face = 'regular'): number {
  const font = load(face);
  let advance = 0;
  for (const character of text) advance += font.charToGlyph(character).advanceWidth ?? 0;
  return (advance / font.unitsPerEm) * size;
}

/** Characters of a text that the bundled font has no glyph for. */
export function missingGlyphs(text: string): string[] {
  const font = load('regular');
  return [...new Set(text)].filter((character) => character > ' ' && font.charToGlyphIndex(character) === 0);
}
