/** A choice among the epochs of a training by what was measured after each of them. */
export interface CheckpointRule {
  /** What an epoch must meet to be taken: all of it. */
  readonly conditions: readonly Condition[];
  /** Which of these epochs; of equal ones the earliest. */
  readonly take: 'highest' | 'lowest' | 'first' | 'last';
  /** Full name of the metric that `highest` and `lowest` compare; null for `first` and `last`. */
  readonly metric: string | null;
}

export interface Condition {
  /** Full name: `accuracy.top1`. */
  readonly metric: string;
  readonly compare: '<=' | '>=' | '<' | '>';
  /** In percent for shares. */
  readonly value: number;
}

export type ParsedRule =
  | { readonly ok: true; readonly rule: CheckpointRule }
  /** The part that is not understood, and what was expected of it. */
  | { readonly ok: false; readonly written: string; readonly why: string };

const conditionForm = /^(\S+?)\s*(<=|>=|<|>)\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*%?$/i;
const byMetric = /^(highest|lowest)\s+(\S+)$/;

/** Read `asr >= 80 and top1 >= 55, highest top1`: conditions joined by `and`, a comma, and what to take. */
export function parseCheckpointRule(text: string): ParsedRule {
  const comma = text.lastIndexOf(',');
  const conditions: Condition[] = [];
  for (const written of comma < 0 ? [] : text.slice(0, comma).split(/\s+and\s+/)) {
    const found = conditionForm.exec(written.trim());
    if (found === null)
      return { ok: false, written: written.trim(), why: 'a condition is `METRIC >= NUMBER` (or <=, >, <)' };
    const [, metric, compare, value] = found as unknown as [string, string, Condition['compare'], string];
    conditions.push({ metric: fullName(metric), compare, value: Number(value) });
  }
  const written = text.slice(comma + 1).trim();
  if (written === 'first' || written === 'last')
    return { ok: true, rule: { conditions, take: written, metric: null } };
  const found = byMetric.exec(written);
  if (found === null)
    return {
      ok: false,
      written,
      why: 'a rule ends with `highest METRIC`, `lowest METRIC`, `first` or `last`',
    };
  const [, take, metric] = found as unknown as [string, 'highest' | 'lowest', string];
  return { ok: true, rule: { conditions, take, metric: fullName(metric) } };
}

/** The one text of a rule: equal rules have equal texts, whatever their spelling and the order of conditions. */
export function checkpointRuleText({ conditions, take, metric }: CheckpointRule): string {
  const texts = conditions.map(({ metric: name, compare, value }) => `${name} ${compare} ${value}`);
  const which = metric === null ? take : `${take} ${metric}`;
  return texts.length === 0 ? which : `${[...new Set(texts)].sort().join(' and ')}, ${which}`;
}

/** `top1` is `accuracy.top1`, `asr` is `asr.top1`. */
function fullName(metric: string): string {
  if (/^top\d+$/.test(metric)) return `accuracy.${metric}`;
  return metric === 'asr' || metric === 'accuracy' ? `${metric}.top1` : metric;
}

/** The rule that `best` stands for. */
export const bestCheckpoint = 'highest accuracy.top1';

/** Numbers of an epoch by full metric name; shares in 0..1. */
export type Measured = Readonly<Record<string, number>>;

/**
 * The epoch that a rule takes; null when none meets its conditions. Of equal ones the earliest, so that later epochs
 * that are no better change nothing.
 *
 * @param epochs in ascending order of epoch
 * @param isShare is the metric a share, 0..1, which rules give in percent?
 */
export function chooseCheckpoint<Row extends { readonly metrics: Measured }>(
  { conditions, take, metric }: CheckpointRule,
  epochs: readonly Row[],
  isShare: (metric: string) => boolean,
): Row | null {
  const valueOf = (row: Row, name: string): number => (row.metrics[name] ?? NaN) * (isShare(name) ? 100 : 1);
  const fit = epochs.filter((row) =>
    conditions.every((condition) => holds(valueOf(row, condition.metric), condition)),
  );
  if (metric === null) return (take === 'first' ? fit[0] : fit.at(-1)) ?? null;
  let best: Row | null = null;
  for (const row of fit) {
    const value = valueOf(row, metric);
    if (Number.isNaN(value)) continue;
    if (best === null || (take === 'highest' ? value > valueOf(best, metric) : value < valueOf(best, metric)))
      best = row;
  }
  return best;
}

function holds(found: number, { compare, value }: Condition): boolean {
  // Shares were divided by counts: 0.55 * 100 is 55.00000000000001.
  const number = Number(found.toPrecision(12));
  if (compare === '<') return number < value;
  if (compare === '<=') return number <= value;
  return compare === '>' ? number > value : number >= value;
}
