import type { TopLevelSpec } from 'vega-lite';
import type { Style } from '../../schema/generated/resolved.js';
import type { Labels } from '../labels.js';
import { count } from '../notice.js';
import type { RunResult } from '../results/types.js';
import { textWidth } from './font.js';
import { axesTitle, type Axes } from './groups.js';
import { themeOf } from './theme.js';

/** What every picture has around its panels. */
export interface Frame {
  readonly title?: string | undefined;
  readonly facet?: Axes;
  readonly columns?: number | undefined;
  readonly labels?: Labels | undefined;
  readonly panels: readonly string[];
  /** Of a panel, in pixels. */
  readonly width: number;
  readonly values: readonly object[];
  readonly caption: string;
  /** Runs that will be shown once all is measured. */
  readonly meant: readonly RunResult[];
  readonly style: Style;
}

/** A picture with a panel for each value of the field `panel`, or with one. `panel` draws one of them. */
export function framed(frame: Frame, panel: object): TopLevelSpec {
  const common = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: frame.caption,
    ...titleOf(frame.title, unfinishedText(frame.meant)),
    data: { name: 'models', values: frame.values.map((value) => ({ ...value })) },
    config: themeOf(frame.style),
  };
  if (frame.facet === undefined) return { ...common, ...panel } as TopLevelSpec;
  return {
    ...common,
    facet: {
      field: 'panel',
      type: 'nominal',
      sort: [...frame.panels],
      header: { title: axesTitle(frame.facet, frame.labels), ...linesOf(frame) },
    },
    columns: columnsOf(frame),
    spec: panel,
  } as TopLevelSpec;
}

/** Titles wider than their panel stand in lines, a label each: else they would push the panels apart. */
function linesOf({ panels, width, style }: Frame): object {
  const longest = Math.max(...panels.map((name) => textWidth(name, style.font_size + 1, 'bold')));
  return longest > width
    ? { labelExpr: "split(datum.label, ', ')", labelLineHeight: style.font_size + 4 }
    : {};
}

/** Panels in a row. */
export function columnsOf({ columns, panels }: Pick<Frame, 'columns' | 'panels'>): number {
  return columns ?? Math.max(1, Math.min(4, panels.length));
}

function titleOf(text: string | undefined, subtitle: readonly string[]): object {
  if (text === undefined && subtitle.length === 0) return {};
  return { title: { text: text ?? '', ...(subtitle.length > 0 ? { subtitle } : {}) } };
}

/** Said in the picture itself: an unfinished figure must not pass for a finished one. */
export function unfinishedText(runs: readonly RunResult[]): string[] {
  const n = runs.filter(({ state }) => state !== 'done').length;
  return n === 0 ? [] : [`Preliminary: ${n} of ${count(runs.length, 'run')} unfinished.`];
}

/** The first lines of a caption. */
export function titleText(title: string | undefined): string[] {
  return title === undefined ? [] : [`${title.replace(/\.$/, '')}.`];
}
