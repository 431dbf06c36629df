import type { Model, PatchLocation, Trigger } from '../../../schema/generated/resolved.js';
import type { TrainingConfig } from '../../../schema/stages/training.js';
import { numberText } from '../../expand/label.js';
import type { Flag } from './shell.js';

/** The names that the program gives to OpenAI's models. */
export function modelName(model: Model): string | null {
  const { image, text, embed_dim: width } = model;
  const key =
    image.kind === 'resnet'
      ? `${image.layers.join('-')}/${image.width}`
      : `${image.layers}/${image.width}/${image.patch}`;
  const known: Readonly<Record<string, readonly [string, number, number]>> = {
    '3-4-6-3/64': ['RN50', 1024, 512],
    '3-4-23-3/64': ['RN101', 512, 512],
    '4-6-10-6/80': ['RN50x4', 640, 640],
    '12/768/32': ['ViT-B/32', 512, 512],
    '12/768/16': ['ViT-B/16', 512, 512],
    '24/1024/14': ['ViT-L/14', 768, 768],
  };
  const found = known[key];
  if (found === undefined) return null;
  const [name, embedding, textWidth] = found;
  return width === embedding && text.width === textWidth && text.layers === 12 ? name : null;
}

/** `patch_type`, `patch_location` and `patch_size` of a trigger. */
export function triggerFlags(trigger: Trigger): Flag[] {
  const flags = (type: string, location: string, size: number | null): Flag[] => [
    ['patch_type', type],
    ['patch_location', location],
    ...(size === null ? [] : ([['patch_size', String(size)]] as const)),
  ];
  switch (trigger.kind) {
    case 'noise-patch':
      return flags('random', place(trigger.location), trigger.size);
    case 'solid-patch':
      return flags('yellow', place(trigger.location), trigger.size);
    case 'blended':
      return flags('blended', 'blended', null);
    case 'sig':
      return flags('SIG', 'blended', null);
    case 'warp':
      return flags('warped', 'random', null);
    case 'image': // The program knows no such trigger, and says so.
      return flags('image', place(trigger.location), trigger.size ?? null);
  }
}

function place(location: PatchLocation): string {
  return location.replace('-', '_');
}

/** The flags that pre-training and cleaning share. */
export function trainingFlags(config: TrainingConfig): Flag[] {
  const { objective, optimizer, schedule } = config;
  const { mmcl = 0, ssl = 0 } = objective;
  return [
    ['epochs', String(config.epochs)],
    ['batch_size', String(config.batch_size)],
    ['lr', numberText(optimizer.lr)],
    ['beta1', numberText(optimizer.beta1)],
    ['beta2', numberText(optimizer.beta2)],
    ['eps', numberText(optimizer.eps)],
    ['weight_decay', numberText(optimizer.weight_decay)],
    ['num_warmup_steps', String(schedule.warmup_steps)],
    ['clip_weight', numberText(mmcl)],
    ...(ssl > 0
      ? ([
          ['inmodal', null],
          ['inmodal_weight', numberText(ssl)],
        ] as const)
      : []),
  ];
}
