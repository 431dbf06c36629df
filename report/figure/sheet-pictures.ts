import { existsSync } from 'node:fs';
import type * as Canvas from '@napi-rs/canvas';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { ContactSheetFigure } from '../../schema/generated/resolved.js';
import type { Picture } from '../../runtime/data/dataset.js';
import { openDataset, readManifest } from '../../runtime/data/artifact/open.js';
import { textWidth } from './font.js';

/** Loads the encoder of PNG files only where pictures are shown. */
const load = createRequire(import.meta.url);

export interface SheetPicture {
  readonly id: string;
  readonly role: 'picture' | 'original' | 'poisoned';
  /** Its caption. */
  readonly text: string;
  /** The caption cut into the lines that there is room for. */
  readonly lines: string;
  /** As a data URL. */
  readonly url: string;
}

/** Pictures of a data set's stage, evenly spread over it; or why there are none. */
export async function readSheet(
  folder: string,
  figure: ContactSheetFigure,
): Promise<SheetPicture[] | string> {
  if (!existsSync(folder)) return 'that stage is not done';
  try {
    const manifest = readManifest(folder);
    const data = openDataset(folder);
    const base =
      manifest.kind === 'poison' && figure.originals ? openDataset(resolve(folder, manifest.base)) : null;
    try {
      const numbers =
        manifest.kind === 'poison' ? manifest.poisoned.map(({ index }) => index) : range(data.size);
      const pictures: SheetPicture[] = [];
      for (const index of spreadOver(numbers, figure.count)) {
        const common = { id: data.info(index).id };
        if (base !== null)
          pictures.push({
            ...common,
            role: 'original',
            ...captioned(base.info(index).captions, figure),
            url: asUrl(await base.picture(index)),
          });
        const role = manifest.kind === 'poison' ? 'poisoned' : 'picture';
        pictures.push({
          ...common,
          role,
          ...captioned(data.info(index).captions, figure),
          url: asUrl(await data.picture(index)),
        });
      }
      return pictures;
    } finally {
      data.close();
      base?.close();
    }
  } catch (problem) {
    return (problem as Error).message;
  }
}

const range = (n: number) => Array.from({ length: n }, (_, i) => i);

/** So many of a list, evenly spread. */
export function spreadOver<T>(list: readonly T[], count: number): T[] {
  const n = Math.min(count, list.length);
  return range(n).map((i) => list[Math.floor((i * list.length) / n)]!);
}

function asUrl({ width, height, data }: Picture): string {
  const { createCanvas, ImageData } = load('@napi-rs/canvas') as typeof Canvas;
  const sheet = createCanvas(width, height);
  const pixels = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let i = 0; i < width * height; i++) for (let c = 0; c < 3; c++) pixels[4 * i + c] = data[3 * i + c]!;
  sheet.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0);
  return `data:image/png;base64,${sheet.toBuffer('image/png').toString('base64')}`;
}

function captioned(
  [text = '']: readonly string[],
  { size }: ContactSheetFigure,
): { text: string; lines: string } {
  return { text, lines: linesOf(text, size + 4, 2) };
}

/** A text in so many lines of a width in pixels, the last cut with an ellipsis. */
function linesOf(text: string, width: number, most: number): string {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1)!} ${word}`.trim();
    if (textWidth(longer, 8) <= width || lines.at(-1) === '') lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const shown = lines.slice(0, most).map((line) => cut(line, width));
  if (lines.length > most) shown[most - 1] = cut(`${shown[most - 1]!}…`, width, true);
  return shown.join('\n');
}

function cut(line: string, width: number, ends = false): string {
  let text = line;
  while (text.length > 1 && textWidth(text, 8) > width) text = `${text.replace(/…$/, '').slice(0, -1)}…`;
  return ends && !text.endsWith('…') ? `${text}…` : text;
}
