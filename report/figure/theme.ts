import type { Config } from 'vega-lite';

/** The first is bundled (see font.ts), the next has its widths; the last is what a viewer without both shows. */
export const fontFamily = 'DejaVu Sans, Verdana, sans-serif';

/** How every picture looks unless a person restyles its Vega-Lite file: fit for a paper, black on white. */
export const theme: Config = {
  font: fontFamily,
  background: 'white',
  padding: 8,
  view: { stroke: '#222222', strokeWidth: 1 },
  axis: {
    labelFontSize: 11,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    titlePadding: 8,
    gridColor: '#e4e4e4',
    domain: false,
    tickColor: '#222222',
    labelColor: '#222222',
    titleColor: '#000000',
    labelLimit: 0,
    titleLimit: 0,
  },
  header: {
    labelFontSize: 12,
    labelFontWeight: 'bold',
    titleFontSize: 12,
    titleFontWeight: 'normal',
    titlePadding: 0,
    labelPadding: 6,
    labelLimit: 0,
    titleLimit: 0,
  },
  legend: {
    labelFontSize: 11,
    titleFontSize: 11,
    titleFontWeight: 'bold',
    symbolSize: 90,
    symbolOpacity: 1,
    labelLimit: 0,
    titleLimit: 0,
  },
  title: {
    fontSize: 14,
    anchor: 'start',
    subtitleFontSize: 11,
    subtitleColor: '#444444',
    subtitlePadding: 4,
    offset: 8,
    limit: 0,
  },
};
