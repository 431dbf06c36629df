import process from 'node:process';

const start = Date.now();
const elapsed = () => `${((Date.now() - start) / 1000).toFixed(1).padStart(6)} s`;

/** One line of progress, with the seconds since the set-up began. */
export function say(text) {
  process.stdout.write(`set-up ${elapsed()}  ${text}\n`);
}

/**
 * Do `work` under a line that says what is done, and again every 20 seconds so that a slow network does not look like a hang.
 * @template T
 * @param {string} text
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function during(text, work) {
  say(text);
  const reminder = setInterval(() => say(`  still at it: ${text}`), 20_000);
  try {
    return await work();
  } finally {
    clearInterval(reminder);
  }
}
