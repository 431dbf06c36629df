import type { QueueEntry } from './queue.js';

/** For `sacct -n -P -X -o`: job, state, nodes, name. */
export const accountingFormat = 'JobID,State,NodeList,JobName';

/** Entries of `sacct` in the form of the queue's; there is no reason in them. */
export function parseAccounting(text: string): QueueEntry[] {
  return text.split('\n').flatMap((line) => {
    const [id = '', state = '', node = '', ...name] = line.trim().split('|');
    const parts = /^(\d+)(?:_(\d+))?$/.exec(id); // An array's elements that wait are one line, and of no interest.
    if (parts === null || state === '') return [];
    const index = parts[2] === undefined ? null : Number(parts[2]);
    // `CANCELLED by 1000`
    const [word = ''] = state.split(' ');
    return [{ job: parts[1]!, index, state: word, reason: '', node, name: name.join('|') }];
  });
}
