/**
 * Checks runs of Parquet's RLE and bit-packing hybrid (Parquet's Encodings.md): none repeats a value more often than
 * there are values.
 *
 * @param width bits of a value
 * @param most values that there are
 * @param length bytes of the runs; null where these begin with it, in four bytes
 * @returns where the runs end
 * @throws {Error} when a run is too long, or reaches beyond the page
 */
export function vetRuns(
  page: Uint8Array,
  start: number,
  width: number,
  most: number,
  length: number | null,
): number {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  let at = start;
  let bytes = length;
  if (bytes === null) {
    bytes = view.getUint32(at, true);
    at += 4;
  }
  const end = at + bytes;
  if (end > page.length) throw new Error('it has runs beyond the end of their page');
  for (let seen = 0; seen < most && at < end;) {
    const header = varint(view, at);
    at = header.next;
    const isPacked = (header.value & 1) === 1;
    const count = isPacked ? (header.value >>> 1) * 8 : header.value >>> 1;
    // Packed runs are filled up to whole groups of eight.
    if (count > most - seen + (isPacked ? 7 : 0))
      throw new Error(`it has a run of ${count} values where ${most - seen} are left`);
    seen += count;
    at += isPacked ? (count / 8) * width : (width + 7) >> 3;
  }
  return end;
}

/** An unsigned LEB128 number of at most 32 bits, as hyparquet reads it. */
function varint(view: DataView, start: number): { value: number; next: number } {
  let [value, shift, at] = [0, 0, start];
  for (;;) {
    const byte = view.getUint8(at++);
    value |= (byte & 0x7f) << shift;
    if ((byte & 0x80) === 0) return { value: value >>> 0, next: at };
    shift += 7;
  }
}
