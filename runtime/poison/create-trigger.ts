import type { Trigger as TriggerConfig } from '../../schema/generated/resolved.js';
import type { Trigger } from './trigger.js';
import { blended } from './triggers/blended.js';
import { noisePatch } from './triggers/noise-patch.js';
import { sig } from './triggers/sig.js';
import { solidPatch } from './triggers/solid-patch.js';
import { warp } from './triggers/warp.js';

/** The trigger that a configuration describes. */
export function createTrigger(config: TriggerConfig): Trigger {
  switch (config.kind) {
    case 'noise-patch':
      return noisePatch(config);
    case 'solid-patch':
      return solidPatch(config);
    case 'blended':
      return blended(config);
    case 'sig':
      return sig(config);
    case 'warp':
      return warp(config);
  }
}
