import type { Plan } from '../../schema/plan.js';
import { createTracker } from './create.js';
import type { TrackerSettings } from './settings.js';
import { Sweep } from './sweep.js';

/** Brings a tracker up to what the store holds, once. `problem` says why it could not be done. */
export async function exportTo(
  plan: Plan,
  outputs: string,
  settings: TrackerSettings,
): Promise<{ readonly place: string; readonly problem: string | null }> {
  const tracker = await createTracker(settings, Infinity);
  const { place } = tracker;
  try {
    await new Sweep(plan, outputs, tracker, settings.memory).run();
    return { place, problem: null };
  } catch (error) {
    return { place, problem: error instanceof Error ? error.message : String(error) };
  }
}
