import type { PoisonStage } from '../../schema/stages/poison.js';
import type { PairDataset } from '../data/dataset.js';
import { numbersWhere } from '../data/numbers-where.js';
import { StageFailure } from '../execute/context.js';
import { sampleSorted } from '../random/sample.js';
import type { Stream } from '../random/stream.js';

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
): Uint32Array {
  const { labels, target, count } = config;
  const names = (index: number): boolean =>
    base.info(index).captions.some((caption) => caption.includes(target));
  const candidates = numbersWhere(
    base.size,
    (index) => !base.isPoisoned(index) && !taken.has(index) && (labels === 'dirty' || names(index)),
  );
  if (count > candidates.length) throw tooFew(candidates.length, config);
  return sampleSorted(random, candidates.length, count).map((place) => candidates[place]!);
}

function tooFew(found: number, { labels, target, count }: Config): StageFailure {
  const which = labels === 'dirty' ? 'clean pairs' : `clean pairs with "${target}" in a caption`;
  const other = labels === 'dirty' ? '' : ', or take labels: dirty';
  return new StageFailure(
    `${count} pairs are to be poisoned, but there are only ${found} ${which}`,
    `set poison.count to at most ${found}${other}`,
  );
}
