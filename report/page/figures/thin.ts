/** Fewer rows that draw the same picture. */
export interface Thinned {
  readonly rows: readonly Row[];
  /** Rows before. */
  readonly of: number;
}

export type Row = Readonly<Record<string, unknown>>;

/** Name of the column that says how many rows a drawn one stands for. */
export const standsFor = 'stands_for';

/**
 * Thins points: the picture is divided into square cells, and of the rows of a cell that are drawn alike (the same
 * `alike`) the first is kept, with the count of all. The cells start at a point's size, so what vanishes lay beneath
 * what stays; they grow until at most `most` are left. Rows without a place are kept.
 *
 * @param size width and height of the panel, in pixels
 */
export function thinPoints(
  rows: readonly Row[],
  [x, y]: readonly [string, string],
  alike: readonly string[],
  size: readonly [number, number],
  most: number,
): Thinned {
  if (rows.length <= most) return { rows, of: rows.length };
  const [left, width] = extent(rows, x);
  const [top, height] = extent(rows, y);
  for (let pixels = 2; ; pixels *= 1.4) {
    const across = Math.max(1, size[0] / pixels);
    const down = Math.max(1, size[1] / pixels);
    const cells = new Map<string, { row: Row; count: number }>();
    for (const [at, row] of rows.entries()) {
      const [px, py] = [row[x], row[y]];
      const placed = typeof px === 'number' && typeof py === 'number';
      const place = placed
        ? `${Math.floor(((px - left) / width) * across)},${Math.floor(((py - top) / height) * down)}`
        : `row ${at}`;
      const key = `${alike.map((name) => String(row[name])).join('\u0000')}\u0000${place}`;
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, { row, count: 1 });
      else cell.count += 1;
    }
    if (cells.size <= most || pixels > 100)
      return {
        rows: [...cells.values()].map(({ row, count }) => ({ ...row, [standsFor]: count })),
        of: rows.length,
      };
  }
}

/**
 * Thins lines: along each line (the rows with the same `line`) the x range is divided into equal parts, of which the
 * first, the last, the lowest and the highest row are kept: every peak stays.
 */
export function thinLines(
  rows: readonly Row[],
  [x, y]: readonly [string, string],
  line: readonly string[],
  most: number,
): Thinned {
  if (rows.length <= most) return { rows, of: rows.length };
  const lines = new Map<string, Row[]>();
  for (const row of rows) {
    const key = line.map((name) => String(row[name])).join('\u0000');
    const found = lines.get(key);
    if (found === undefined) lines.set(key, [row]);
    else found.push(row);
  }
  const parts = Math.max(1, Math.floor(most / lines.size / 4));
  return { rows: [...lines.values()].flatMap((one) => thinLine(one, x, y, parts)), of: rows.length };
}

function thinLine(rows: readonly Row[], x: string, y: string, parts: number): Row[] {
  if (rows.length <= parts * 4) return [...rows];
  const [left, width] = extent(rows, x);
  const buckets = new Map<number, number[]>();
  rows.forEach((row, at) => {
    const place =
      typeof row[x] === 'number' ? Math.min(parts - 1, Math.floor(((row[x] - left) / width) * parts)) : 0;
    const bucket = buckets.get(place);
    if (bucket === undefined) buckets.set(place, [at]);
    else bucket.push(at);
  });
  const kept = new Set<number>();
  const height = (at: number) => Number(rows[at]![y] ?? 0);
  for (const bucket of buckets.values()) {
    kept.add(bucket[0]!).add(bucket.at(-1)!);
    kept.add(bucket.reduce((low, at) => (height(at) < height(low) ? at : low)));
    kept.add(bucket.reduce((high, at) => (height(at) > height(high) ? at : high)));
  }
  return rows.filter((_, at) => kept.has(at));
}

/** Lowest value and distance to the highest, at least a tiny one. */
function extent(rows: readonly Row[], name: string): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const row of rows) {
    const value = row[name];
    if (typeof value !== 'number') continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low > high ? [0, 1] : [low, Math.max(high - low, 1e-9)];
}
