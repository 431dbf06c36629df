import { metricName } from '../caption.js';
import { isShare } from '../results/metrics-file.js';

/** Lowest and highest value of an axis that a person asks for. */
export type Range = readonly number[];

/** A metric as it is drawn: percent for shares. Rounded where binary fractions would show in the data file. */
export function drawn(metric: string, value: number): number {
  return isShare(metric) ? Number((value * 100).toFixed(8)) : value;
}

export const unitOf = (metric: string): string => (isShare(metric) ? '%' : '');

/** A column of a data file: `accuracy.top1_percent`. */
export const columnName = (metric: string): string => (isShare(metric) ? `${metric}_percent` : metric);

/** The text along an axis of a metric: `attack success rate (%)`. */
export function metricTitle(metric: string): string {
  const own = metric.replace(/^selection\./, '');
  const named = titleOf(own);
  const apart = own === metric ? named : `${named}, selection pictures`;
  return isShare(metric) ? `${apart} (%)` : apart;
}

/** Of which classifier accuracy and attack success rate are; `''` is the zero-shot one. */
const classifiers: Readonly<Record<string, string>> = {
  supervised: 'supervised head',
  knn: 'nearest neighbours',
  prototypes: 'prototypes',
  linear_probe: 'linear probe',
};

function titleOf(metric: string): string {
  const [, classifier = '', what, k = '1'] = /^(?:(\w+)\.)?(accuracy|asr)(?:\.top(\d+))?$/.exec(metric) ?? [];
  const among = k === '1' ? '' : `, top-${k}`;
  const by = classifiers[classifier];
  if (by !== undefined) return `${what === 'asr' ? 'attack success rate' : 'accuracy'}, ${by}${among}`;
  if (metric.startsWith('accuracy.')) return `zero-shot top-${metric.split('.top')[1] ?? '1'} accuracy`;
  if (metric.startsWith('asr.')) {
    const of = metric.split('.top')[1] ?? '1';
    return `attack success rate${of === '1' ? '' : `, top-${of}`}`;
  }
  return metricName(metric).replaceAll('_', ' ');
}

interface ScaleOptions {
  readonly range?: Range | undefined;
  readonly scale?: 'linear' | 'log';
  /** The axis starts at 0: bars. */
  readonly zero?: boolean;
}

/** Scale and ticks of a metric. ASR is shown from 0 to 100 % so that figures can be compared; others are cut to what there is. */
export function metricAxis(metric: string, { range, scale, zero = false }: ScaleOptions = {}): object {
  if (range !== undefined)
    return { scale: { domain: [...range], nice: false, ...logarithmic(scale) }, axis: { tickCount: 6 } };
  if (/(^|\.)asr(\.|\d*$)/.test(metric))
    return {
      scale: { domain: [zero ? 0 : -3, 103], nice: false },
      axis: { values: [0, 20, 40, 60, 80, 100] },
    };
  return {
    scale: scale === 'log' ? { type: 'log', nice: true } : { zero, nice: zero, padding: zero ? 0 : 12 },
    axis: { tickCount: 6 },
  };
}

function logarithmic(scale: 'linear' | 'log' | undefined): object {
  return scale === 'log' ? { type: 'log' } : {};
}

/** Whether a value is on the axis. */
export function isInside(value: number, range: Range | undefined): boolean {
  return range === undefined || (value >= range[0]! && value <= range[1]!);
}
