import type { Picture } from '../../data/dataset.js';
import type { Stream } from '../../random/stream.js';
import { magnitudesFor } from './magnitudes.js';
import { operations } from './operations.js';
import { imagenetPolicy, type SubPolicy } from './policy.js';

/** What is drawn for one picture. */
export interface AutoAugmentDraw {
  /** Number of the sub-policy. */
  readonly policy: number;
  /** Uniform in [0, 1), for each step: it runs if its probability is not below. */
  readonly chances: readonly [number, number];
  /** For each step: whether a signed magnitude is negated. */
  readonly negative: readonly [boolean, boolean];
}

/** AutoAugment with the ImageNet policy, exactly as torchvision does it on Pillow images. The original is not touched. */
export function autoAugment(picture: Picture, random: Stream): Picture {
  return applyPolicy(picture, {
    policy: random.int(imagenetPolicy.length),
    chances: [random.float(), random.float()],
    negative: [random.int(2) === 0, random.int(2) === 0],
  });
}

/** Applies a sub-policy of the ImageNet policy with given draws. */
export function applyPolicy(picture: Picture, { policy, chances, negative }: AutoAugmentDraw): Picture {
  const steps: SubPolicy | undefined = imagenetPolicy[policy];
  if (!steps) throw new RangeError(`sub-policy ${policy} of ${imagenetPolicy.length}`);
  let result = picture;
  steps.forEach(([name, probability, index], i) => {
    if (chances[i]! > probability) return;
    const { values, signed } = magnitudesFor(result.width, result.height)[name];
    const magnitude = index === null ? 0 : values![index]!;
    result = operations[name](result, signed && negative[i] ? -magnitude : magnitude);
  });
  return result;
}
