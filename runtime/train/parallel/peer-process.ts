import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { StageFailure } from '../../execute/context.js';
import type { Answer, Order, PeerSetup } from './orders.js';

/** A peer's entry; from the sources, that of the build. */
export function peerEntry(): string {
  const beside = fileURLToPath(new URL('./peer.js', import.meta.url));
  return existsSync(beside)
    ? beside
    : fileURLToPath(new URL('../../../dist/runtime/train/parallel/peer.js', import.meta.url));
}

/** Where a peer runs. */
export interface PeerPlace {
  /** The GPU as CUDA_VISIBLE_DEVICES names it; empty for none. */
  readonly gpu: string;
  /** Descriptor of the shared file. */
  readonly file: number;
  readonly entry: string;
}

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** A process with a device of its own that takes its share of this one's training. */
export class PeerProcess {
  readonly #child: ChildProcess;
  readonly #waiting: Waiting[] = [];
  readonly #name: string;
  /** Why it answers no more. */
  #broken: Error | null = null;

  constructor(setup: PeerSetup, { gpu, file, entry }: PeerPlace) {
    this.#name = `device ${setup.device}${gpu === '' ? '' : ` (GPU ${gpu})`}`;
    this.#child = fork(entry, [], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc', file],
      env: { ...process.env, CUDA_VISIBLE_DEVICES: gpu },
      execArgv: ['--enable-source-maps'],
    });
    this.#child.on('message', (answer: Answer) => this.#heard(answer));
    this.#child.on('error', (error) => this.#fail(error));
    this.#child.on('exit', (code, signal) => this.#fail(new PeerDeath(this.#name, code, signal)));
    void this.ask(setup).catch(() => undefined); // What it cannot do, the next order tells.
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Gives an order; resolves once it is done, and what was asked before. */
  ask(order: Order | PeerSetup): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#broken !== null) {
        reject(this.#broken);
        return;
      }
      this.#waiting.push({ resolve, reject });
      this.#child.send(order, (error) => {
        if (error !== null) this.#fail(error);
      });
    });
  }

  /** Ends the process at once: it holds nothing that is not elsewhere. */
  end(): void {
    this.#broken ??= new Error(`${this.#name} was ended`);
    this.#child.kill('SIGKILL');
  }

  #heard(answer: Answer): void {
    if (answer.type === 'done') this.#waiting.shift()?.resolve();
    else this.#fail(this.#errorOf(answer));
  }

  #errorOf(answer: Exclude<Answer, { type: 'done' }>): Error {
    if (answer.type === 'failure') {
      const { message, hint, code } = answer.failure;
      return new StageFailure(message, hint, code);
    }
    const error = new Error(`${this.#name}: ${answer.message}`);
    if (answer.stack !== undefined) error.stack = answer.stack;
    return error;
  }

  #fail(error: Error): void {
    this.#broken ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#broken);
  }
}

/** A peer's process that ended in the middle of a training. */
class PeerDeath extends Error {
  override readonly name = 'Error';
  readonly hint: string;

  constructor(device: string, code: number | null, signal: string | null) {
    const killed = 'was killed (SIGKILL), most likely because memory ran out';
    const how =
      signal === 'SIGKILL'
        ? killed
        : signal === null
          ? `ended with exit code ${code}`
          : `crashed (${signal})`;
    super(`the process of the training's ${device} ${how}`);
    this.hint = 'the log may say more; the same command goes on from the last checkpoint';
  }
}
