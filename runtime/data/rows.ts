import { availableParallelism } from 'node:os';
import { StageFailure } from '../execute/context.js';
import type { Dropped } from './artifact/format.js';
import { mapInOrder } from './in-order.js';
import type { DroppedRow, Entry, Listing, LoadedRow } from './listing.js';
import { hashBytes } from './select/hash-set.js';

/** Reads the pictures of a listing, several at a time, and gives the rows in order. */
export async function* loadListing(listing: Listing): AsyncGenerator<readonly LoadedRow[]> {
  await listing.prepare?.(listing);
  for await (const entries of listing.batches()) {
    const ready: LoadedRow[] = [];
    let reading: Promise<LoadedRow> | null = null;
    let next = 0;
    while (next < entries.length && reading === null) {
      const row = loadOne(entries[next]!);
      if (row instanceof Promise) reading = row;
      else ready.push(distinctOnly(entries[next]!, row));
      if (reading === null) next++;
    }
    if (ready.length > 0) yield ready;
    if (reading === null) continue;
    yield [distinctOnly(entries[next]!, await reading)];
    const load = async (entry: Entry) => ({ entry, row: await loadOne(entry) });
    for await (const { entry, row } of mapInOrder(entries.slice(next + 1), load, availableParallelism() + 1))
      yield [distinctOnly(entry, row)];
  }
}

function loadOne(entry: Entry): LoadedRow | Promise<LoadedRow> {
  return 'dropped' in entry ? entry : entry.load(entry);
}

/** Leaves a pair out whose picture was there before, byte by byte. */
function distinctOnly(entry: Entry, row: LoadedRow): LoadedRow {
  if ('dropped' in entry || entry.distinct === undefined || 'dropped' in row) return row;
  const bytes = row.pair.encoded?.bytes ?? row.pair.picture?.data;
  if (bytes === undefined || entry.distinct.every((set) => set.add(hashBytes(bytes)))) return row;
  return { dropped: { row: entry.row, reason: 'duplicate content', detail: entry.id } };
}

/** So many unusable rows are shown when a data set that shall not drop any fails. */
const SHOWN = 20;

/** Passes rows on one by one; those that a file refuses end it, all of them named (up to twenty). */
export async function* refusing(batches: AsyncIterable<readonly LoadedRow[]>): AsyncGenerator<LoadedRow> {
  for await (const rows of refusingBatches(batches)) yield* rows;
}

/** The same, in pieces. */
export async function* refusingBatches(
  batches: AsyncIterable<readonly LoadedRow[]>,
): AsyncGenerator<readonly LoadedRow[]> {
  const refused: DroppedRow[] = [];
  for await (const rows of batches) {
    for (const row of rows) if ('dropped' in row && row.refusedBy !== undefined) refused.push(row);
    if (refused.length > SHOWN) break;
    yield rows;
  }
  if (refused.length > 0) throw unusable(refused);
}

function unusable(rows: readonly DroppedRow[]): StageFailure {
  const line = ({ row, reason, detail }: Dropped): string => `  row ${row}: ${reason}: ${detail ?? ''}`;
  const files = new Set(rows.map(({ refusedBy }) => refusedBy!));
  const lines = [...files].map((file) => {
    const own = rows.slice(0, SHOWN).filter(({ refusedBy }) => refusedBy === file);
    return `${file} has rows that cannot be used:\n${own.map(({ dropped }) => line(dropped)).join('\n')}`;
  });
  const more = rows.length > SHOWN ? '\n  and more' : '';
  return new StageFailure(
    `${lines.join('\n')}${more}`,
    'mend them, or leave such rows out with unreadable: drop (they are counted and listed)',
  );
}
