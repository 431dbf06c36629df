import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Picture } from '../../../runtime/data/dataset.js';
import { createTrigger } from '../../../runtime/poison/create-trigger.js';
import { levelOf } from '../../../runtime/poison/levels.js';
import { upsample } from '../../../runtime/poison/triggers/warp-field.js';
import { stream } from '../../../runtime/random/stream.js';
import type { Trigger as TriggerConfig } from '../../../schema/generated/resolved.js';
import { madePicture } from '../../support/pictures.js';

const every: TriggerConfig[] = [
  { kind: 'noise-patch', size: 4, location: 'random', overflow: 'clamp' },
  { kind: 'noise-patch', size: 4, location: 'random', overflow: 'wrap' },
  { kind: 'noise-patch', size: 4, location: 'four-corners', overflow: 'clamp' },
  { kind: 'solid-patch', size: 4, location: 'random', color: [1, 1, 0] },
  { kind: 'blended', opacity: 0.2 },
  { kind: 'sig', amplitude: 60, frequency: 6, opacity: 0.2 },
  { kind: 'warp', strength: 0.6, field_seed: 0 },
  { kind: 'warp', strength: 3, grid: 4, field_seed: 0 },
];
const grey = (side: number, level = 128): Picture => ({
  width: side,
  height: side,
  data: new Uint8Array(3 * side * side).fill(level),
});

/** Row and column of every pixel that differs. */
function changed(before: Picture, after: Picture): [number, number][] {
  const pixels: [number, number][] = [];
  for (let i = 0; i < before.data.length; i += 3) {
    if ([0, 1, 2].some((c) => before.data[i + c] !== after.data[i + c])) {
      pixels.push([Math.floor(i / 3 / before.width), (i / 3) % before.width]);
    }
  }
  return pixels;
}

describe.each(every)('$kind (%j)', (config) => {
  const trigger = createTrigger(config);

  it('changes a copy of the same size, the same for the same stream', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 20 }),
        fc.integer({ min: 4, max: 20 }),
        fc.nat(),
        (width, height, seed) => {
          const picture = madePicture(width, height, seed);
          const before = Uint8Array.from(picture.data);
          const marked = trigger.mark(picture, stream(seed, 'test'));
          expect(Buffer.compare(picture.data, before)).toBe(0);
          expect([marked.picture.width, marked.picture.height]).toEqual([width, height]);
          expect(marked.picture.data).toHaveLength(before.length);
          const again = trigger.apply(picture, stream(seed, 'test'));
          expect(Buffer.compare(again.data, marked.picture.data)).toBe(0);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('leaves something to see, and says what it is', () => {
    const picture = madePicture(32, 32);
    expect(changed(picture, trigger.apply(picture, stream(0, 'test'))).length).toBeGreaterThan(0);
    expect(trigger.description).not.toBe('');
  });
});

describe('a patch', () => {
  it('at a random place covers every place, also the last row and column, and no more than itself', () => {
    const trigger = createTrigger({ kind: 'solid-patch', size: 2, location: 'random', color: [1, 0, 0] });
    const seen = new Set<string>();
    for (let i = 0; i < 300; i++) {
      const { picture, places } = trigger.mark(grey(5), stream(0, 'test', i));
      const [{ row, column }] = places as [{ row: number; column: number }];
      seen.add(`${row},${column}`);
      expect(changed(grey(5), picture)).toEqual([
        [row, column],
        [row, column + 1],
        [row + 1, column],
        [row + 1, column + 1],
      ]);
    }
    expect(seen.size).toBe(16);
  });

  it('with the study’s reach never touches the last row and column, but has every other place', () => {
    const trigger = createTrigger({
      kind: 'solid-patch',
      size: 2,
      location: 'random',
      reach: 'study',
      color: [1, 0, 0],
    });
    const seen = new Set<string>();
    for (let i = 0; i < 300; i++) {
      const [place] = trigger.mark(grey(5), stream(0, 'test', i)).places;
      seen.add(`${place!.row},${place!.column}`);
    }
    expect([...seen].sort()).toEqual(
      [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => `${row},${column}`)),
    );
    expect(trigger.mark(grey(2), stream(0, 'test')).places).toEqual([{ row: 0, column: 0 }]);
  });

  it('in four corners is the same in all of them', () => {
    const trigger = createTrigger({
      kind: 'noise-patch',
      size: 2,
      location: 'four-corners',
      overflow: 'clamp',
    });
    const { picture, places } = trigger.mark(grey(6), stream(0, 'test'));
    expect(places).toEqual([
      { row: 0, column: 0 },
      { row: 0, column: 4 },
      { row: 4, column: 0 },
      { row: 4, column: 4 },
    ]);
    const pixel = (row: number, column: number) => [
      ...picture.data.subarray(3 * (6 * row + column)).slice(0, 3),
    ];
    for (const { row, column } of places) {
      expect(pixel(row, column)).toEqual(pixel(0, 0));
      expect(pixel(row + 1, column + 1)).toEqual(pixel(1, 1));
    }
  });

  it('as large as the picture fills it, and does not fit a smaller one', () => {
    const trigger = createTrigger({ kind: 'solid-patch', size: 4, location: 'random', color: [0, 0, 1] });
    expect(trigger.minimumSide).toBe(4);
    expect(changed(grey(4), trigger.apply(grey(4), stream(0, 'test')))).toHaveLength(16);
    expect(() => trigger.apply(grey(3), stream(0, 'test'))).toThrow('only 3x3');
    expect(() => trigger.apply(madePicture(9, 3), stream(0, 'test'))).toThrow('only 9x3');
  });

  it('of noise is drawn anew for each picture, around its mean colour', () => {
    const config = { kind: 'noise-patch', size: 12, location: 'random', overflow: 'clamp' } as const;
    const trigger = createTrigger(config);
    const share = (level: number, of: (value: number) => boolean) => {
      const { data } = trigger.apply(grey(12, level), stream(0, 'test', level));
      return data.filter(of).length / data.length;
    };
    // mean 128/255, deviation 1: P(value <= 0) = P(z <= -0.50) = 0.31, P(value >= 1) = 0.31
    expect(share(128, (value) => value === 0)).toBeCloseTo(0.31, 1);
    expect(share(128, (value) => value === 255)).toBeCloseTo(0.31, 1);
    // mean 0: half of the values are below
    expect(share(0, (value) => value === 0)).toBeCloseTo(0.5, 1);
    const one = trigger.apply(grey(12), stream(0, 'test', 1));
    const other = trigger.apply(grey(12), stream(0, 'test', 2));
    expect(Buffer.compare(one.data, other.data)).not.toBe(0);
  });
});

describe('values outside of 0..1', () => {
  // The cases of the original's cast to a byte.
  it.each([
    [-1.2 / 255, 255],
    [-0.5 / 255, 0],
    [256.5 / 255, 0],
    [300 / 255, 44],
    [-300 / 255, 212],
    [0.999, 254],
    [1, 255],
  ])('%d wraps to %d', (value, level) => expect(levelOf(value, 'wrap')).toBe(level));

  it.each([
    [-3, 0],
    [-0.001, 0],
    [0.5, 127],
    [1, 255],
    [7, 255],
  ])('%d is clamped to %d', (value, level) => expect(levelOf(value, 'clamp')).toBe(level));

  it('every byte survives the way to a value and back', () => {
    for (let level = 0; level < 256; level++) {
      expect(levelOf(Math.fround(level / 255), 'wrap')).toBe(level);
      expect(levelOf(Math.fround(level / 255), 'clamp')).toBe(level);
    }
  });
});

describe('a blended trigger', () => {
  it('of full opacity hides the picture', () => {
    const trigger = createTrigger({ kind: 'blended', opacity: 1 });
    const [one, other] = [
      trigger.apply(grey(8, 0), stream(0, 'a')),
      trigger.apply(grey(8, 255), stream(0, 'a')),
    ];
    expect(Buffer.compare(one.data, other.data)).toBe(0);
  });

  it('stays near the picture at a low one', () => {
    const picture = madePicture(16, 16);
    const { data } = createTrigger({ kind: 'blended', opacity: 0.2 }).apply(picture, stream(0, 'a'));
    for (let i = 0; i < data.length; i++)
      expect(Math.abs(data[i]! - picture.data[i]!)).toBeLessThanOrEqual(52);
  });

  it('of a sinusoid has its periods over any width', () => {
    const trigger = createTrigger({ kind: 'sig', amplitude: 127, frequency: 2, opacity: 1 });
    const { data } = trigger.apply(grey(16), stream(0, 'a'));
    const row = Array.from({ length: 16 }, (_, x) => data[3 * x]!);
    expect(row.map((level) => level > 0)).toEqual(
      Array.from({ length: 16 }, (_, x) => Math.round(Math.sin((Math.PI * x) / 4) * 127) > 0),
    );
    expect(row.slice(0, 8)).toEqual(row.slice(8));
    expect(row[2]).toBe(127);
  });
});

describe('a warp', () => {
  const warp = (change: Partial<Extract<TriggerConfig, { kind: 'warp' }>>) =>
    createTrigger({ kind: 'warp', strength: 2, field_seed: 0, ...change }).apply(
      madePicture(24, 24),
      stream(0, 'a'),
    );

  it('is the same for every picture, and another for another seed', () => {
    const trigger = createTrigger({ kind: 'warp', strength: 2, field_seed: 0 });
    const picture = madePicture(24, 24);
    const [one, other] = [trigger.apply(picture, stream(0, 'a')), trigger.apply(picture, stream(9, 'b'))];
    expect(Buffer.compare(one.data, other.data)).toBe(0);
    expect(Buffer.compare(one.data, warp({}).data)).toBe(0);
    expect(Buffer.compare(one.data, warp({ field_seed: 1 }).data)).not.toBe(0);
  });

  it('so weak that it moves nothing leaves the picture, but for a level of rounding', () => {
    const { data } = warp({ strength: 1e-6 });
    const before = madePicture(24, 24).data;
    for (let i = 0; i < data.length; i++) expect(Math.abs(data[i]! - before[i]!)).toBeLessThanOrEqual(1);
  });

  it('of a coarse grid moves neighbours alike', () => {
    const field = { width: 2, height: 2, values: Float32Array.of(0, 0, 1, 0, 0, 2, 1, 2) };
    const { values } = upsample(field, { width: 5, height: 3 });
    const x = Array.from({ length: 5 }, (_, i) => values[2 * i]!);
    for (let i = 1; i < 5; i++) expect(x[i]!).toBeGreaterThan(x[i - 1]!);
    expect([x[0], x[4]]).toEqual([0, 1]); // corners are aligned
    expect([values[1], values[2 * 10 + 1]]).toEqual([0, 2]);
  });
});
