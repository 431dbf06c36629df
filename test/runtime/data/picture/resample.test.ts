import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resizeAndCrop, shortSideSize } from '../../../../runtime/data/picture/geometry.js';
import { resample } from '../../../../runtime/data/picture/resample.js';
import { Resampler } from '../../../../runtime/data/picture/resampler.js';
import { madePicture } from '../../../support/pictures.js';
import { inTurns, patience } from '../../../support/rounds.js';
import { plainResample } from '../../../support/plain-resample.js';

const side = fc.integer({ min: 1, max: 70 });
const filter = fc.constantFrom('bicubic' as const, 'bilinear' as const);
const rounds = Number(process.env.EXPC_RESAMPLE_RUNS ?? 150);

/** Noise of black and white: the filter overshoots, and every sum is as large as it gets. */
function noise(width: number, height: number, seed: number) {
  let state = seed | 1;
  const data = Uint8Array.from({ length: 3 * width * height }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state < 0 ? 255 : (state >>> 16) & 64 ? 0 : (state >>> 8) & 255;
  });
  return { width, height, data };
}

const equal = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

describe('resampling with SIMD', () => {
  it(
    'gives the bytes of the plain form, whatever the sizes',
    () => {
      return fc.assert(
        inTurns(fc.tuple(side, side, side, side, filter, fc.integer()), ([w, h, toW, toH, by, seed]) => {
          const picture = noise(w, h, seed);
          expect(equal(resample(picture, toW, toH, by).data, plainResample(picture, toW, toH, by).data)).toBe(
            true,
          );
        }),
        { numRuns: rounds },
      );
    },
    patience(rounds),
  );

  it(
    'of a part gives what is in that part of the whole',
    () => {
      const share = fc.double({ min: 0, max: 1, noNaN: true });
      const parts = fc.tuple(side, side, side, side, share, share, share, share);
      return fc.assert(
        inTurns(parts, ([w, h, toW, toH, a, b, c, d]) => {
          const picture = noise(w, h, w * 71 + h);
          const left = Math.floor(a * (toW - 1));
          const top = Math.floor(b * (toH - 1));
          const width = 1 + Math.floor(c * (toW - left - 1));
          const height = 1 + Math.floor(d * (toH - top - 1));
          const whole = plainResample(picture, toW, toH, 'bicubic').data;
          const part = resample(picture, toW, toH, 'bicubic', { left, top, width, height });
          for (let y = 0; y < height; y++) {
            const from = 3 * ((top + y) * toW + left);
            const row = part.data.subarray(3 * y * width, 3 * (y + 1) * width);
            expect(equal(row, whole.subarray(from, from + 3 * width))).toBe(true);
          }
        }),
        { numRuns: rounds },
      );
    },
    patience(rounds),
  );

  it('of a large picture, and of a small one after it, does not depend on what was done before', () => {
    const small = madePicture(9, 31, 5);
    const before = resizeAndCrop(small, 8);
    const large = noise(1200, 700, 3);
    const wanted = shortSideSize(large, 224);
    const expected = plainResample(large, wanted.width, wanted.height, 'bicubic');
    const left = 80;
    const cropped = resizeAndCrop(large, 224);
    for (const y of [0, 100, 223])
      expect(
        equal(
          cropped.data.subarray(3 * 224 * y, 3 * 224 * (y + 1)),
          expected.data.subarray(3 * (wanted.width * y + left), 3 * (wanted.width * y + left + 224)),
        ),
      ).toBe(true);
    expect(resizeAndCrop(small, 8)).toEqual(before);
  });

  it('gives the memory of a huge picture back', () => {
    const resampler = new Resampler();
    const size = { width: 9000, height: 6000 };
    const room = resampler.room(size);
    room.fill(77);
    const bytes = resampler.resample(
      size,
      { width: 3, height: 2 },
      { left: 0, top: 0, width: 3, height: 2 },
      'bicubic',
    );
    expect([...new Set(bytes)]).toEqual([77]);
    expect(resampler.room({ width: 2, height: 2 }).buffer.byteLength).toBeLessThan(2 ** 20);
  });
});
