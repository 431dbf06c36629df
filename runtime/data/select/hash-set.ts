import { createHash } from 'node:crypto';

/** 64 bits: two of six million texts have the same by chance once in a million times. */
export interface Hash {
  readonly high: number;
  readonly low: number;
}

/** A text's hash: two lanes of MurmurHash3's mixing over its UTF-16 units. */
export function hashText(text: string): Hash {
  let a = 0x9e3779b9 ^ text.length;
  let b = 0x85ebca6b ^ text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0xcc9e2d51);
    b = Math.imul(b ^ unit, 0x1b873593);
    a = (a << 13) | (a >>> 19);
    b = (b << 15) | (b >>> 17);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ b;
  b = Math.imul(b ^ (b >>> 13), 0xc2b2ae35) ^ a;
  return {
    high: Math.imul(a ^ (a >>> 13), 0xc2b2ae35) >>> 0,
    low: Math.imul(b ^ (b >>> 16), 0x85ebca6b) >>> 0,
  };
}

/** A content's hash: the start of its SHA-256. */
export function hashBytes(bytes: Uint8Array): Hash {
  const digest = createHash('sha256').update(bytes).digest();
  return { high: digest.readUInt32LE(0), low: digest.readUInt32LE(4) };
}

/** A set of hashes: 8 bytes for each place, at most two places for each hash; nothing on the heap. */
export class HashSet {
  #table = new Uint32Array(2 * 1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** False when it was there before. */
  add({ high, low }: Hash): boolean {
    if (4 * this.#size >= this.#table.length) this.#grow();
    return this.#insert(high, low === 0 && high === 0 ? 1 : low);
  }

  #insert(high: number, low: number): boolean {
    const table = this.#table;
    const mask = table.length / 2 - 1;
    for (let place = low & mask; ; place = (place + 1) & mask) {
      const [there, and] = [table[2 * place]!, table[2 * place + 1]!];
      if (there === high && and === low) return false;
      if (there !== 0 || and !== 0) continue;
      table[2 * place] = high;
      table[2 * place + 1] = low;
      this.#size++;
      return true;
    }
  }

  #grow(): void {
    const old = this.#table;
    this.#table = new Uint32Array(2 * old.length);
    this.#size = 0;
    for (let i = 0; i < old.length; i += 2)
      if (old[i] !== 0 || old[i + 1] !== 0) this.#insert(old[i]!, old[i + 1]!);
  }
}
