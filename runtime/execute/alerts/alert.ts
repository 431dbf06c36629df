import { hostname } from 'node:os';

export type AlertEvent = 'ended' | 'failed' | 'idle-gpu';

/** A message to somebody who does not look at the terminal. */
export interface Alert {
  readonly event: AlertEvent;
  readonly experiment: string;
  /** All of it, for people: `quickstart on gpu-7: …`. */
  readonly text: string;
  readonly host: string;
  /** ISO 8601. */
  readonly time: string;
  /** What else is known, for programs: counts of stages, the stage that failed, the GPU that is idle. */
  readonly [detail: string]: unknown;
}

/** A message about an experiment, of now and here. */
export function alertOf(
  event: AlertEvent,
  experiment: string,
  what: string,
  details: Readonly<Record<string, unknown>> = {},
): Alert {
  const host = hostname();
  const text = `${experiment} on ${host}: ${what}`;
  return { ...details, event, experiment, text, host, time: new Date().toISOString() };
}
