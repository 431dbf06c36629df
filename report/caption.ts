import type { Definition, RunResult } from './results/types.js';
import { count, warning, type Notice } from './notice.js';

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

/** A warning for each metric whose definition differs between the runs that a figure puts side by side. */
export function disagreements(
  runs: readonly RunResult[],
  metrics: readonly string[],
  figure: string,
): Notice[] {
  return [...new Set(metrics)].flatMap((metric) => {
    const ways = definitionsOf(runs, metric).length;
    if (ways < 2) return [];
    return warning(
      'differentDefinitions',
      `\`${figure}\` compares ${ways} different definitions of \`${metric}\``,
      {
        hint: 'its caption lists them; select runs that share one',
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
function triggerText({ kind, ...options }: NonNullable<Definition['trigger']>): string {
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
