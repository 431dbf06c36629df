import type { TrainingConfig } from '../../schema/stages/training.js';
import type { Progress } from '../execute/context.js';
import type { Position } from './position.js';
import { Waiting } from './waiting.js';

/** Reports how far a training is: step, loss, speed and time left. Tells people; never part of a result. */
export class Pace {
  readonly #started = performance.now();
  readonly #first: number;
  readonly #steps: number;
  #metrics: Readonly<Record<string, number>> = {};
  #last: Progress = { fraction: 0 };
  #measuring = 0;
  #reported = -Infinity;
  readonly #waiting = new Waiting();

  constructor(
    private readonly config: Pick<TrainingConfig, 'epochs' | 'batch_size'>,
    private readonly batches: number,
    from: Position,
    private readonly report: (progress: Progress) => void,
  ) {
    this.#first = from.step;
    this.#steps = batches * config.epochs;
    this.#last = {
      fraction: from.step / this.#steps,
      epoch: from.epoch,
      epochs: config.epochs,
      step: from.step,
      steps: this.#steps,
    };
  }

  /** Before the first batch of an epoch is asked for. */
  begin(): void {
    this.#waiting.begin();
  }

  /** When a batch is asked for. */
  asked(): void {
    this.#waiting.asked();
  }

  /** When it has come. */
  got(): void {
    this.#waiting.got();
  }

  /** What to tell of the epoch's waiting for data, if anything. */
  get waitingOfEpoch(): string | null {
    return this.#waiting.ofEpoch;
  }

  /** After a step. Reports at most about ten times a second. */
  stepped(at: Position, loss: number): void {
    this.#waiting.stepped();
    const seconds = (performance.now() - this.#started) / 1000 - this.#measuring;
    const rate = (at.step - this.#first) / Math.max(seconds, 1e-3);
    this.#last = {
      fraction: at.step / this.#steps,
      epoch: Math.ceil(at.step / this.batches),
      epochs: this.config.epochs,
      step: at.step,
      steps: this.#steps,
      loss,
      rate: rate * this.config.batch_size,
      seconds_left: (this.#steps - at.step) / rate,
      waiting: this.#waiting.recent,
    };
    if (performance.now() - this.#reported > 100) this.#send();
  }

  /** After the measurements of an epoch. */
  measured(metrics: Readonly<Record<string, number>>): void {
    this.#metrics = metrics;
    this.#send();
  }

  #send(): void {
    this.#reported = performance.now();
    this.report({ ...this.#last, metrics: this.#metrics });
  }
}
