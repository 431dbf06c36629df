import type { Output } from '../../backend/graph/builder.js';
import type { Tensor } from '../../backend/tensorflow.js';
import type { StepInput } from '../step.js';
import type { FeaturePorts } from './record-cached.js';
import type { LabelFeeds, LossFetches } from './record-step.js';

/** Values of placeholders. */
export type Feeds = Record<Output, Tensor>;

export function inputFeeds(
  entry: { readonly images: Output; readonly ids: Output | null },
  { images, ids }: StepInput,
): Feeds {
  return { [entry.images]: images, ...(entry.ids !== null && ids ? { [entry.ids]: ids } : {}) };
}

export function labelFeeds(feeds: LabelFeeds, labels: Readonly<Record<string, Tensor>>): Feeds {
  return Object.fromEntries(Object.entries(feeds).map(([name, feed]) => [feed, labels[name]!]));
}

/** @param rows of pictures, and of captions where there are some */
export function seedFeeds(seeds: FeaturePorts, rows: readonly Tensor[]): Feeds {
  return Object.fromEntries(ports(seeds).map((feed, i) => [feed, rows[i]!]));
}

export function ports({ image, text }: FeaturePorts): Output[] {
  return text === null ? [image] : [image, text];
}

/** What a step tells: the objective, the logit scale, each loss. */
export function lossFetches({ total, logitScale, each }: LossFetches): Output[] {
  return [total, logitScale, ...each];
}
