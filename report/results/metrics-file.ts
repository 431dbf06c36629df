import { warning, type Notice } from '../notice.js';
import type { Point } from './types.js';

export interface MetricsFile {
  readonly points: readonly Point[];
  readonly notices: readonly Notice[];
}

/**
 * Reads the text of a metrics.jsonl, one evaluation a line. What cannot be read leaves a gap and a notice, never
 * a made-up point: a line that is torn or no JSON, a metric that is no finite number, a share outside 0..1.
 *
 * @param file the name shown in notices
 */
export function parseMetrics(text: string, file: string): MetricsFile {
  const notices: Notice[] = [];
  const points = new Map<string, { point: Point; line: number }>();
  text.split('\n').forEach((content, index) => {
    if (content.trim() === '') return;
    const line = index + 1;
    const point = parseLine(content, (message) => notices.push(gap(message, file, line)));
    if (point === null) return;
    const key = `${point.epoch}/${point.step}`;
    const before = points.get(key);
    if (before !== undefined && !same(before.point, point))
      notices.push(
        warning(
          'repeatedEvaluation',
          `epoch ${point.epoch} was already measured in line ${before.line}, with other values; the later ones are shown`,
          { place: { file, line } },
        ),
      );
    points.set(key, { point, line });
  });
  const ordered = [...points.values()].map(({ point }) => point);
  ordered.sort((a, b) => (a.epoch ?? 0) - (b.epoch ?? 0) || (a.step ?? 0) - (b.step ?? 0));
  return { points: ordered, notices };
}

function gap(message: string, file: string, line: number): Notice {
  const torn = message === notJson;
  return warning(torn ? 'brokenLine' : 'badMetric', message, { place: { file, line } });
}

const notJson = 'this line is not a whole JSON object; its evaluation is missing in every figure';

function parseLine(content: string, complain: (message: string) => void): Point | null {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    complain(notJson);
    return null;
  }
  if (!isRecord(value)) {
    complain(notJson);
    return null;
  }
  const { epoch, step = null, metrics } = value;
  if (!isCount(epoch) || !(step === null || isCount(step)) || !isRecord(metrics)) {
    complain(
      'an evaluation needs `epoch` (a number from 0), `step` (a number from 0) and `metrics` (a map); it is left out',
    );
    return null;
  }
  return { epoch, step, metrics: readable(metrics, epoch, complain) };
}

function readable(
  metrics: Record<string, unknown>,
  epoch: number,
  complain: (message: string) => void,
): Record<string, number> {
  const kept: Record<string, number> = {};
  for (const [name, value] of Object.entries(metrics)) {
    const wrong = metricProblem(name, value);
    if (wrong === null) kept[name] = value as number;
    else complain(`\`${name}\` of epoch ${epoch} is ${JSON.stringify(value)}, ${wrong}; it is left out`);
  }
  return kept;
}

/** What is wrong with the value of a metric; null when nothing is. */
export function metricProblem(name: string, value: unknown): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'which is not a finite number';
  if (isShare(name) && (value < 0 || value > 1)) return 'and a share lies in 0..1';
  return null;
}

/** Metrics that are shares by their name, also of the pictures set apart for selection (see docs/evaluation.md). */
const shares =
  /^(selection\.)?(accuracy|asr|target_share|triggered_accuracy|false_alarm|superclass_accuracy|retrieval|detection|knn|prototypes|linear_probe|supervised)\./;

/** True of metrics that are shares (0..1) and shown in percent. */
export function isShare(metric: string): boolean {
  return shares.test(metric);
}

function same(a: Point, b: Point): boolean {
  const names = Object.keys(a.metrics);
  return (
    names.length === Object.keys(b.metrics).length &&
    names.every((name) => a.metrics[name] === b.metrics[name])
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
