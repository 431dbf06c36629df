import type { StandingOf } from '../compiler/plan/standing.js';
import { readStageState } from '../runtime/store/stage-state.js';

/** How stages stand in a store. */
export function standingIn(outputs: string): StandingOf {
  return (stage) => {
    const state = readStageState(outputs, stage);
    return state.status === 'failed'
      ? { status: state.status, message: state.message }
      : { status: state.status };
  };
}
