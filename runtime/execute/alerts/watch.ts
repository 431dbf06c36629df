import type { Slots } from '../slots.js';
import { alertOf } from './alert.js';
import type { AlertingView } from './alerting-view.js';
import { IdleGpus, idleText } from './idle-gpus.js';

/** Tells of GPUs of a run that are idle, in its view and by a message; the returned function ends that. */
export function watchIdleGpus(experiment: string, slots: Slots, view: AlertingView): () => void {
  const { on, idleMinutes } = view.settings;
  if (!on.has('idle-gpu') || slots.uses.size === 0) return () => {};
  const idle = new IdleGpus({
    uses: () => slots.uses,
    isWorkWaiting: () => view.waitingStages > 0,
    minutes: idleMinutes,
    found: (gpu) => {
      const text = idleText(gpu);
      view.notice(text);
      view.alert(alertOf('idle-gpu', experiment, text, { ...gpu }));
    },
  });
  idle.start();
  return () => idle.stop();
}
