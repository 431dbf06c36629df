import type { PoisonStage } from '../../schema/plan.js';
import type { PairDataset } from '../data/dataset.js';
import { StageFailure } from '../execute/context.js';
import { sample, type Stream } from '../random/stream.js';

/** What the choice depends on. */
type Config = Pick<PoisonStage['config'], 'labels' | 'target' | 'count'>;

/**
 * Numbers of the pairs to poison, ascending: drawn from all clean pairs (`dirty`), or from those with a caption that
 * has the target in it, letter by letter (`consistent`).
 *
 * @param taken pairs that another attack poisons
 * @throws StageFailure when there are too few.
 */
export function choosePairs(
  base: PairDataset,
  config: Config,
  random: Stream,
  taken: ReadonlySet<number> = new Set(),
): number[] {
  const { labels, target, count } = config;
  const candidates: number[] = [];
  for (let index = 0; index < base.size; index++) {
    const { captions, poisoned } = base.info(index);
    if (poisoned || taken.has(index)) continue;
    if (labels === 'dirty' || captions.some((caption) => caption.includes(target))) candidates.push(index);
  }
  if (count > candidates.length) throw tooFew(candidates.length, config);
  return sample(random, candidates.length, count)
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
