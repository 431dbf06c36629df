import { setTimeout } from 'node:timers/promises';
import type { Plan } from '../schema/plan.js';
import { makeFigures, type FigureOptions, type MadeFigures } from './make-figures.js';
import { readResults } from './results/read.js';

export interface WatchOptions extends FigureOptions {
  /** Time between two looks at the results, in milliseconds. */
  readonly interval: number;
  /** Told after each look that redrew something, and after the first. */
  readonly onDrawn: (made: MadeFigures) => void;
  readonly signal?: AbortSignal;
}

/** Draws figures anew whenever what they show has changed, until every run is done or the signal comes. */
export async function watchFigures(plan: Plan, outputs: string, options: WatchOptions): Promise<void> {
  let isFirst = true;
  for (;;) {
    const results = readResults(plan, outputs);
    const made = await makeFigures(plan, outputs, { ...options, results });
    if (isFirst || made.figures.some(({ redrawn }) => redrawn)) options.onDrawn(made);
    isFirst = false;
    if (results.runs.every(({ state }) => state === 'done') || options.signal?.aborted === true) return;
    try {
      await setTimeout(options.interval, undefined, { signal: options.signal });
    } catch {
      return; // the signal
    }
  }
}
