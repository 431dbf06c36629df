import type { Launcher } from '../../../../runtime/execute/launcher.js';
import type { Outcome } from '../../../../runtime/execute/task.js';

/** A launcher without processes: each stage ends as `outcomeOf` says; tells where each was. */
export function readyLauncher(
  outcomeOf: (stage: string) => Outcome | Promise<Outcome> = () => ({
    status: 'done',
    observed: [],
    seconds: 0,
  }),
): Launcher & { readonly placed: { readonly stage: string; readonly device: string }[] } {
  const placed: { stage: string; device: string }[] = [];
  return {
    placed,
    launch({ stage }, { device }, tell) {
      placed.push({ stage: stage.id, device });
      tell({ type: 'started', attempt: 1, dir: '', observers: [] });
      return { outcome: Promise.resolve(outcomeOf(stage.id)), stop() {}, kill() {} };
    },
  };
}
