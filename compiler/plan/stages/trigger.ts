import type { Experiment, Trigger } from '../../../schema/generated/resolved.js';
import type { FileLocals } from '../../../schema/plan.js';
import type { Digests } from './definition.js';

/** A trigger as it enters keys: a file is named by its content. */
export function plannedTrigger(trigger: Trigger, digests: Digests): Trigger {
  return trigger.kind === 'image' ? { ...trigger, path: contentName(trigger.path, digests) } : trigger;
}

/** Where the files of some triggers are. */
export function triggerFiles(triggers: readonly (Trigger | undefined)[], digests: Digests): FileLocals {
  const files: Record<string, string> = {};
  for (const trigger of triggers)
    if (trigger?.kind === 'image') files[contentName(trigger.path, digests)] = trigger.path;
  return Object.keys(files).length === 0 ? {} : { files };
}

/** The triggers of the attack, and the one that is measured with. */
export function trainedTriggers({ poison }: Experiment): (Trigger | undefined)[] {
  return [poison?.trigger, ...(poison?.others ?? []).map(({ trigger }) => trigger)];
}

function contentName(path: string, digests: Digests): string {
  return `sha256:${digests(path)}`;
}
