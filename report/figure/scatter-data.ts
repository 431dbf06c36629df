import type { ScatterFigure } from '../../schema/generated/resolved.js';
import { bestUnder, candidates } from '../best.js';
import { labelText } from '../labels.js';
import { count, warning, type Notice } from '../notice.js';
import type { Metrics, Point, Results, RunResult } from '../results/types.js';
import { groupRuns, pointsOf, selectRuns, startModels, unknownAxes, type Group } from '../select.js';

/** One symbol of a scatter plot. `x` and `y` are in percent. */
export interface ScatterDatum {
  readonly panel: string;
  readonly series: string;
  readonly kind: 'point' | 'start';
  readonly x: number;
  readonly y: number;
  /** Null for start models. */
  readonly epoch: number | null;
  readonly run: string | null;
}

export interface ScatterData {
  /** Start models last, so that they lie on top. */
  readonly values: readonly ScatterDatum[];
  /** In the order of the plan. */
  readonly panels: readonly string[];
  readonly series: readonly string[];
  readonly runs: readonly RunResult[];
  /** Runs that will be shown once all is measured. */
  readonly meant: readonly RunResult[];
  readonly notices: readonly Notice[];
}

/** Name of the only series where the figure names no axis for them. */
export const allModels = 'evaluated models';

/** What a scatter plot shows; nothing, and an error among the notices, where the selection is empty or wrong. */
export function scatterData(results: Results, figure: ScatterFigure): ScatterData {
  const chosen = selectRuns(results, figure);
  const axes = [figure.facet, figure.series].filter((axis) => axis !== undefined);
  const notices = [...chosen.notices, ...unknownAxes(results.runs, axes)];
  if (notices.some(({ severity }) => severity === 'error'))
    return { values: [], panels: [], series: [], runs: [], meant: [], notices };
  const along = (axis: string | undefined) => groupRuns(chosen.runs, axis === undefined ? [] : [axis]);
  const name = ({ labels }: Group, fallback: string) =>
    labels.length === 0 ? fallback : labelText(labels[0]!, figure.labels);
  const missing = { count: 0 };
  const panels = along(figure.facet).map((panel) => ({ ...panel, name: name(panel, '') }));
  const points = panels.flatMap((panel) =>
    groupRuns(panel.runs, figure.series === undefined ? [] : [figure.series]).flatMap((group) =>
      group.runs.flatMap((run) =>
        shown(run, figure).flatMap((point): ScatterDatum[] => {
          const place = placeOf(point.metrics, figure);
          if (place === null) missing.count++;
          const series = name(group, allModels);
          return place === null
            ? []
            : [{ panel: panel.name, series, kind: 'point', ...place, epoch: point.epoch, run: run.name }];
        }),
      ),
    ),
  );
  const starts = panels.flatMap((panel) => startsOf(panel.name, panel.runs, figure));
  if (missing.count > 0) notices.push(unmeasured(missing.count, figure));
  if (figure.start_model && chosen.runs.some(({ start }) => start === null))
    notices.push(
      warning('noStart', `\`${figure.name}\` has no star for runs whose start model is not measured`),
    );
  return {
    values: [...points, ...starts],
    panels: panels.map((panel) => panel.name),
    series: along(figure.series).map((group) => name(group, allModels)),
    runs: chosen.runs,
    meant: chosen.meant,
    notices,
  };
}

/** The evaluations of a run that are drawn as points. */
function shown(run: RunResult, figure: ScatterFigure): readonly Point[] {
  if (figure.points === 'best') {
    const best = bestUnder(candidates([run], 'all', figure.y, figure.x), figure.asr_limit);
    return best === null ? [] : [best.point];
  }
  const points = pointsOf(run, figure.points);
  // The very evaluation that the star stands for is not drawn a second time.
  return figure.start_model ? points.filter(({ metrics }) => metrics !== run.start?.metrics) : points;
}

function startsOf(panel: string, runs: readonly RunResult[], figure: ScatterFigure): ScatterDatum[] {
  if (!figure.start_model) return [];
  return startModels(runs).flatMap(({ metrics }): ScatterDatum[] => {
    const place = placeOf(metrics, figure);
    return place === null ? [] : [{ panel, series: '', kind: 'start', ...place, epoch: null, run: null }];
  });
}

function placeOf(metrics: Metrics, figure: ScatterFigure): { x: number; y: number } | null {
  const x = metrics[figure.x];
  const y = metrics[figure.y];
  return x === undefined || y === undefined ? null : { x: percent(x), y: percent(y) };
}

/** Rounded where binary fractions would show in the data file. */
const percent = (fraction: number) => Number((fraction * 100).toFixed(8));

function unmeasured(n: number, { name, x, y }: ScatterFigure): Notice {
  return warning(
    'unmeasured',
    `${count(n, 'evaluation')} without \`${x}\` or \`${y}\` not shown in \`${name}\``,
  );
}
