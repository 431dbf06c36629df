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

/** `0.7 s`, `47 s`, `3 min 12 s`, `2 h 5 min`, `3 d 4 h`. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

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
