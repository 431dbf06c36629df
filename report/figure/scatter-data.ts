import type { ScatterFigure } from '../../schema/generated/resolved.js';
import { bestUnder, candidates } from '../best.js';
import { count, warning, type Notice } from '../notice.js';
import type { Metrics, Point, Results, RunResult } from '../results/types.js';
import { readRule, taken } from '../rule.js';
import { meanOverSeeds } from '../seeds.js';
import { isAxisOf, pointsOf, selectRuns, startModels, unknownAxes } from '../select.js';
import { axesOf, named, type Named } from './groups.js';
import { looksOf, type Look, type Looks } from './looks.js';
import { readReferences, type ReferenceValue } from './reference.js';
import { drawn, isInside } from './scale.js';

export { allModels } from './looks.js';

/** One symbol of a scatter plot. `x` and `y` are in percent, for shares. */
export interface ScatterDatum extends Look {
  readonly panel: string;
  readonly kind: 'point' | 'mean' | 'start' | 'reference';
  readonly x: number;
  readonly y: number;
  /** Half the length of the error bars of a mean. */
  readonly x_sd?: number;
  readonly y_sd?: number;
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
  readonly looks: Looks;
  readonly runs: readonly RunResult[];
  /** Runs that will be shown once all is measured. */
  readonly meant: readonly RunResult[];
  /** Symbols that lie outside the axes. */
  readonly outside: number;
  readonly notices: readonly Notice[];
}

/** What a scatter plot shows; nothing, and an error among the notices, where the selection is empty or wrong. */
export function scatterData(results: Results, figure: ScatterFigure): ScatterData {
  const chosen = selectRuns(results, figure);
  const axes = [figure.facet, figure.series, figure.color, figure.shape].flatMap(axesOf);
  const notices = [...chosen.notices, ...unknownAxes(results.runs, axes)];
  if (notices.some(({ severity }) => severity === 'error')) return nothing(notices);
  const looks = looksOf(chosen.runs, figure);
  const panels = named(chosen.runs, figure.facet, figure.labels);
  const reader = new Reader(figure, looks, notices);
  const means = figure.seeds === 'pooled' ? [] : panels.flatMap((panel) => reader.means(panel));
  const points =
    figure.seeds === 'mean' ? [] : panels.flatMap((panel) => reader.points(panel, panel.runs, 'point'));
  const starts = panels.flatMap((panel) => reader.starts(panel));
  const references = readReferences(figure.reference, isAxisOf(results.runs), notices);
  const others = panels.flatMap((panel) => reader.references(panel, references));
  const all = [...points, ...means, ...others, ...starts];
  const values = all.filter(({ x, y }) => isInside(x, figure.x_range) && isInside(y, figure.y_range));
  if (reader.missing > 0) notices.push(unmeasured(reader.missing, figure));
  if (figure.start_model && chosen.runs.some(({ start }) => start === null))
    notices.push(
      warning('noStart', `\`${figure.name}\` has no star for runs whose start model is not measured`),
    );
  return {
    values,
    panels: panels.map((panel) => panel.name),
    series: looks.series,
    looks,
    runs: chosen.runs,
    meant: chosen.meant,
    outside: all.length - values.length,
    notices,
  };
}

function nothing(notices: readonly Notice[]): ScatterData {
  return {
    values: [],
    panels: [],
    series: [],
    looks: looksOf([], {}),
    runs: [],
    meant: [],
    outside: 0,
    notices,
  };
}

/** Turns runs into symbols. */
class Reader {
  /** Evaluations that lack a metric. */
  missing = 0;

  constructor(
    private readonly figure: ScatterFigure,
    private readonly looks: Looks,
    private readonly notices: Notice[],
  ) {}

  points({ name: panel }: Named, runs: readonly RunResult[], kind: 'point' | 'mean'): ScatterDatum[] {
    return inSeriesOrder(runs, this.looks).flatMap((run) =>
      this.#shown(run).flatMap((point): ScatterDatum[] => {
        const place = this.#placeOf(point.metrics);
        if (place === null) this.missing++;
        if (place === null) return [];
        const bars = kind === 'mean' ? this.#barsOf(point) : {};
        return [
          { panel, ...this.looks.lookOf(run), kind, ...place, ...bars, epoch: point.epoch, run: run.name },
        ];
      }),
    );
  }

  means(panel: Named): ScatterDatum[] {
    return this.points(panel, meanOverSeeds(panel.runs), 'mean');
  }

  starts({ name: panel, runs }: Named): ScatterDatum[] {
    if (!this.figure.start_model) return [];
    const models = this.figure.seeds === 'mean' ? meanOverSeeds(runs) : runs;
    return startModels(models).flatMap(({ metrics }): ScatterDatum[] => {
      const place = this.#placeOf(metrics);
      return place === null ? [] : [{ panel, series: '', kind: 'start', ...place, epoch: null, run: null }];
    });
  }

  references({ name: panel, runs }: Named, all: readonly ReferenceValue[]): ScatterDatum[] {
    return all.flatMap(({ label, values, belongsTo }): ScatterDatum[] => {
      const { [this.figure.x]: x, [this.figure.y]: y } = values;
      if (x === undefined || y === undefined || !runs.some(belongsTo)) return [];
      return [{ panel, series: label, kind: 'reference', x, y, epoch: null, run: null }];
    });
  }

  #shown(run: RunResult): readonly Point[] {
    if (this.figure.points === 'best') return this.#best(run);
    const points = pointsOf(run, this.figure.points);
    // The very evaluation that the star stands for is not drawn a second time.
    return this.figure.start_model ? points.filter(({ metrics }) => metrics !== run.start?.metrics) : points;
  }

  #best(run: RunResult): readonly Point[] {
    const { rule: text, asr_limit, x, y } = this.figure;
    if (text === undefined) {
      const best = bestUnder(candidates([run], 'all', y, x), asr_limit);
      return best === null ? [] : [best.point];
    }
    const rule = readRule(text, this.notices);
    const best = rule === null ? null : taken(rule, run.points);
    return best === null ? [] : [best];
  }

  #placeOf(metrics: Metrics): { x: number; y: number } | null {
    const x = metrics[this.figure.x];
    const y = metrics[this.figure.y];
    return x === undefined || y === undefined
      ? null
      : { x: drawn(this.figure.x, x), y: drawn(this.figure.y, y) };
  }

  #barsOf({ spread = {} }: Point): { x_sd?: number; y_sd?: number } {
    const { [this.figure.x]: x, [this.figure.y]: y } = spread;
    if (x === undefined || y === undefined) return {};
    return { x_sd: drawn(this.figure.x, x), y_sd: drawn(this.figure.y, y) };
  }
}

/** The runs of one series follow each other, so that later series lie on earlier ones. */
function inSeriesOrder(runs: readonly RunResult[], looks: Looks): RunResult[] {
  return looks.series.flatMap((series) => runs.filter((run) => looks.lookOf(run).series === series));
}

function unmeasured(n: number, { name, x, y }: ScatterFigure): Notice {
  return warning(
    'unmeasured',
    `${count(n, 'evaluation')} without \`${x}\` or \`${y}\` not shown in \`${name}\``,
  );
}
