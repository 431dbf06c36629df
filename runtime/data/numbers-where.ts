/** The numbers of 0..size-1 for which something holds, ascending: at most 4 bytes for each in memory. */
export function numbersWhere(size: number, holds: (number: number) => boolean): Uint32Array {
  const found = new Uint32Array(size);
  let count = 0;
  for (let number = 0; number < size; number++) if (holds(number)) found[count++] = number;
  return found.slice(0, count);
}
