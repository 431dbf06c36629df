import type { ImageEncoder, Model, ResnetEncoder } from '../../schema/generated/resolved.js';
import { StageFailure } from '../execute/context.js';

/** Heads of a transformer; as OpenAI's, one for each 64 channels unless given. */
export function headsOf(what: 'image' | 'text', { width, heads }: { width: number; heads?: number }): number {
  return divided(what, width, heads ?? Math.max(1, Math.floor(width / 64)));
}

/** Channels and side of the maps that a ModifiedResNet's attention pooling sees, and its heads. */
export function pooledBy({ layers, width, resolution, heads }: ResnetEncoder) {
  const channels = width * 4 * 2 ** (layers.length - 1);
  const side = resolution / resnetStride(layers.length);
  return { channels, side, heads: divided('image', channels, heads ?? Math.max(1, Math.floor(width / 2))) };
}

/**
 * Checks that the numbers of a model fit each other.
 * @throws {StageFailure} if heads do not divide a width, or the picture cannot be cut evenly
 */
export function checkDimensions({ image, text }: Model): void {
  headsOf('text', text);
  const unit = image.kind === 'vit' ? image.patch : resnetStride(image.layers.length);
  if (image.resolution % unit !== 0) {
    throw new StageFailure(
      `a resolution of ${image.resolution} px does not fit this image encoder: ${reason(image, unit)}`,
      `use a multiple of ${unit}`,
    );
  }
  if (image.kind === 'vit') {
    headsOf('image', image);
    return;
  }
  if (image.width % 2 !== 0) {
    throw new StageFailure(
      `the image encoder's width of ${image.width} is odd, and its stem starts with half of it`,
      'use an even width',
    );
  }
  pooledBy(image);
}

/** The stem divides the side by 4, every stage after the first by 2. */
function resnetStride(stages: number): number {
  return 4 * 2 ** (stages - 1);
}

function reason(image: ImageEncoder, unit: number): string {
  return image.kind === 'vit'
    ? `its patches are ${unit} px wide`
    : `its ${image.layers.length} stages divide it by ${unit}`;
}

function divided(what: 'image' | 'text', width: number, heads: number): number {
  if (width % heads === 0) return heads;
  throw new StageFailure(
    `the ${what} encoder's attention has ${width} channels, which ${heads} heads do not divide`,
    `set ${what}.heads to a divisor of ${width}`,
  );
}
