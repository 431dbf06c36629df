import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import type { Trigger as TriggerConfig } from '../../schema/generated/resolved.js';
import type { FileLocals } from '../../schema/stages/base.js';
import { StageFailure } from '../execute/context.js';
import { createTrigger } from './create-trigger.js';
import type { Trigger } from './trigger.js';
import type { Sticker } from './triggers/image.js';

/**
 * The trigger that a configuration describes; a picture from a file is read where `files` says.
 *
 * @throws {StageFailure} when the picture cannot be read, or is not the one that was planned with
 */
export async function loadTrigger(config: TriggerConfig, { files = {} }: FileLocals = {}): Promise<Trigger> {
  if (config.kind !== 'image') return createTrigger(config);
  const path = files[config.path];
  if (path === undefined) throw new Error(`the plan does not say where ${config.path} is`);
  const bytes = readPicture(path);
  if (`sha256:${createHash('sha256').update(bytes).digest('hex')}` !== config.path)
    throw new StageFailure(
      `${path} has changed since the plan was made`,
      'run the command again: another picture is another trigger',
    );
  return createTrigger(config, await decodeSticker(bytes, path));
}

/** Decodes a picture with its opacity. */
export async function decodeSticker(bytes: Uint8Array, path: string): Promise<Sticker> {
  try {
    const { data, info } = await sharp(bytes, { ignoreIcc: true, failOn: 'error' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return {
      width: info.width,
      height: info.height,
      data: Uint8Array.from(
        { length: 3 * info.width * info.height },
        (_, i) => data[4 * Math.floor(i / 3) + (i % 3)]!,
      ),
      alpha: Uint8Array.from({ length: info.width * info.height }, (_, i) => data[4 * i + 3]!),
    };
  } catch (error) {
    throw unreadable(path, error);
  }
}

function readPicture(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): StageFailure {
  const why = (error as Error).message.trim().split('\n')[0]!;
  return new StageFailure(
    `the trigger's picture ${path} cannot be read: ${why}`,
    'PNG, JPEG, WebP or GIF will do',
  );
}
