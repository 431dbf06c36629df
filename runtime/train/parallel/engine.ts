import { setImmediate } from 'node:timers/promises';
import type { Output } from '../../backend/graph/builder.js';
import { scope } from '../../backend/scope.js';
import { tf } from '../../backend/tensorflow.js';
import type { NamedArrays } from '../../store/array.js';
import type { BatchSizes, EngineConfig, StepResult, TrainBatch } from '../engine.js';
import { batchLabels, inParts } from '../feed.js';
import { partOf } from '../gradients.js';
import { GraphEngine } from '../graph/engine.js';
import type { Feeds } from '../graph/feeds.js';
import type { ParallelStep } from '../graph/record-parallel.js';
import { Exchange, exchangeShape } from './exchange.js';
import { layoutOf, type ExchangeShape } from './layout.js';
import { Member, valuesOfAll, type PairsOf } from './member.js';
import type { Order } from './orders.js';
import { peerEntry, PeerProcess } from './peer-process.js';
import { makeSharedFile, type SharedFile } from './shared-file.js';
import { roundsOf } from './shares.js';

export interface ParallelOptions {
  /** The GPUs of the other devices, as CUDA_VISIBLE_DEVICES names them; empty names for processes on the CPU. */
  readonly peers: readonly string[];
  /** The peers' entry. */
  readonly entry?: string;
  readonly log?: (line: string) => void;
}

/**
 * An engine that spreads the micro-batches of a step over several devices of this machine, each with a process of its
 * own (data parallel, with the contrastive loss of the global batch). This process leads: it has the batches, computes
 * the loss over all features, and holds whatever is read and written. The others have the weights and their moments.
 * With the same operations in the same order as on one device, a step has the same bits.
 *
 * The embeddings for evaluation and clustering are this process's alone.
 */
export class ParallelEngine extends GraphEngine {
  readonly #shape: ExchangeShape;
  readonly #file: SharedFile;
  readonly #exchange: Exchange;
  readonly #member: Member;
  readonly #peers: readonly PeerProcess[];
  readonly #log: (line: string) => void;
  /** Do the peers have other weights than this process? */
  #stale = true;
  /** What steps exchanged, and how long this process waited for the others. */
  readonly #spent = { steps: 0, bytes: 0, seconds: 0, waited: 0 };

  /** @throws {StageFailure} if there is no room for what is exchanged */
  constructor(config: EngineConfig, sizes: BatchSizes, options: ParallelOptions) {
    const { peers, entry = peerEntry(), log = () => undefined } = options;
    const all: BatchSizes = { ...sizes, devices: peers.length + 1 };
    super(config, all);
    this.#log = log;
    const shape = exchangeShape(config, all, this.program);
    this.#shape = shape;
    this.#file = makeSharedFile(layoutOf(shape).size);
    this.#exchange = new Exchange(this.#file, shape, config.model);
    this.#member = new Member({
      device: 0,
      devices: shape.devices,
      model: config.model,
      objective: this.needTraining().objective,
      parts: shape.parts,
      step: this.#parallel,
      session: this.session,
      exchange: this.#exchange,
    });
    this.#peers = peers.map(
      (gpu, i) =>
        new PeerProcess(
          { type: 'setup', device: i + 1, config, sizes: all },
          { gpu, file: this.#file.descriptor, entry },
        ),
    );
  }

  /** Process ids of the other devices. */
  get peers(): readonly (number | undefined)[] {
    return this.#peers.map(({ pid }) => pid);
  }

  override async step(batch: TrainBatch, lr: number): Promise<StepResult> {
    await this.#handOver();
    const before = { ...this.#file.traffic };
    const parts = inParts(this.config.model, batch, this.config.micro_batch_size!);
    const pairsOf = (part: number) => parts[part]!;
    parts.forEach((pairs, part) => {
      if (part % this.#shape.devices !== 0) this.#exchange.writePairs(part, pairs);
    });
    await this.#together({ type: 'encode' }, pairsOf);
    const values = this.#loss(batch, lr);
    for (let round = 0; round < roundsOf(this.#shape); round++) {
      await this.#together({ type: 'backward', round }, pairsOf);
      await this.#together({ type: 'add', round }, pairsOf);
    }
    await this.#together({ type: 'apply', scalars: this.#modelScalars(lr) }, pairsOf);
    this.#moveStatistics();
    this.#spent.steps++;
    this.#spent.bytes += this.#file.traffic.bytes - before.bytes;
    this.#spent.seconds += this.#file.traffic.seconds - before.seconds;
    return this.finished(values, parts.length);
  }

  override writeState(arrays: NamedArrays, steps: number, options?: { readonly optimizer: boolean }): void {
    super.writeState(arrays, steps, options);
    this.#stale = true;
  }

  override initialize(seed: number): void {
    super.initialize(seed);
    this.#stale = true;
  }

  override dispose(): void {
    this.#peers.forEach((peer) => peer.end());
    this.#file.close();
    if (this.#spent.steps > 0) this.#log(this.#spentText());
    super.dispose();
  }

  #spentText(): string {
    const { steps, bytes, seconds, waited } = this.#spent;
    const ms = (all: number) => ((1000 * all) / steps).toFixed(1);
    const megabytes = (bytes / steps / 1e6).toFixed(1);
    return `a step exchanged ${megabytes} MB in ${ms(seconds)} ms, and waited ${ms(waited)} ms for the other devices`;
  }

  get #parallel(): ParallelStep {
    return this.needTraining().parallel!;
  }

  /** Lets all devices do the same at the same time. */
  async #together(order: Order, pairsOf: PairsOf): Promise<void> {
    const others = Promise.all(this.#peers.map((peer) => peer.ask(order)));
    others.catch(() => undefined); // This process may fail before it looks.
    await setImmediate(); // lets the orders go, and signals through
    this.#do(order, pairsOf);
    const done = performance.now();
    await others;
    this.#spent.waited += (performance.now() - done) / 1000;
  }

  #do(order: Order, pairsOf: PairsOf): void {
    if (order.type === 'encode') this.#member.encode(pairsOf);
    else if (order.type === 'backward') this.#member.backward(order.round, pairsOf);
    else if (order.type === 'add') this.#member.add(order.round);
    else if (order.type === 'apply') this.#member.apply(order.scalars);
  }

  /** Gives the peers this process's weights and moments, where they have not got them. */
  async #handOver(): Promise<void> {
    if (!this.#stale) return;
    for (const [load, { slots }] of this.program.model.loads.entries()) {
      const values = valuesOfAll(() =>
        this.session.run(
          {},
          slots.map(({ value }) => value),
        ),
      );
      this.#exchange.writeState(values);
      await Promise.all(this.#peers.map((peer) => peer.ask({ type: 'load', load })));
    }
    this.#stale = false;
  }

  /** The losses over the features of all devices; tells these the gradients, and returns what a step tells. */
  #loss(batch: TrainBatch, lr: number): number[] {
    const { model } = this.config;
    const { parts, copies, width } = this.#shape;
    return scope(() => {
      const labels = batchLabels(this.needTraining().objective, batch, batch.ids.length / model.text.context);
      const features = parts.map((pairs, part) =>
        this.#exchange
          .readRows('features', part)
          .map((values) => tf.tensor2d(values, [pairs * copies, width])),
      );
      const { seeds, numbers } = this.lossOf(this.#parallel.loss, features, labels, lr);
      let start = 0;
      parts.forEach((pairs, part) => {
        const rows = seeds.map((seed) => partOf(seed, start, pairs, copies).dataSync() as Float32Array);
        this.#exchange.writeRows('seeds', part, rows);
        start += pairs;
      });
      return numbers.map((tensor) => tensor.dataSync()[0]!);
    });
  }

  /** AdamW's scalars of the encoders' update, as numbers. */
  #modelScalars(lr: number): Record<Output, number> {
    return scope(() =>
      Object.fromEntries(
        Object.entries(this.scalars(lr, ['model'])).map(([feed, tensor]) => [feed, tensor.dataSync()[0]!]),
      ),
    );
  }

  /** Running statistics take in what each part saw, in the order of the parts. Only this process's are looked at. */
  #moveStatistics(): void {
    const { statistics, moved } = this.#parallel;
    if (statistics.length === 0) return;
    this.#shape.parts.forEach((_, part) => {
      const seen = this.#exchange.readStatistics(part);
      let at = 0;
      scope(() => {
        const feeds: Feeds = {};
        for (const { feed, channels } of statistics) {
          feeds[feed] = tf.tensor1d(seen.slice(at, at + channels));
          at += channels;
        }
        this.session.run(feeds, [moved]);
      });
    });
  }
}
