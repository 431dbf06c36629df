/**
 * Counter-based randomness: every random choice is a function of (seed, purpose, counters), never of what was drawn
 * before, so a resumed run equals an uninterrupted one bit for bit and the number of workers does not matter.
 *
 * A stream is xoshiro128** (Blackman & Vigna, 2018, https://prng.di.unimi.it) whose 128-bit state is a hash of its name.
 */
export interface Stream {
  /** Uniform integer in [0, 2^32). */
  uint32(): number;
  /** Uniform in [0, 1) with 53 random bits. */
  float(): number;
  /** Uniform integer in [0, n). Unbiased. `n` is at most 2^32. */
  int(n: number): number;
  /** Standard normal (Box-Muller). */
  normal(): number;
}

/** The stream named by a seed (a safe integer), a purpose and any number of counters (safe integers). */
export function stream(seed: number, purpose: string, ...counters: readonly number[]): Stream {
  return xoshiro128(stateOf(seed, purpose, counters));
}

/** MurmurHash3's 32-bit mixing of one word into a lane. */
function mix(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  const h = hash ^ k;
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

/** MurmurHash3's finalizer. */
function finish(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function stateOf(seed: number, purpose: string, counters: readonly number[]): Uint32Array {
  const words: number[] = [];
  const integer = (value: number) => {
    if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`);
    words.push(value | 0, Math.floor(value / 2 ** 32) | 0);
  };
  integer(seed);
  words.push(purpose.length);
  for (let i = 0; i < purpose.length; i++) words.push(purpose.charCodeAt(i));
  words.push(counters.length);
  counters.forEach(integer);
  const state = new Uint32Array(4);
  for (let lane = 0; lane < 4; lane++) {
    let hash = Math.imul(lane + 1, 0x9e3779b9);
    for (const word of words) hash = mix(hash, word);
    state[lane] = finish(hash ^ words.length);
  }
  if (state.every((word) => word === 0)) state[0] = 1; // the one state xoshiro cannot leave
  return state;
}

function xoshiro128(s: Uint32Array): Stream {
  let [a, b, c, d] = [s[0]!, s[1]!, s[2]!, s[3]!];
  let spare: number | null = null;
  const uint32 = (): number => {
    const r = Math.imul(b, 5);
    const result = Math.imul((r << 7) | (r >>> 25), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  const float = () => ((uint32() >>> 5) * 67108864 + (uint32() >>> 6)) / 9007199254740992;
  const int = (n: number): number => {
    if (!Number.isInteger(n) || n < 1 || n > 2 ** 32) throw new RangeError(`not in 1..2^32: ${n}`);
    const limit = 2 ** 32 - (2 ** 32 % n);
    for (;;) {
      const draw = uint32();
      if (draw < limit) return draw % n;
    }
  };
  const normal = (): number => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - float()));
    const angle = 2 * Math.PI * float();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return { uint32, float, int, normal };
}

/** A uniform permutation of 0..n-1 (Fisher-Yates). */
export function permutation(random: Stream, n: number): Uint32Array {
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = random.int(i + 1);
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  return order;
}

/** `k` distinct integers of 0..n-1, in random order. Memory and time grow with k, not n. */
export function sample(random: Stream, n: number, k: number): number[] {
  if (k > n) throw new RangeError(`cannot draw ${k} of ${n}`);
  const moved = new Map<number, number>();
  return Array.from({ length: k }, (_, i) => {
    const j = i + random.int(n - i);
    const picked = moved.get(j) ?? j;
    moved.set(j, moved.get(i) ?? i);
    return picked;
  });
}

/** One element of a non-empty list. */
export function choice<T>(random: Stream, list: readonly T[]): T {
  return list[random.int(list.length)]!;
}
