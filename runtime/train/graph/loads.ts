/** Bytes that are loaded at once: a session plans anew for every set of feeds, so one by one would be slow. */
const LOAD_BYTES = 64 * 2 ** 20;

/** Consecutive items together, as long as they are not too large together. */
export function inLoads<T>(items: readonly T[], bytesOf: (item: T) => number): T[][] {
  const loads: T[][] = [];
  let bytes = Infinity;
  for (const item of items) {
    bytes += bytesOf(item);
    if (bytes > LOAD_BYTES) {
      loads.push([]);
      bytes = bytesOf(item);
    }
    loads.at(-1)!.push(item);
  }
  return loads;
}
