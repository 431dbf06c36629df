import type { EvaluationConfig } from '../../schema/stages/evaluation.js';
import { stream } from '../random/stream.js';
import type { MetricDefinition } from './definition.js';
import { topK } from './rank.js';

/** One part of the test pictures: all of them, or with `selection` those reported and those set apart for choosing. */
interface Part {
  readonly prefix: string;
  readonly has: (picture: number) => boolean;
}

/** The parts; which picture is in which depends on the seed and its number alone. */
function partsOf({ selection, seed = 0 }: EvaluationConfig, pictures: number): Part[] {
  if (selection === undefined) return [{ prefix: '', has: () => true }];
  const apart = Array.from({ length: pictures }, (_, i) => stream(seed, 'selection', i).float() < selection);
  return [
    { prefix: '', has: (i) => !apart[i]! },
    { prefix: 'selection.', has: (i) => apart[i]! },
  ];
}

/** A share of pictures: which count, and the rank that the class asked for has in each. */
export interface Share<Seen> {
  readonly name: string;
  readonly description: (k: number) => string;
  /** Number of the test picture behind each rank. */
  readonly indices: readonly number[];
  readonly counts: (index: number) => boolean;
  readonly ranks: (seen: Seen) => Int32Array;
  readonly more?: Partial<MetricDefinition>;
}

/** Shares among the k best classes, for every k and every part of the test pictures. */
export interface CountedShares<Seen> {
  readonly definitions: Record<string, MetricDefinition>;
  readonly measure: (seen: Seen) => Record<string, number>;
}

/**
 * @param pictures how many test pictures there are
 * @param shared what holds of all definitions
 */
export function countedShares<Seen>(
  config: EvaluationConfig,
  pictures: number,
  shares: readonly Share<Seen>[],
  shared: Partial<MetricDefinition>,
): CountedShares<Seen> {
  const parts = partsOf(config, pictures);
  const definitions: Record<string, MetricDefinition> = {};
  for (const part of parts)
    for (const share of shares)
      for (const k of config.top_k)
        definitions[`${part.prefix}${share.name}.top${k}`] = {
          description: share.description(k),
          k,
          pictures: share.indices.filter((i) => part.has(i) && share.counts(i)).length,
          unit: 'fraction',
          ...shared,
          ties: 'lower class index first',
          ...(config.selection === undefined ? {} : { selection: config.selection }),
          ...share.more,
        };
  const measure = (seen: Seen): Record<string, number> => {
    const metrics: Record<string, number> = {};
    for (const share of shares) {
      const all = share.ranks(seen);
      for (const part of parts) {
        const own = all.filter((_, i) => part.has(share.indices[i]!) && share.counts(share.indices[i]!));
        for (const k of config.top_k) metrics[`${part.prefix}${share.name}.top${k}`] = topK(own, k);
      }
    }
    return metrics;
  };
  return { definitions, measure };
}
