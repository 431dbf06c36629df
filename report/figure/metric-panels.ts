import type { TopLevelSpec } from 'vega-lite';
import type { Style } from '../../schema/generated/resolved.js';
import type { Labels } from '../labels.js';
import { framed, type Frame } from './frame.js';
import { axesTitle, type Axes } from './groups.js';

/** What a figure of several metrics has around its panels. */
export interface MetricPanels {
  readonly title?: string | undefined;
  readonly facet?: Axes;
  readonly columns?: number | undefined;
  readonly labels?: Labels | undefined;
  readonly width: number;
  readonly height: number;
  /** Names of the panels of each metric. */
  readonly panels: readonly string[];
  readonly metrics: readonly string[];
  readonly values: Frame['values'];
  readonly caption: string;
  readonly meant: Frame['meant'];
  readonly style: Style;
}

/**
 * A picture with a panel for each metric and label of the facet; `layersOf` draws one of them, told how many stand in a
 * row.
 */
export function metricPanels(
  figure: MetricPanels,
  layersOf: (metric: string, columns: number) => object[],
): TopLevelSpec {
  const { panels, metrics, style } = figure;
  const places = metrics.flatMap((metric) => panels.map((panel) => ({ metric, panel })));
  const columns = figure.columns ?? (panels.length > 1 ? Math.min(4, panels.length) : metrics.length);
  const title = axesTitle(figure.facet, figure.labels);
  const one = ({ metric, panel }: { metric: string; panel: string }) => ({
    ...(panel === ''
      ? {}
      : {
          title: {
            text: title === null ? panel : `${title} ${panel}`,
            anchor: 'middle',
            fontSize: style.font_size + 1,
          },
        }),
    width: figure.width,
    height: figure.height,
    transform: [
      {
        filter: {
          and: [
            { field: 'metric', equal: metric },
            { field: 'panel', equal: panel },
          ],
        },
      },
    ],
    layer: layersOf(metric, Math.min(columns, places.length)),
  });
  const { width, values, caption, meant } = figure;
  const frame = { title: figure.title, width, panels: [], values, caption, meant, style };
  return framed(frame, places.length === 1 ? one(places[0]!) : { concat: places.map(one), columns });
}
