import * as canvas from '@napi-rs/canvas';
import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { fontFiles, missingGlyphs, textWidth } from './font.js';

/** Dots per inch of PNG files: what journals ask of prints. A Vega pixel is 1/96 inch. */
export const printResolution = 300;

/** Draws a Vega-Lite picture as SVG, with texts as texts. */
export async function renderSvg(spec: TopLevelSpec): Promise<string> {
  measureWithBundledFont();
  const { spec: compiled } = compile(spec, { logger: silent });
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logger: silent });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

/** Draws an SVG picture as PNG at print resolution. */
export async function renderPng(svg: string): Promise<Buffer> {
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: printResolution / 96 },
    background: 'white',
    font: {
      fontFiles: fontFiles(),
      defaultFontFamily: 'DejaVu Sans',
      sansSerifFamily: 'DejaVu Sans',
      // The machine's fonts help out only for scripts that the bundled one lacks.
      loadSystemFonts: missingGlyphs(svg).length > 0,
    },
  }).render();
  return sharp(picture.pixels, { raw: { width: picture.width, height: picture.height, channels: 4 } })
    .removeAlpha()
    .withMetadata({ density: printResolution })
    .png()
    .toBuffer();
}

/** Points of a PDF page for one Vega pixel of 1/96 inch. */
const points = 72 / 96;

/** Draws a Vega-Lite picture as one page of PDF: vector shapes, texts as texts in the bundled font. */
export async function renderPdf(spec: TopLevelSpec): Promise<Uint8Array> {
  measureWithBundledFont();
  for (const file of fontFiles()) canvas.GlobalFonts.registerFromPath(file, 'DejaVu Sans');
  // Vega makes pictures with the page's own Image; there is no page here.
  const before = Object.getOwnPropertyDescriptor(globalThis, 'Image');
  Object.defineProperty(globalThis, 'Image', { value: canvas.Image, configurable: true });
  const { spec: compiled } = compile(spec, { logger: silent });
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logger: silent });
  try {
    await view.runAsync();
    const { width, height } = sizeOf(await view.toSVG());
    const document = new canvas.PDFDocument({ creator: 'expc' });
    const page = document.beginPage(width * points, height * points);
    page.scale(points, points);
    await view.toCanvas(1, { externalContext: page });
    document.endPage();
    return document.close();
  } finally {
    view.finalize();
    if (before === undefined) Reflect.deleteProperty(globalThis, 'Image');
    else Object.defineProperty(globalThis, 'Image', before);
  }
}

function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = /<svg[^>]* width="([\d.]+)"[^>]* height="([\d.]+)"/.exec(svg)!;
  return { width: Number(width), height: Number(height) };
}

interface TextItem {
  readonly text?: unknown;
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  readonly fontStyle?: string;
}

/** Without a canvas Vega guesses the width of texts, too wide by half: legends and axis titles would drift away. */
function measureWithBundledFont(): void {
  const { textMetrics } = vega as unknown as {
    textMetrics: { width: (item: TextItem, text?: unknown) => number };
  };
  textMetrics.width = (item, text = item.text) => {
    const bold = item.fontWeight === 'bold' || Number(item.fontWeight) >= 600;
    const face = bold ? 'bold' : item.fontStyle === 'italic' ? 'italic' : 'regular';
    return textWidth(
      typeof text === 'string' || typeof text === 'number' ? `${text}` : '',
      item.fontSize ?? 11,
      face,
    );
  };
}

/** Vega's hints are for its authors of specifications; ours are tested. Its errors are thrown. */
const silent: vega.LoggerInterface = {
  level: (level?: number) => (level === undefined ? 0 : silent),
  error: (message) => {
    throw new Error(String(message));
  },
  warn: () => silent,
  info: () => silent,
  debug: () => silent,
};
