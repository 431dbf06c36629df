import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPolicy, autoAugment } from '../../../../runtime/augment/autoaugment/autoaugment.js';
import { magnitudesFor } from '../../../../runtime/augment/autoaugment/magnitudes.js';
import { operations, type OperationName } from '../../../../runtime/augment/autoaugment/operations.js';
import { imagenetPolicy } from '../../../../runtime/augment/autoaugment/policy.js';
import type { Picture } from '../../../../runtime/data/dataset.js';
import { stream } from '../../../../runtime/random/stream.js';
import { madePicture } from '../../../support/pictures.js';

const names = Object.keys(operations) as OperationName[];
const pixels = (...levels: number[]): Picture => ({
  width: levels.length,
  height: 1,
  data: Uint8Array.from(levels.flatMap((level) => [level, level, level])),
});
const reds = ({ data }: Picture) => Array.from(data).filter((_, i) => i % 3 === 0);

describe('every operation', () => {
  it.each(names)('%s gives a picture of the same size and leaves the original alone', (name) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 9 }),
        fc.boolean(),
        (width, height, index, negative) => {
          const picture = madePicture(width, height, index);
          const before = Uint8Array.from(picture.data);
          const { values, signed } = magnitudesFor(width, height)[name];
          const magnitude = (values?.[index] ?? 0) * (signed && negative ? -1 : 1);
          const result = operations[name](picture, magnitude);
          expect([result.width, result.height, result.data.length]).toEqual([width, height, before.length]);
          expect(Buffer.compare(picture.data, before)).toBe(0);
        },
      ),
      { numRuns: 40 },
    );
  });

  // Posterize to 8 bits, solarize from 256 on, and no shear, shift, turn or enhancement change nothing.
  const neutral: Partial<Record<OperationName, number>> = { Posterize: 8, Solarize: 256 };
  const without = names.filter((name) => !['AutoContrast', 'Equalize', 'Invert'].includes(name));
  it.each(without)('%s of neutral strength changes nothing', (name) => {
    const picture = madePicture(9, 7);
    const result = operations[name](picture, neutral[name] ?? 0);
    expect(Buffer.compare(result.data, picture.data)).toBe(0);
  });
});

describe('known values', () => {
  it('of operations on levels', () => {
    expect(reds(operations.Invert(pixels(0, 1, 254, 255)))).toEqual([255, 254, 1, 0]);
    expect(reds(operations.Posterize(pixels(255, 127, 16, 15), 4))).toEqual([240, 112, 16, 0]);
    expect(reds(operations.Solarize(pixels(99, 100, 255), 100))).toEqual([99, 155, 0]);
    expect(reds(operations.AutoContrast(pixels(50, 100, 150)))).toEqual([0, 127, 255]);
    expect(reds(operations.AutoContrast(pixels(7, 7)))).toEqual([7, 7]);
    expect(reds(operations.Equalize(pixels(7, 7, 9)))).toEqual([7, 7, 9]); // too few pixels to equalize
  });

  it('of equalizing: equally frequent levels stay, crowded ones are spread', () => {
    const even = Array.from({ length: 512 }, (_, i) => i >> 1);
    expect(reds(operations.Equalize(pixels(...even)))).toEqual(even);
    const crowded = Array.from({ length: 1024 }, (_, i) => 100 + (i >> 8));
    // step = (1024 - 256) / 255 = 3; the table is (1 + pixels below) / 3
    expect([...new Set(reds(operations.Equalize(pixels(...crowded))))]).toEqual([0, 85, 171, 255]);
  });

  it('of enhancements', () => {
    expect(reds(operations.Brightness(pixels(100, 200), 0.5))).toEqual([150, 255]);
    expect(reds(operations.Brightness(pixels(100, 201), -0.5))).toEqual([50, 100]);
    expect(reds(operations.Contrast(pixels(100, 200), -1))).toEqual([150, 150]);
    const red: Picture = { width: 1, height: 1, data: Uint8Array.of(255, 0, 0) };
    expect([...operations.Color(red, -1).data]).toEqual([76, 76, 76]);
  });

  it('of movements: to the right, down, counter-clockwise; black comes in', () => {
    expect(reds(operations.TranslateX(pixels(1, 2, 3), 1.9))).toEqual([0, 1, 2]);
    expect(reds(operations.TranslateX(pixels(1, 2, 3), -1))).toEqual([2, 3, 0]);
    const square = { width: 2, height: 2, data: Uint8Array.of(1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4) };
    expect(reds(operations.TranslateY(square, 1))).toEqual([0, 0, 1, 2]);
    expect(reds(operations.Rotate(square, 90))).toEqual([2, 4, 1, 3]);
    expect(reds(operations.Rotate(square, 180))).toEqual([4, 3, 2, 1]);
  });
});

describe('the policy', () => {
  const picture = madePicture(16, 16);

  it('runs a step when its draw is not above the probability', () => {
    const never = applyPolicy(picture, { policy: 13, chances: [0.61, 1], negative: [false, false] });
    const equalized = operations.Equalize(picture);
    expect(Buffer.compare(never.data, equalized.data)).toBe(0);
    const both = applyPolicy(picture, { policy: 13, chances: [0.6, 1], negative: [false, false] });
    expect(Buffer.compare(both.data, operations.Equalize(operations.Invert(picture)).data)).toBe(0);
  });

  it('negates signed magnitudes only', () => {
    const draw = (negative: boolean) =>
      ({ policy: 10, chances: [0, 1], negative: [negative, negative] }) as const;
    const angle = magnitudesFor(16, 16).Rotate.values![8]!;
    expect(
      Buffer.compare(applyPolicy(picture, draw(true)).data, operations.Rotate(picture, -angle).data),
    ).toBe(0);
    expect(
      Buffer.compare(applyPolicy(picture, draw(false)).data, operations.Rotate(picture, angle).data),
    ).toBe(0);
    const solarized = (negative: boolean) =>
      applyPolicy(picture, { policy: 1, chances: [0, 1], negative: [negative, negative] });
    expect(Buffer.compare(solarized(true).data, solarized(false).data)).toBe(0);
  });

  it('draws every sub-policy alike', () => {
    const counts = new Array<number>(25).fill(0);
    for (let i = 0; i < 5000; i++) counts[stream(0, 'augment-image', 1, i).int(imagenetPolicy.length)]!++;
    for (const count of counts) expect(Math.abs(count - 200)).toBeLessThan(4.5 * Math.sqrt(200 * 0.96));
  });

  it('is a function of the stream', () => {
    const results = Array.from({ length: 40 }, (_, i) => autoAugment(picture, stream(0, 'test', i)));
    const again = Array.from({ length: 40 }, (_, i) => autoAugment(picture, stream(0, 'test', i)));
    expect(again).toEqual(results);
    expect(new Set(results.map(({ data }) => Buffer.from(data).toString('base64'))).size).toBeGreaterThan(20);
  });

  it('has 25 sub-policies', () => {
    expect(imagenetPolicy).toHaveLength(25);
    expect(() => applyPolicy(picture, { policy: 25, chances: [0, 0], negative: [false, false] })).toThrow(
      'of 25',
    );
  });
});
