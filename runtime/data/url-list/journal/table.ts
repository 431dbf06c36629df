import { createHash } from 'node:crypto';

/**
 * A map from 64-bit numbers to places in files, in 21 bytes a slot: a list may have tens of millions of URLs. Open
 * addressing with linear probing, at most 60 % full.
 */
export class PlaceTable {
  private high: Uint32Array;
  private low: Uint32Array;
  private segment: Uint32Array;
  private offset: Float64Array;
  private flag: Uint8Array;
  private mask: number;
  size = 0;

  constructor(capacity = 1024) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, capacity / 0.6)));
    this.mask = slots - 1;
    this.high = new Uint32Array(slots);
    this.low = new Uint32Array(slots);
    this.segment = new Uint32Array(slots);
    this.offset = new Float64Array(slots);
    this.flag = new Uint8Array(slots); // 0: the slot is free.
  }

  get(key: Key): Place | null {
    const slot = this.find(key);
    if (this.flag[slot] === 0) return null;
    return { segment: this.segment[slot]!, offset: this.offset[slot]!, isKept: this.flag[slot] === 2 };
  }

  set(key: Key, { segment, offset, isKept }: Place): void {
    let slot = this.find(key);
    if (this.flag[slot] === 0) {
      if (this.size + 1 > 0.6 * this.flag.length) {
        this.grow();
        slot = this.find(key);
      }
      this.size += 1;
      this.high[slot] = key.high;
      this.low[slot] = key.low;
    }
    this.segment[slot] = segment;
    this.offset[slot] = offset;
    this.flag[slot] = isKept ? 2 : 1;
  }

  private find({ high, low }: Key): number {
    let slot = low & this.mask;
    while (this.flag[slot] !== 0 && (this.high[slot] !== high || this.low[slot] !== low))
      slot = (slot + 1) & this.mask;
    return slot;
  }

  private grow(): void {
    const { high, low, segment, offset, flag } = this;
    const larger = new PlaceTable(2 * this.flag.length * 0.6);
    for (let slot = 0; slot < flag.length; slot++) {
      if (flag[slot] === 0) continue;
      const place = { segment: segment[slot]!, offset: offset[slot]!, isKept: flag[slot] === 2 };
      larger.set({ high: high[slot]!, low: low[slot]! }, place);
    }
    ({
      high: this.high,
      low: this.low,
      segment: this.segment,
      offset: this.offset,
      flag: this.flag,
      mask: this.mask,
    } = larger);
  }
}

export interface Key {
  readonly high: number;
  readonly low: number;
}

/** Where a line begins, and whether it is of a picture that is there. */
export interface Place {
  readonly segment: number;
  readonly offset: number;
  readonly isKept: boolean;
}

/** A text as a number, which others share once in some 10^19. */
export function keyOf(text: string): Key {
  const digest = createHash('sha1').update(text).digest();
  return { high: digest.readUInt32LE(0), low: digest.readUInt32LE(4) };
}
