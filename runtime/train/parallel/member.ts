import type { Model } from '../../../schema/generated/resolved.js';
import type { Output } from '../../backend/graph/builder.js';
import type { Session } from '../../backend/graph/session.js';
import { tf, type Tensor } from '../../backend/tensorflow.js';
import type { WeightedLosses } from '../../objective/objective.js';
import type { TrainBatch } from '../engine.js';
import { stepInput } from '../feed.js';
import type { PartEntry } from '../graph/record-cached.js';
import type { ParallelBackward, ParallelStep, SumGroup } from '../graph/record-parallel.js';
import type { Feeds } from '../graph/feeds.js';
import { inputFeeds, ports, seedFeeds } from '../graph/feeds.js';
import type { Exchange } from './exchange.js';
import { partsOf, roundsOf } from './shares.js';

/** What every device of a training has. */
export interface MemberSetup {
  /** Its number: 0 is the leader. */
  readonly device: number;
  readonly devices: number;
  readonly model: Model;
  readonly objective: WeightedLosses;
  /** Pairs of each part of a batch. */
  readonly parts: readonly number[];
  readonly step: ParallelStep;
  readonly session: Session;
  readonly exchange: Exchange;
}

/** Where the pairs of a part come from. */
export type PairsOf = (part: number) => TrainBatch;

/**
 * One device's share of a training step with gradient caching. Part i of a batch belongs to device i mod devices. Sums
 * are taken in the order of the parts, as one device takes them, with the same operations: so the bits are the same.
 */
export class Member {
  /** Gradients of this round whose sums are this device's own, by the number of the sum. */
  #kept = new Map<number, Tensor>();

  constructor(private readonly setup: MemberSetup) {}

  /** First pass of this device's parts: tells their features. */
  encode(pairsOf: PairsOf): void {
    const { exchange, session, parts } = this.setup;
    for (const part of partsOf(this.setup)) {
      const { forward } = this.#entry(parts[part]!);
      const rows = valuesOfAll(() =>
        session.run(inputFeeds(forward, this.#input(pairsOf(part))), ports(forward.features)),
      );
      exchange.writeRows('features', part, rows);
    }
  }

  /** Second pass of this device's part of a round, if there is one: tells its gradients. */
  backward(round: number, pairsOf: PairsOf): void {
    const { device, devices, parts, step, session, exchange } = this.setup;
    if (round === 0) this.#run({}, step.cleared);
    const part = round * devices + device;
    if (part >= parts.length) return;
    const { backward } = this.#entry(parts[part]!);
    const fetched = tf.tidy(() => {
      const seeds = exchange.readRows('seeds', part);
      const shape: [number, number] = [
        seeds[0]!.length / this.setup.model.embed_dim,
        this.setup.model.embed_dim,
      ];
      return session.run(
        {
          ...inputFeeds(backward, this.#input(pairsOf(part))),
          ...seedFeeds(
            backward.seeds,
            seeds.map((values) => tf.tensor2d(values, shape)),
          ),
        },
        [...backward.gradients, ...backward.statistics],
      );
    });
    const gradients = fetched.slice(0, backward.gradients.length);
    const statistics = fetched.slice(gradients.length);
    exchange.writeStatistics(part, flat(statistics));
    tf.dispose(statistics);
    const own = new Set(step.owned[device]!.flatMap(({ sums }) => sums));
    gradients.forEach((gradient, sum) => {
      if (own.has(sum)) this.#kept.set(sum, gradient);
      else {
        exchange.writeGradient(device, sum, gradient.dataSync() as Float32Array);
        gradient.dispose();
      }
    });
  }

  /** Adds the gradients of a round to the sums that are this device's own; tells these after the last round. */
  add(round: number): void {
    const { device, devices, parts, step, exchange } = this.setup;
    for (const group of step.owned[device]!)
      for (let other = 0; other < devices && round * devices + other < parts.length; other++)
        tf.tidy(() => {
          const terms = group.sums.map(
            (sum) =>
              (other === device ? this.#kept.get(sum) : undefined) ??
              tf.tensor(exchange.readGradient(other, sum), [...step.sums[sum]!.shape]),
          );
          this.#run(
            feedsOf(group, terms, (sum) => step.sums[sum]!.term),
            group.added,
          );
        });
    for (const gradient of this.#kept.values()) gradient.dispose();
    this.#kept.clear();
    if (round === roundsOf(this.setup) - 1) this.#tellSums();
  }

  #tellSums(): void {
    const { device, step, session, exchange } = this.setup;
    for (const { sums } of step.owned[device]!) {
      const values = session.run(
        {},
        sums.map((sum) => step.sums[sum]!.value),
      );
      sums.forEach((sum, i) => exchange.writeSum(sum, values[i]!.dataSync() as Float32Array));
      tf.dispose(values);
    }
  }

  /** Takes over the sums of the other devices, and updates the encoders. */
  apply(scalars: Readonly<Record<Output, number>>): void {
    const { device, step, exchange } = this.setup;
    step.owned.forEach((groups, owner) => {
      if (owner === device) return;
      for (const group of groups)
        tf.tidy(() => {
          const whole = group.sums.map((sum) => tf.tensor(exchange.readSum(sum), [...step.sums[sum]!.shape]));
          this.#run(
            feedsOf(group, whole, (sum) => step.sums[sum]!.whole),
            group.assigned,
          );
        });
    });
    tf.tidy(() => {
      const feeds = Object.entries(scalars).map(([feed, value]) => [feed, tf.scalar(value)] as const);
      this.#run(Object.fromEntries(feeds), step.applied);
    });
  }

  #entry(pairs: number): PartEntry<ParallelBackward> {
    return this.setup.step.parts.find((entry) => entry.pairs === pairs)!;
  }

  #input(pairs: TrainBatch) {
    return stepInput(this.setup.model, pairs, this.setup.objective);
  }

  #run(feeds: Feeds, fetch: Output): void {
    tf.dispose(this.setup.session.run(feeds, [fetch]));
  }
}

function feedsOf({ sums }: SumGroup, values: readonly Tensor[], feedOf: (sum: number) => Output): Feeds {
  return Object.fromEntries(sums.map((sum, i) => [feedOf(sum), values[i]!]));
}

/** The values of all tensors in one row. */
function flat(tensors: readonly Tensor[]): Float32Array {
  const all = new Float32Array(tensors.reduce((sum, { size }) => sum + size, 0));
  let at = 0;
  for (const tensor of tensors) {
    all.set(tensor.dataSync(), at);
    at += tensor.size;
  }
  return all;
}

/** The values of the tensors that `compute` makes; whatever it makes is disposed. */
export function valuesOfAll(compute: () => Tensor[]): Float32Array[] {
  const tensors = tf.tidy(compute);
  const values = tensors.map((tensor) => tensor.dataSync() as Float32Array);
  tf.dispose(tensors);
  return values;
}
