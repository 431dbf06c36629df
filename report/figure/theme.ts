import type { Config } from 'vega-lite';
import { experimentSchema } from '../../schema/generated/schema.js';
import type { Style } from '../../schema/generated/resolved.js';

/** The look of a figure that says nothing of it: the defaults of the language. */
export const defaultStyle = Object.fromEntries(
  Object.entries(experimentSchema.definitions!.Style!.properties!).flatMap(([key, property]) =>
    property.default === undefined ? [] : [[key, property.default]],
  ),
) as unknown as Style;

/** The first is bundled (see font.ts), the next has its widths; the last is what a viewer without both shows. */
export const fontFamily = 'DejaVu Sans, Verdana, sans-serif';

/** A style as Vega-Lite's configuration: fit for a paper, unless a person restyles it. */
export function themeOf(style: Style): Config {
  const size = style.font_size;
  const text = { labelFontSize: size, titleFontSize: size + 1, titleFontWeight: 'normal' } as const;
  const whole = { labelLimit: 0, titleLimit: 0 };
  const theme: Config = {
    font: fontFamily,
    background: style.background,
    padding: 8,
    view: { stroke: '#222222', strokeWidth: style.frame },
    axis: {
      ...text,
      ...whole,
      titlePadding: 8,
      grid: style.grid,
      gridColor: '#e4e4e4',
      domain: false,
      tickColor: '#222222',
      labelColor: '#222222',
      titleColor: '#000000',
    },
    header: {
      ...text,
      ...whole,
      labelFontSize: size + 1,
      labelFontWeight: 'bold',
      titlePadding: 0,
      labelPadding: 6,
    },
    legend: {
      ...text,
      ...whole,
      titleFontSize: size,
      titleFontWeight: 'bold',
      symbolSize: 90,
      symbolOpacity: 1,
    },
    title: {
      fontSize: size + 3,
      anchor: 'start',
      subtitleFontSize: size,
      subtitleColor: '#444444',
      subtitlePadding: 4,
      offset: 8,
      limit: 0,
    },
  };
  return merged(theme, style.vega ?? {}) as Config;
}

/** Maps merge, everything else replaces. */
function merged(under: unknown, over: unknown): unknown {
  if (!isMap(under) || !isMap(over)) return over;
  const keys = [...new Set([...Object.keys(under), ...Object.keys(over)])];
  return Object.fromEntries(
    keys.map((key) => [
      key,
      key in over ? (key in under ? merged(under[key], over[key]) : over[key]) : under[key],
    ]),
  );
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The default look. */
export const theme: Config = themeOf(defaultStyle);
