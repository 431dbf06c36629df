import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { missingGlyphs, textWidth } from '../../../report/figure/font.js';
import { renderPdf, renderPng, renderSvg } from '../../../report/figure/render.js';
import { scatter } from '../../../report/figure/scatter.js';
import { scatter as figure } from '../support/figures.js';
import { made, results } from '../support/results.js';

const nasty = `<img src=x onerror="alert('1')"> & "co"`;
const runs = results(
  ...['left', 'right'].flatMap((side, i) =>
    ['plain', nasty].map((cleaning, j) =>
      made({
        axes: { side, cleaning },
        start: [50 + 5 * i, 95],
        startId: side,
        points: [1, 2, 3].map((epoch) => [epoch, 50 - 3 * epoch - 4 * j, 90 - 14 * epoch * (j + 1)] as const),
      }),
    ),
  ),
);

let svg: string;
let png: Buffer;
beforeAll(async () => {
  const { spec } = scatter(runs, figure({ facet: 'side', series: 'cleaning', title: nasty })).picture!;
  svg = await renderSvg(spec);
  png = await renderPng(svg);
});

/** Share of pixels of a part of the picture, given in shares of its size, for which a test holds. */
async function share(
  box: readonly [number, number, number, number],
  is: (r: number, g: number, b: number) => boolean,
) {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  const [left, top, right, bottom] = box;
  let [hits, all] = [0, 0];
  for (let y = Math.floor(top * info.height); y < Math.floor(bottom * info.height); y++)
    for (let x = Math.floor(left * info.width); x < Math.floor(right * info.width); x++) {
      const at = (y * info.width + x) * info.channels;
      all++;
      if (is(data[at]!, data[at + 1]!, data[at + 2]!)) hits++;
    }
  return hits / all;
}

const isRed = (r: number, g: number, b: number) => r > 180 && g < 60 && b < 70;
const isBlue = (r: number, g: number, b: number) => b > r + 80 && b > 120 && g < b;
const isDark = (r: number, g: number, b: number) => r < 90 && g < 90 && b < 90;

describe('renderSvg', () => {
  it('keeps texts as texts, and escapes what would be markup', () => {
    expect(svg).toContain('attack success rate (%)');
    expect(svg).not.toContain('<img');
    expect(svg).toContain('&lt;img src=x onerror=');
    expect(svg).toContain('&amp;');
  });

  it('is the same each time', async () => {
    const { spec } = scatter(runs, figure({ facet: 'side', series: 'cleaning', title: nasty })).picture!;
    expect(await renderSvg(spec)).toBe(svg);
  });
});

describe('renderPng', () => {
  it('has the resolution of a print', async () => {
    const { density, width, height, channels } = await sharp(png).metadata();
    expect(density).toBe(300);
    expect(channels).toBe(3);
    const [, svgWidth, svgHeight] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)!;
    expect(width).toBe(Math.round(Number(svgWidth) * 3.125));
    expect(height).toBe(Math.round(Number(svgHeight) * 3.125));
  });

  it('shows points and a red star in each panel', async () => {
    for (const panel of [
      [0.08, 0.15, 0.53, 0.8],
      [0.56, 0.15, 1, 0.8],
    ] as const) {
      expect(await share(panel, isBlue)).toBeGreaterThan(0.0004);
      expect(await share(panel, isRed)).toBeGreaterThan(0.001);
    }
  });

  it('writes its texts with the bundled font, without any font of the machine', async () => {
    expect(missingGlyphs(svg)).toEqual([]);
    expect(await share([0, 0, 0.5, 0.07], isDark)).toBeGreaterThan(0.02);
  });
});

describe('the bundled font', () => {
  it('has the widths of DejaVu Sans', () => {
    expect(textWidth('', 12)).toBe(0);
    expect(textWidth('M', 2048)).toBe(1767);
    expect(textWidth('Ml', 2048)).toBe(1767 + 569);
    expect(textWidth('M', 2048, 'bold')).toBe(2038);
    expect(textWidth('accuracy ± 5 %', 22)).toBeCloseTo(2 * textWidth('accuracy ± 5 %', 11), 9);
  });

  it('knows which characters it lacks', () => {
    expect(missingGlyphs('≤ 5 % ± é ß Ω')).toEqual([]);
    expect(missingGlyphs('a香蕉a')).toEqual(['香', '蕉']);
  });
});

describe('renderPdf', () => {
  const { spec } = scatter(runs, figure({ facet: 'side', series: 'cleaning', title: nasty })).picture!;

  it('is one page of the size of the picture, with the bundled font in it and no pictures of text', async () => {
    const pdf = Buffer.from(await renderPdf(spec)).toString('latin1');
    const [, width, height] = /<svg[^>]* width="([\d.]+)"[^>]* height="([\d.]+)"/.exec(svg)!;
    const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!;
    // Skia makes pages of whole points.
    const points = (pixels: string | undefined) => Math.ceil(Number(pixels) * 0.75);
    expect([Number(box[1]), Number(box[2])]).toEqual([points(width), points(height)]);
    expect(pdf).toMatch(/\/FontName ?\/[A-Z]{6}\+DejaVuSans\b/);
    expect(pdf).not.toContain('/Subtype /Image');
  });

  it('is the same file for the same figure, and leaves no Image behind', async () => {
    const [once, again] = [Buffer.from(await renderPdf(spec)), Buffer.from(await renderPdf(spec))];
    expect(once.equals(again)).toBe(true);
    expect('Image' in globalThis).toBe(false);
  });
});
