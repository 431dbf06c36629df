import type { Plan } from '../../schema/plan.js';
import type { TrackerSettings } from './settings.js';

/** What the follower is told, and tells. */
export type ToFollower =
  | {
      readonly type: 'follow';
      readonly plan: Plan;
      readonly outputs: string;
      readonly settings: TrackerSettings;
      readonly seconds: number;
    }
  | { readonly type: 'finish' };
export type FromFollower = { readonly type: 'warning'; readonly message: string };

/** Exit code of a follower that another one must relieve. */
export const relieved = 75;
