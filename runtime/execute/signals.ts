import process from 'node:process';

interface Reactions {
  /** A person or the job system asks to stop. */
  readonly stop: (why: string) => void;
  /** And asks again. */
  readonly kill: () => void;
}

const asking = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Listens to the signals that ask this process to stop, until the returned function is called. */
export function onStopSignals({ stop, kill }: Reactions): () => void {
  let asked = false;
  const listener = (signal: NodeJS.Signals) => {
    if (asked) kill();
    else stop(signal);
    asked = true;
  };
  for (const signal of asking) process.on(signal, listener);
  return () => {
    for (const signal of asking) process.off(signal, listener);
  };
}
