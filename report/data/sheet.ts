import sharp, { type OverlayOptions } from 'sharp';
import { Resvg } from '@resvg/resvg-js';
import type { SheetPicture } from '../../runtime/data/inspect/inspect.js';
import { fontFiles, textWidth } from '../figure/font.js';

/** Sides in pixels: of a picture, between pictures, of a line of text; and the font's size. */
const [side, gap, lineHeight, fontSize] = [112, 8, 13, 10];
const [columns, lines] = [8, 2];

/** A contact sheet as PNG: pictures with their captions below, poisoned ones in a red frame. */
export async function dataSheet(pictures: readonly SheetPicture[]): Promise<Buffer> {
  const across = Math.max(1, Math.min(columns, pictures.length));
  const cell = { width: side + gap, height: side + lines * lineHeight + 4 + gap };
  const width = across * cell.width + gap;
  const height = Math.max(1, Math.ceil(pictures.length / across)) * cell.height + gap;
  const places = pictures.map((one, i) => ({
    one,
    left: gap + (i % across) * cell.width,
    top: gap + Math.floor(i / across) * cell.height,
  }));
  const overlays: OverlayOptions[] = await Promise.all(
    places.map(async ({ one, left, top }) => ({ input: await fitted(one), left, top })),
  );
  const canvas = { width, height, channels: 3 as const, background: '#ffffff' };
  const words = places.map(
    ({ one, left, top }) => `${frame(one, left, top)}${caption(one, left, top + side)}`,
  );
  overlays.push({ input: drawn(words.join(''), width, height), left: 0, top: 0 });
  return sharp({ create: canvas }).composite(overlays).png().toBuffer();
}

/** Small pictures are enlarged pixel by pixel, so that a patch can be told. */
function fitted({ picture: { width, height, data } }: SheetPicture): Promise<Buffer> {
  const kernel = Math.max(width, height) <= side ? 'nearest' : 'lanczos3';
  return sharp(data, { raw: { width, height, channels: 3 } })
    .resize(side, side, { fit: 'contain', background: '#ffffff', kernel })
    .png()
    .toBuffer();
}

function frame({ poisoned }: SheetPicture, left: number, top: number): string {
  return poisoned
    ? `<rect x="${left - 1.5}" y="${top - 1.5}" width="${side + 3}" height="${side + 3}" fill="none" stroke="#d62728" stroke-width="3"/>`
    : '';
}

function caption({ caption: text, poisoned }: SheetPicture, left: number, top: number): string {
  return cutIntoLines(text)
    .map((line, i) => {
      const at = `x="${left}" y="${top + 3 + (i + 1) * lineHeight - 2}"`;
      return `<text ${at} font-family="DejaVu Sans" font-size="${fontSize}" fill="${poisoned ? '#d62728' : '#222222'}">${escaped(line)}</text>`;
    })
    .join('');
}

/** As many words in a line as there is room for; the last line ends with an ellipsis where words are left. */
function cutIntoLines(text: string): string[] {
  const found = [''];
  for (const word of text.slice(0, 400).split(/\s+/)) {
    const longer = `${found.at(-1)!} ${word}`.trim();
    if (found.at(-1) === '' || textWidth(longer, fontSize) <= side) found[found.length - 1] = longer;
    else found.push(word);
  }
  const isCut = found.length > lines;
  return found.slice(0, lines).map((line, i) => shortened(line, isCut && i === lines - 1));
}

function shortened(line: string, isCut: boolean): string {
  let signs = [...line];
  const whole = () => `${signs.join('')}${isCut || signs.length < [...line].length ? '…' : ''}`;
  while (signs.length > 0 && textWidth(whole(), fontSize) > side) signs = signs.slice(0, -1);
  return whole();
}

/** Numbers for `<`, `>` and `&`; signs that XML does not allow are left out. */
function escaped(text: string): string {
  return [...text]
    .filter((sign) => /^[\t\n\r\x20-\ud7ff\ue000-\ufffd]$|^[\u{10000}-\u{10ffff}]$/u.test(sign))
    .map((sign) => (/[&<>]/.test(sign) ? `&#${sign.charCodeAt(0)};` : sign))
    .join('');
}

/** Text in the bundled font, so that it looks the same on every machine. */
function drawn(inside: string, width: number, height: number): Buffer {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inside}</svg>`;
  return new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: fontFiles() } }).render().asPng();
}
