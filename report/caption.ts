import type { Definition, RunResult } from './results/types.js';
import { axesOf, type Axes } from './figure/groups.js';
import { count, warning, type Notice } from './notice.js';
import { groupRuns } from './select.js';

/**
 * What the metrics of a figure mean, in sentences: one for each metric, or for each of its definitions where the
 * runs do not agree.
 */
export function definitionsText(runs: readonly RunResult[], metrics: readonly string[]): string[] {
  return metrics.flatMap((metric) => {
    const ways = definitionsOf(runs, metric);
    return ways.map(({ definition, runs: n }) => {
      const sentence = sentenceOf(metric, definition);
      return ways.length === 1 ? sentence : `${sentence} (${count(n, 'run')})`;
    });
  });
}

/** The different definitions of a metric, and how many runs have each. */
export function definitionsOf(
  runs: readonly RunResult[],
  metric: string,
): { definition: Definition; runs: number }[] {
  const ways = new Map<string, { definition: Definition; runs: number }>();
  for (const run of runs) {
    const definition = run.definitions[metric];
    if (definition === undefined) continue;
    const key = JSON.stringify(definition);
    ways.set(key, { definition, runs: (ways.get(key)?.runs ?? 0) + 1 });
  }
  return [...ways.values()];
}

/**
 * A warning for each metric that is defined in several ways among runs which a figure does not tell apart. Where the
 * definition goes with the labels of axes that it shows, say a trigger for each bar, it is what the figure is about.
 *
 * @param shown axes by which the figure tells runs apart: panels, series, places
 */
export function disagreements(
  runs: readonly RunResult[],
  metrics: readonly string[],
  figure: string,
  shown: readonly Axes[],
): Notice[] {
  const groups = groupRuns(runs, [...new Set(shown.flatMap(axesOf))]);
  return [...new Set(metrics)].flatMap((metric) => {
    const mixed = groups.filter((group) => definitionsOf(group.runs, metric).length > 1);
    if (mixed.length === 0) return [];
    const ways = definitionsOf(
      mixed.flatMap((group) => group.runs),
      metric,
    ).length;
    return warning(
      'differentDefinitions',
      `\`${figure}\` mixes ${ways} different definitions of \`${metric}\``,
      {
        hint: 'its caption lists them; select runs that share one, or tell them apart by an axis',
      },
    );
  });
}

function sentenceOf(metric: string, definition: Definition): string {
  const facts = [
    ...fact(definition.classes, (n) => `${n} classes`),
    ...fact(definition.target, (target) => `target ${target}`),
    ...fact(definition.trigger, (trigger) => `trigger ${triggerText(trigger)}`),
    ...fact(definition.pictures, (n) => count(n, 'picture')),
    ...fact(definition.excluded, (n) => `${n} of the target class left out`),
    ...fact(definition.copies === 1 ? undefined : definition.copies, (n) => `${n} copies of each`),
    ...fact(definition.redrawn_each_evaluation, (yes) => (yes ? 'drawn anew at every evaluation' : null)),
    ...fact(definition.templates, (list) => count(list.length, 'prompt template')),
  ];
  const what = (definition.description ?? metric).replace(/\.$/, '');
  return facts.length === 0 ? `${what}.` : `${what}; ${facts.join(', ')}.`;
}

function fact<T>(value: T | undefined, say: (value: T) => string | null): string[] {
  const said = value === undefined || value === null ? null : say(value);
  return said === null ? [] : [said];
}

/** `noise-patch (size 8, location random)`. */
export function triggerText({ kind, ...options }: NonNullable<Definition['trigger']>): string {
  const said = Object.entries(options).map(([name, value]) => `${name} ${plain(value)}`);
  return said.length === 0 ? kind : `${kind} (${said.join(', ')})`;
}

const plain = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** How a metric is named on axes and in headers: `ASR`, `accuracy`, `top-5 accuracy`. */
export function metricName(metric: string): string {
  const [what = metric, top = ''] = metric.split('.');
  const k = /^top(\d+)$/.exec(top)?.[1];
  if (k === undefined) return metric;
  const noun = what === 'asr' ? 'ASR' : what;
  return k === '1' ? noun : `top-${k} ${noun}`;
}
