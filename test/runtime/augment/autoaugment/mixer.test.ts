import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixWith } from '../../../../runtime/data/picture/mixer.js';
import type { Picture } from '../../../../runtime/data/dataset.js';
import { inTurns, patience } from '../../../support/rounds.js';

const rounds = Number(process.env.EXPC_MIX_RUNS ?? 200);

/** The same as plainly as it can be written. */
function plain(kind: 'grey' | 'smooth', picture: Picture, factor: number): number[] {
  const poorer = kind === 'grey' ? greyOf(picture) : smoothOf(picture);
  const alpha = Math.fround(factor);
  return [...picture.data].map((level, i) => {
    const from = poorer[i]!;
    const value = Math.fround(from + Math.fround(alpha * (level - from)));
    return value <= 0 ? 0 : value >= 255 ? 255 : Math.trunc(value);
  });
}

function greyOf({ data }: Picture): number[] {
  return [...data].map((_, i) => {
    const at = i - (i % 3);
    return (data[at]! * 19595 + data[at + 1]! * 38470 + data[at + 2]! * 7471 + 0x8000) >> 16;
  });
}

function smoothOf({ width, height, data }: Picture): number[] {
  const level = (x: number, y: number, c: number) => data[3 * (y * width + x) + c]!;
  return [...data].map((own, i) => {
    const [c, x, y] = [i % 3, Math.floor(i / 3) % width, Math.floor(i / 3 / width)];
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) return own;
    let sum = 4 * own;
    for (const dy of [-1, 0, 1]) for (const dx of [-1, 0, 1]) sum += level(x + dx, y + dy, c);
    return Math.floor(sum / 13 + 0.5);
  });
}

describe('mixing with a poorer picture', () => {
  it(
    'gives what the definition gives, whatever the size and the share',
    () => {
      const side = fc.integer({ min: 1, max: 14 });
      const share = fc.double({ min: -2, max: 3, noNaN: true });
      return fc.assert(
        inTurns(
          fc.tuple(fc.constantFrom('grey' as const, 'smooth' as const), side, side, share, fc.nat()),
          ([kind, width, height, factor, seed]) => {
            const data = Uint8Array.from(
              { length: 3 * width * height },
              (_, i) => (Math.imul(seed + i, 2654435761) >>> 24) & 255,
            );
            const picture = { width, height, data };
            expect([...mixWith(kind, picture, factor).data]).toEqual(plain(kind, picture, factor));
          },
        ),
        { numRuns: rounds },
      );
    },
    patience(rounds),
  );

  it('rounds every sum of the smoothing filter as division does', () => {
    for (let sum = 0; sum <= 13 * 255; sum++)
      expect(Math.trunc(Math.fround(Math.fround(sum / 13) + 0.5))).toBe(Math.floor(sum / 13 + 0.5));
  });
});
