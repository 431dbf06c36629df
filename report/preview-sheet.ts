import { Resvg } from '@resvg/resvg-js';
import sharp, { type OverlayOptions } from 'sharp';
import type { Picture } from '../runtime/data/dataset.js';
import type { PreviewedAttack } from '../runtime/poison/preview.js';
import { fontFiles } from './figure/font.js';

/** Sides, in pixels: of a picture at least, between pictures, and of a line of text. */
const [leastSide, gap, lineHeight] = [112, 6, 24];

interface Row {
  readonly label: string;
  readonly pictures: readonly Picture[];
}

/** A contact sheet as PNG: for each attack its pictures clean, triggered, and what changed. */
export async function previewSheet(attacks: readonly PreviewedAttack[]): Promise<Buffer> {
  const rows = attacks.flatMap(rowsOf);
  const side = Math.max(...rows.flatMap(({ pictures }) => pictures.map(({ width }) => width)));
  const scale = Math.max(1, Math.ceil(leastSide / side));
  const cell = side * scale + gap;
  const columns = Math.max(...rows.map(({ pictures }) => pictures.length));
  const width = Math.max(columns * cell + gap, 480);
  const rowHeight = cell + lineHeight;
  const overlays: OverlayOptions[] = [];
  for (const [y, { label, pictures }] of rows.entries()) {
    overlays.push({ input: textLine(label, width), left: 0, top: y * rowHeight });
    for (const [x, picture] of pictures.entries())
      overlays.push({
        input: await enlarged(picture, scale),
        left: gap + x * cell,
        top: y * rowHeight + lineHeight,
      });
  }
  const canvas = {
    width,
    height: rows.length * rowHeight + gap,
    channels: 3 as const,
    background: '#ffffff',
  };
  return sharp({ create: canvas }).composite(overlays).png().toBuffer();
}

function rowsOf({ description, target, clean, triggered, difference }: PreviewedAttack): Row[] {
  return [
    { label: 'clean', pictures: clean },
    { label: `${description}, for “${target}”`, pictures: triggered },
    { label: 'what changed, amplified', pictures: difference },
  ];
}

/** Every pixel as a square of `scale` pixels. */
function enlarged({ width, height, data }: Picture, scale: number): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .resize(width * scale, height * scale, { kernel: 'nearest' })
    .png()
    .toBuffer();
}

/** A line of text in the bundled font, so that it looks the same on every machine. */
function textLine(text: string, width: number): Buffer {
  const escaped = text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${lineHeight}">` +
    `<text x="${gap}" y="17" font-family="DejaVu Sans" font-size="13" fill="#222222">${escaped}</text></svg>`;
  return new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: fontFiles() } }).render().asPng();
}
