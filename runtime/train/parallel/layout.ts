/** What the place of everything that devices exchange follows from. */
export interface ExchangeShape {
  readonly devices: number;
  /** Pairs of each part of a batch. */
  readonly parts: readonly number[];
  /** Views of each pair: 2 with augmented copies. */
  readonly copies: number;
  /** Bytes of one picture, and of one caption's token ids. */
  readonly picture: number;
  readonly caption: number;
  /** Numbers of one row of features, and how many kinds of rows there are: 2 with captions. */
  readonly width: number;
  readonly kinds: number;
  /** Numbers of each sum of gradients. */
  readonly sums: readonly number[];
  /** Numbers that batch normalisation tells of a part. */
  readonly statistics: number;
  /** Bytes of the largest state that is handed over at once. */
  readonly state: number;
}

/** A part's rows of one kind: the originals, then their copies. */
type Rows = (part: number) => number;

/** Where everything stands in the shared file, in bytes. */
export interface Layout {
  readonly size: number;
  readonly pictures: Rows;
  readonly captions: Rows;
  /** Features and their gradients, of pictures (0) and captions (1). */
  readonly features: readonly Rows[];
  readonly seeds: readonly Rows[];
  /** What batch normalisation saw in a part. */
  readonly statistics: (part: number) => number;
  /** The sum of a parameter's gradients. */
  readonly sum: (sum: number) => number;
  /** A device's gradient of a parameter. */
  readonly gradient: (device: number, sum: number) => number;
  /** State that is handed over before a step; it shares its place with what only steps use. */
  readonly state: number;
}

export function layoutOf(shape: ExchangeShape): Layout {
  const { devices, parts, copies, picture, caption, width, kinds, sums, statistics, state } = shape;
  const starts = parts.map((_, part) => total(parts.slice(0, part)));
  const rows = total(parts) * copies;
  let size = 0;
  const take = (bytes: number) => {
    const at = size;
    size += Math.ceil(bytes / 64) * 64; // Arrays begin where processors like them to.
    return at;
  };
  const rowsOf = (bytes: number): Rows => {
    const at = take(rows * bytes);
    return (part) => at + starts[part]! * copies * bytes;
  };
  const each = <T>(make: () => T): T[] => Array.from({ length: kinds }, make);
  const pictures = rowsOf(picture);
  const captions = rowsOf(caption);
  const features = each(() => rowsOf(4 * width));
  const seeds = each(() => rowsOf(4 * width));
  const seen = take(4 * statistics * parts.length);
  const before = sums.map((_, sum) => 4 * total(sums.slice(0, sum)));
  const whole = Math.max(4 * total(sums), state);
  const summed = take(whole);
  const gradients = Array.from({ length: devices }, () => take(4 * total(sums)));
  return {
    size,
    pictures,
    captions,
    features,
    seeds,
    statistics: (part) => seen + 4 * statistics * part,
    sum: (sum) => summed + before[sum]!,
    gradient: (device, sum) => gradients[device]! + before[sum]!,
    state: summed,
  };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
