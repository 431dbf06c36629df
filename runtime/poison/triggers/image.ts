import type { ImageTrigger } from '../../../schema/generated/resolved.js';
import type { Picture } from '../../data/dataset.js';
import { resample } from '../../data/picture/resample.js';
import { blend } from '../levels.js';
import { describeLocation, drawPlaces } from '../location.js';
import { defineTrigger, type Place, type Trigger } from '../trigger.js';

/** A picture with the opacity of each pixel, 0..255. */
export interface Sticker extends Picture {
  readonly alpha: Uint8Array;
}

/**
 * A picture from a file: a patch (BadNets: Gu et al., arXiv 1708.06733), or, without a size, mixed into the whole
 * picture (Blended: Chen et al., arXiv 1712.05526).
 */
export function image(
  config: Pick<ImageTrigger, 'size' | 'location' | 'reach' | 'opacity'>,
  sticker: Sticker,
): Trigger {
  const { size, location, reach, opacity } = config;
  const resized = new Map<string, Sticker>();
  const fitted = (width: number, height: number): Sticker => {
    const name = `${width}x${height}`;
    if (!resized.has(name)) resized.set(name, resizeSticker(sticker, width, height));
    return resized.get(name)!;
  };
  const share = opacity === 1 ? '' : ` blended in at ${opacity}`;
  return defineTrigger<readonly Place[]>({
    description:
      size === undefined
        ? `picture over the whole${share}`
        : `${size}x${size} picture ${describeLocation(location)}${share}`,
    minimumSide: size ?? 1,
    draw: (picture, random) =>
      size === undefined ? [{ row: 0, column: 0 }] : drawPlaces(location, size, picture, random, reach),
    paint: (picture, places) => {
      const patch = fitted(size ?? picture.width, size ?? picture.height);
      return places.reduce((under, place) => lay(under, patch, place, opacity), picture);
    },
    places: (places) => (size === undefined ? [] : places),
  });
}

function resizeSticker(sticker: Sticker, width: number, height: number): Sticker {
  const opacity = new Uint8Array(sticker.data.length);
  for (let i = 0; i < opacity.length; i++) opacity[i] = sticker.alpha[Math.floor(i / 3)]!;
  const alpha = resample({ ...sticker, data: opacity }, width, height).data.filter((_, i) => i % 3 === 0);
  return { ...resample(sticker, width, height), alpha };
}

/** The picture with a patch mixed in at a place. */
function lay(under: Picture, patch: Sticker, { row, column }: Place, opacity: number): Picture {
  const data = Uint8Array.from(under.data);
  for (let i = 0; i < patch.data.length; i++) {
    const pixel = Math.floor(i / 3);
    const y = row + Math.floor(pixel / patch.width);
    const at = 3 * (y * under.width + column + (pixel % patch.width)) + (i % 3);
    data[at] = blend(data[at]!, patch.data[i]! / 255, (opacity * patch.alpha[pixel]!) / 255);
  }
  return { ...under, data };
}
