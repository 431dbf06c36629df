import type { Picture } from '../data/dataset.js';
import type { Stream } from '../random/stream.js';

/** A place in a picture: the top left corner of a patch. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export type Size = Pick<Picture, 'width' | 'height'>;

/** The visible mark of a backdoor. */
export interface Trigger {
  /** What it looks like, for reports: `8x8 patch of Gaussian noise at a random place`. */
  readonly description: string;
  /** A picture's width and height must be at least this. */
  readonly minimumSide: number;
  /**
   * The picture with the trigger on it; the original is not touched. Place and noise come from `random` alone.
   * @throws RangeError when the picture is smaller than `minimumSide`.
   */
  apply(picture: Picture, random: Stream): Picture;
  /** As `apply`, and where the patch is; no place when the trigger covers the whole picture. */
  mark(picture: Picture, random: Stream): { readonly picture: Picture; readonly places: readonly Place[] };
}

/** A trigger in two halves: what is drawn at random for a picture, and what is done with it. */
export interface TriggerParts<Draw> {
  readonly description: string;
  readonly minimumSide?: number;
  draw(size: Size, random: Stream): Draw;
  paint(picture: Picture, draw: Draw): Picture;
  places?(draw: Draw): readonly Place[];
}

/** Makes a trigger of its two halves. */
export function defineTrigger<Draw>(parts: TriggerParts<Draw>): Trigger {
  const minimumSide = parts.minimumSide ?? 1;
  const mark: Trigger['mark'] = (picture, random) => {
    if (Math.min(picture.width, picture.height) < minimumSide) {
      throw new RangeError(`${parts.description}: the picture is only ${picture.width}x${picture.height}`);
    }
    const draw = parts.draw(picture, random);
    return { picture: parts.paint(picture, draw), places: parts.places?.(draw) ?? [] };
  };
  return {
    description: parts.description,
    minimumSide,
    mark,
    apply: (picture, random) => mark(picture, random).picture,
  };
}
