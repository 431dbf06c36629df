import { chooseCheckpoint, type CheckpointRule } from '../schema/checkpoint-rule.js';
import { parseFigureRule } from '../schema/figure-rule.js';
import { error, type Notice } from './notice.js';
import { isShare } from './results/metrics-file.js';
import type { Point, RunResult } from './results/types.js';

interface Ranking {
  readonly rule?: string;
  readonly top?: number;
  /** What a figure shows: a rule looks at the ends of epochs alone where it shows no others. */
  readonly points?: string;
}

/** The rule of a figure, checked by the compiler; one that cannot be read is an error among the notices. */
export function readRule(text: string | undefined, notices: Notice[]): CheckpointRule | null {
  const parsed = parseFigureRule(text ?? 'highest accuracy.top1');
  if (parsed.ok) return parsed.rule;
  notices.push(
    error('badRule', `the rule \`${text}\` cannot be read: \`${parsed.written}\``, { hint: parsed.why }),
  );
  return null;
}

/** What a rule takes of a run; null when no evaluation meets it. */
export function taken(rule: CheckpointRule, points: readonly Point[]): Point | null {
  return chooseCheckpoint(rule, points, isShare);
}

/** The runs that a rule keeps, and with `top` the best of them, the best first; of equals the first. */
export function bestRuns(
  runs: readonly RunResult[],
  { rule: text, top, points }: Ranking,
  notices: Notice[],
): readonly RunResult[] {
  if (text === undefined && top === undefined) return runs;
  const rule = readRule(text, notices);
  if (rule === null) return [];
  const kept = runs.flatMap((run) => {
    const best = taken(rule, points === 'epoch-ends' ? endsOf(run.points) : run.points);
    return best === null ? [] : [{ run, score: scoreOf(rule, best) }];
  });
  if (kept.length === 0 && runs.length > 0 && notices.every(({ severity }) => severity !== 'error'))
    notices.push(error('nothingSelected', `none of ${runs.length} runs has an evaluation with \`${text}\``));
  if (top === undefined) return kept.map(({ run }) => run);
  return kept
    .sort((a, b) => b.score - a.score)
    .slice(0, top)
    .map(({ run }) => run);
}

/** Higher is better. */
function scoreOf({ take, metric }: CheckpointRule, point: Point): number {
  const value = metric === null ? (point.epoch ?? 0) : point.metrics[metric]!;
  return take === 'highest' || take === 'last' ? value : -value;
}

const endsOf = (points: readonly Point[]): Point[] => points.filter(({ epoch }) => Number.isInteger(epoch));
