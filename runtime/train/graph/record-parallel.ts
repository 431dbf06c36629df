import { FLOAT, type Output } from '../../backend/graph/builder.js';
import { sizeOf } from '../../backend/graph/shapes/operand.js';
import { ownersOf } from '../parallel/owners.js';
import { inLoads } from './loads.js';
import {
  gradientSums,
  recordLoss,
  recordPart,
  recordUpdate,
  type CachedStep,
  type GradientSums,
  type LossEntry,
  type PartEntry,
} from './record-cached.js';
import type { Recording } from './record-step.js';

/** What the second pass of a part gives on one of several devices, instead of adding it up. */
export interface ParallelBackward {
  /** Of the parameters in the order of `sums`. */
  readonly gradients: readonly Output[];
  /** Of the batch normalisations in the order of `statistics`. */
  readonly statistics: readonly Output[];
}

/** The sum of one parameter's gradients. */
export interface Sum {
  readonly name: string;
  /** Shape in memory. */
  readonly shape: readonly number[];
  readonly value: Output;
  /** Where a gradient that is to be added, or the sum, goes in. */
  readonly term: Output;
  readonly whole: Output;
}

/** Sums that are handed over together. */
export interface SumGroup {
  /** Their numbers. */
  readonly sums: readonly number[];
  /** Adds what `term` of each is fed. */
  readonly added: Output;
  /** Sets them to what `whole` of each is fed. */
  readonly assigned: Output;
}

/** What batch normalisation saw in a part: a mean or a variance of each channel. */
export interface SeenStatistic {
  readonly name: string;
  readonly channels: number;
  readonly feed: Output;
}

/** A training step with gradient caching whose parts are spread over several devices. */
export interface ParallelStep extends Pick<CachedStep, 'cleared' | 'applied'> {
  readonly parts: readonly PartEntry<ParallelBackward>[];
  readonly loss: LossEntry;
  readonly sums: readonly Sum[];
  /** What each device sums, in groups. */
  readonly owned: readonly (readonly SumGroup[])[];
  readonly statistics: readonly SeenStatistic[];
  /** Lets the running statistics take in what `statistics` are fed. */
  readonly moved: Output;
}

/** @param sizes how many pairs the parts of a batch have: each size once */
export function recordParallel(
  recording: Recording,
  batch: number,
  sizes: readonly number[],
  devices: number,
): ParallelStep {
  const { weights } = recording;
  const sums = gradientSums(recording);
  const parts = sizes.map((size) => recordParallelPart(recording, size, sums));
  weights.startRun();
  const loss = recordLoss(recording, batch);
  const update = recordUpdate(recording, sums);
  return {
    parts,
    loss,
    ...update,
    ...recordSums(recording, sums, devices),
    ...recordStatistics(recording),
  };
}

function recordParallelPart(
  recording: Recording,
  pairs: number,
  sums: GradientSums,
): PartEntry<ParallelBackward> {
  const { builder, weights } = recording;
  const seen = new Map<string, Output>();
  return recordPart(recording, pairs, {
    forward: weights.watched((name, batch) => seen.set(name, batch)),
    finish: (gradients) => ({
      // Fetched are copies: a node that is fetched itself is not fused with others, which changes last bits. They are
      // float32, whatever the encoders compute in.
      gradients: gradients.flatMap((gradient, i) => {
        if (gradient === null) return [];
        sums.reach(i);
        return [builder.after(gradient, FLOAT, [], 'part.gradient')];
      }),
      statistics: weights.statistics.map(({ name }) =>
        builder.after(seen.get(name)!, FLOAT, [], 'part.statistic'),
      ),
    }),
  });
}

function recordSums(
  { builder }: Recording,
  { variables, reached }: GradientSums,
  devices: number,
): Pick<ParallelStep, 'sums' | 'owned'> {
  const ports = reached().map((index) => {
    const variable = variables[index]!;
    const { feed: term, added } = variable.adder();
    const { feed: whole, assigned } = variable.setter();
    const { name, shape, value } = variable;
    return { sum: { name, shape, value, term, whole }, added, assigned };
  });
  const bytes = ports.map(({ sum }) => 4 * sizeOf(sum.shape));
  const owned = ownersOf(bytes, devices).map((numbers) =>
    inLoads(numbers, (number) => bytes[number]!).map((group) => ({
      sums: group,
      added: builder.allDone(
        group.map((number) => ports[number]!.added),
        'sums.added',
      ),
      assigned: builder.allDone(
        group.map((number) => ports[number]!.assigned),
        'sums.assigned',
      ),
    })),
  );
  return { sums: ports.map(({ sum }) => sum), owned };
}

function recordStatistics({ builder, weights }: Recording): Pick<ParallelStep, 'statistics' | 'moved'> {
  weights.startRun();
  const statistics = weights.statistics.map(({ name, variable }) => {
    const feed = builder.placeholder(FLOAT, variable.shape, `${name}.seen`);
    weights.takeIn(name, feed);
    return { name, channels: variable.shape[0]!, feed };
  });
  const moved = weights.statistics.flatMap(({ variable }) => variable.updated);
  return { statistics, moved: builder.allDone(moved, 'statistics.moved') };
}
