import type { Experiment, Trigger } from '../../../schema/generated/resolved.js';
import type { FileLocals } from '../../../schema/stages/base.js';
import type { Digests } from './definition.js';

/** A trigger as it enters keys: a file is named by its content, and what has no effect is left out. */
export function plannedTrigger(trigger: Trigger, digests: Digests): Trigger {
  const used = withoutIdleReach(trigger);
  return used.kind === 'image' ? { ...used, path: contentName(used.path, digests) } : used;
}

/** `reach` matters at random places only, and `whole` is what is done without it. */
function withoutIdleReach(trigger: Trigger): Trigger {
  if (!('reach' in trigger) || (trigger.location === 'random' && trigger.reach !== 'whole')) return trigger;
  return Object.fromEntries(Object.entries(trigger).filter(([key]) => key !== 'reach')) as unknown as Trigger;
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
