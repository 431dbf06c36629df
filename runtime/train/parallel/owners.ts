/**
 * Which device sums the gradients of which arrays: the largest first, each to the device that has the fewest bytes.
 *
 * @returns for each device the numbers of its arrays, in their order
 */
export function ownersOf(bytes: readonly number[], devices: number): number[][] {
  const owned = Array.from({ length: devices }, () => ({ bytes: 0, arrays: [] as number[] }));
  const largestFirst = bytes.map((size, index) => ({ size, index })).sort((a, b) => b.size - a.size);
  for (const { size, index } of largestFirst) {
    const least = owned.reduce((a, b) => (b.bytes < a.bytes ? b : a));
    least.bytes += size;
    least.arrays.push(index);
  }
  return owned.map(({ arrays }) => arrays.sort((a, b) => a - b));
}
