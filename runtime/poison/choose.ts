import type { PoisonStage } from '../../schema/plan.js';
import type { PairDataset } from '../data/dataset.js';
import { StageFailure } from '../execute/context.js';
import { sample, stream } from '../random/stream.js';

type Config = PoisonStage['config'];

/**
 * Numbers of the pairs to poison, ascending: drawn from all clean pairs (`dirty`), or from those with a caption that
 * has the target in it, letter by letter (`consistent`).
 * @throws StageFailure when there are too few.
 */
export function choosePairs(base: PairDataset, config: Config): number[] {
  const { labels, target, count, seed } = config;
  const candidates: number[] = [];
  for (let index = 0; index < base.size; index++) {
    const { captions, poisoned } = base.info(index);
    if (poisoned) continue;
    if (labels === 'dirty' || captions.some((caption) => caption.includes(target))) candidates.push(index);
  }
  if (count > candidates.length) throw tooFew(candidates.length, config);
  return sample(stream(seed, 'poison pairs'), candidates.length, count)
    .map((place) => candidates[place]!)
    .sort((a, b) => a - b);
}

function tooFew(found: number, { labels, target, count }: Config): StageFailure {
  const which = labels === 'dirty' ? 'clean pairs' : `clean pairs with "${target}" in a caption`;
  const other = labels === 'dirty' ? '' : ', or take labels: dirty';
  return new StageFailure(
    `${count} pairs are to be poisoned, but there are only ${found} ${which}`,
    `set poison.count to at most ${found}${other}`,
  );
}
