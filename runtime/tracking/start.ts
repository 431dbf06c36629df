import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plan } from '../../schema/plan.js';
import { relieved, type FromFollower, type ToFollower } from './protocol.js';
import { trackersOf, type TrackerSettings } from './settings.js';

export interface TrackingOptions {
  /** Told what a tracker could not do; at most once in a row. */
  readonly warn: (message: string) => void;
  /** Between two sweeps; default 2. */
  readonly seconds?: number;
  /** What a tracker may take after the run has ended; default 30. */
  readonly patienceSeconds?: number;
  readonly entry?: string;
}

export interface Tracking {
  /** Lets the trackers catch up, within their patience. Never throws. */
  finish(): Promise<void>;
}

/** Follows a store for the trackers that a plan asks for, each in a process of its own. Never throws. */
export function startTracking(plan: Plan, outputs: string, options: TrackingOptions): Tracking {
  const followers = trackersOf(plan, outputs).map(
    (settings) => new Follower(plan, resolve(outputs), settings, options),
  );
  return {
    finish: async () => void (await Promise.all(followers.map((follower) => follower.finish()))),
  };
}

class Follower {
  private child: ChildProcess | null = null;
  private finishing = false;
  private ended: Promise<void> = Promise.resolve();

  constructor(
    private readonly plan: Plan,
    private readonly outputs: string,
    private readonly settings: TrackerSettings,
    private readonly options: TrackingOptions,
  ) {
    this.start();
  }

  private start(): void {
    const { warn, seconds = 2, entry = childEntry() } = this.options;
    const name = this.settings.kind === 'mlflow' ? 'MLflow' : 'TensorBoard';
    const told = (message: string) => warn(`${name}: ${message}`);
    try {
      const child = fork(entry, [], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
      this.child = child;
      this.ended = new Promise((resolve) => {
        child.on('message', ({ message }: FromFollower) => told(message));
        child.on('error', (error) => {
          told(error.message);
          resolve();
        });
        child.on('exit', (code) => {
          if (code === relieved) this.start();
          else if (code !== 0)
            told(`its process ended with ${code ?? 'a signal'}; what it lacks is sent by \`expc export\``);
          resolve(code === relieved ? this.ended : undefined);
        });
      });
      this.send({ type: 'follow', plan: this.plan, outputs: this.outputs, settings: this.settings, seconds });
      if (this.finishing) this.send({ type: 'finish' });
    } catch (error) {
      told(error instanceof Error ? error.message : String(error));
    }
  }

  private send(message: ToFollower): void {
    if (this.child?.connected === true) this.child.send(message, () => {});
  }

  async finish(): Promise<void> {
    this.finishing = true;
    this.send({ type: 'finish' });
    const timer = setTimeout(() => this.child?.kill('SIGKILL'), (this.options.patienceSeconds ?? 30) * 1000);
    await this.ended;
    clearTimeout(timer);
  }
}

/** The follower's entry; from the sources, that of the build. */
function childEntry(): string {
  const beside = fileURLToPath(new URL('./child.js', import.meta.url));
  return existsSync(beside)
    ? beside
    : fileURLToPath(new URL('../../dist/runtime/tracking/child.js', import.meta.url));
}
