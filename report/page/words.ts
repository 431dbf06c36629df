import { isShare } from '../results/metrics-file.js';

/** `1,234`. */
export function number(value: number): string {
  return value.toLocaleString('en-US');
}

/** `1 run`, `10,000 runs`. */
export function amount(n: number, noun: string): string {
  return `${number(n)} ${noun}${n === 1 ? '' : 's'}`;
}

/** A share in percent, any other metric with four digits; a dash for none. */
export function metricText(metric: string, value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  return isShare(metric) ? `${(100 * value).toFixed(2)} %` : value.toPrecision(4);
}

export { duration } from '../../runtime/execute/view/text.js';

/** A point in time for people: `2025-03-01 12:30:05 UTC`. */
export function moment(iso: string): string {
  return iso.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC');
}

/** A value of a configuration. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'string') return value;
  return JSON.stringify(value);
}
