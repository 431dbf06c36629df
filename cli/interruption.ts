import process from 'node:process';

/** Ctrl-C and its like as a signal that ends what goes on for ever; `end` gives them back their usual meaning. */
export function interruption(): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController();
  const stop = () => controller.abort();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of signals) process.on(name, stop);
  return {
    signal: controller.signal,
    end: () => {
      for (const name of signals) process.off(name, stop);
    },
  };
}
