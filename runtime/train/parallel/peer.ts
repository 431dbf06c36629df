import process from 'node:process';
import { Session } from '../../backend/graph/session.js';
import { tf } from '../../backend/tensorflow.js';
import { StageFailure } from '../../execute/context.js';
import { recordProgram, type Program } from '../graph/program.js';
import { Exchange, exchangeShape } from './exchange.js';
import { Member } from './member.js';
import { sharedDescriptor, type Answer, type Order, type PeerSetup } from './orders.js';
import { SharedFile } from './shared-file.js';

/**
 * Entry of a peer's process: a device that takes its share of another process's training. It does what it is told, and
 * ends with its leader, however that ends; signals that ask to stop are the leader's.
 */
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGUSR2'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit(0));
process.on('message', (message: PeerSetup | Order) => answer(message));

/** A device's own copy of the weights, and its part in each step. */
class Peer {
  readonly #program: Program;
  readonly #session: Session;
  readonly #exchange: Exchange;
  readonly #member: Member;

  constructor({ device, config, sizes }: PeerSetup) {
    this.#program = recordProgram(config, sizes);
    this.#session = new Session(this.#program.nodes);
    const { objective, parallel } = this.#program.training!;
    const shape = exchangeShape(config, sizes, this.#program);
    this.#exchange = new Exchange(new SharedFile(sharedDescriptor), shape, config.model);
    this.#member = new Member({
      device,
      devices: shape.devices,
      model: config.model,
      objective,
      parts: shape.parts,
      step: parallel!,
      session: this.#session,
      exchange: this.#exchange,
    });
  }

  do(order: Order): void {
    const pairsOf = (part: number) => this.#exchange.readPairs(part);
    switch (order.type) {
      case 'load':
        this.#load(order.load);
        break;
      case 'encode':
        this.#member.encode(pairsOf);
        break;
      case 'backward':
        this.#member.backward(order.round, pairsOf);
        break;
      case 'add':
        this.#member.add(order.round);
        break;
      case 'apply':
        this.#member.apply(order.scalars);
        break;
    }
  }

  #load(number: number): void {
    const { slots, loaded } = this.#program.model.loads[number]!;
    const sides = slots.map(({ memory }) => memory.reduce((product, side) => product * side, 1));
    const arrays = this.#exchange.readState(sides);
    tf.tidy(() => {
      const feeds = slots.map(({ feed, memory }, i) => [feed, tf.tensor(arrays[i]!, [...memory])] as const);
      this.#session.run(Object.fromEntries(feeds), [loaded]);
    });
  }
}

let peer: Peer | null = null;

function answer(message: PeerSetup | Order): void {
  let said: Answer = { type: 'done' };
  try {
    if (message.type === 'setup') peer = new Peer(message);
    else peer!.do(message);
  } catch (error) {
    said = answerOf(error);
  }
  if (process.connected) process.send?.(said, () => {});
}

/** Errors lose their class between processes. */
function answerOf(error: unknown): Answer {
  if (error instanceof StageFailure) {
    const { message, hint, code } = error;
    return { type: 'failure', failure: { message, hint, code } };
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { type: 'error', message, stack };
}
