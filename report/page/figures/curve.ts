import type { TopLevelSpec } from 'vega-lite';
import { colors } from '../../figure/palette.js';
import { theme } from '../../figure/theme.js';

/** A point of a line. */
export interface CurveRow {
  readonly x: number;
  readonly y: number;
  readonly series: string;
  /** Name of the panel, when there are several. */
  readonly panel: string;
  readonly epoch: number;
  readonly run?: string;
}

/** Lines over epochs or steps: a colour each while they are few, else all alike, told apart by pointing at them. */
export function curvePicture(rows: readonly CurveRow[], x: 'epoch' | 'step', title: string): TopLevelSpec {
  const series = [...new Set(rows.map((row) => row.series))];
  const panels = [...new Set(rows.map(({ panel }) => panel))];
  const few = series.length <= colors.length;
  const scale = { domain: series, range: series.map((_, i) => colors[i % colors.length]) };
  const percent = panels[0] !== '';
  const encoding = {
    x: {
      field: 'x',
      type: 'quantitative',
      title: x,
      scale: { nice: false },
      axis: { tickMinStep: 1, tickCount: 8, labelOverlap: true, grid: false },
    },
    y: percent
      ? { field: 'y', type: 'quantitative', title: '%', scale: { domain: [0, 100] } }
      : { field: 'y', type: 'quantitative', title: 'loss', scale: { zero: false } },
    ...(few
      ? { color: { field: 'series', type: 'nominal', scale, legend: { title: null } } }
      : { detail: { field: 'series' } }),
    tooltip: [
      { field: 'series', title: 'what' },
      { field: 'x', title: x },
      { field: 'y', title: percent ? '%' : 'loss', format: percent ? '.2f' : '.4f' },
    ],
  };
  const line = { type: 'line', strokeWidth: few ? 1.6 : 1, opacity: few ? 1 : 0.35, interpolate: 'linear' };
  const dots = {
    type: 'point',
    filled: true,
    size: percent && rows.length < 600 ? 22 : 30,
    opacity: percent && rows.length < 600 ? 1 : 0,
  };
  const plain = few ? {} : { color: colors[0] };
  const panel = {
    width: percent ? 300 : 620,
    height: 200,
    layer: [
      { mark: { ...line, ...plain }, encoding },
      { mark: { ...dots, ...plain }, encoding },
    ],
  };
  const common = {
    description: title,
    data: { values: rows.map((row) => ({ ...row })) },
    config: { ...theme, view: { stroke: null } },
  };
  if (!percent) return { ...common, ...panel } as unknown as TopLevelSpec;
  return {
    ...common,
    facet: { field: 'panel', type: 'nominal', sort: panels, header: { title: null } },
    columns: panels.length,
    spec: panel,
  } as unknown as TopLevelSpec;
}
