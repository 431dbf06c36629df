import type { Trigger as TriggerConfig } from '../../schema/generated/resolved.js';
import type { Trigger } from './trigger.js';
import { blended } from './triggers/blended.js';
import { image, type Sticker } from './triggers/image.js';
import { noisePatch } from './triggers/noise-patch.js';
import { sig } from './triggers/sig.js';
import { solidPatch } from './triggers/solid-patch.js';
import { warp } from './triggers/warp.js';

/**
 * The trigger that a configuration describes.
 *
 * @param sticker the picture of a trigger that is one; `loadTrigger` reads it
 */
export function createTrigger(config: TriggerConfig, sticker?: Sticker): Trigger {
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
    case 'image':
      if (sticker === undefined) throw new Error('the picture of an image trigger was not loaded');
      return image(config, sticker);
  }
}
