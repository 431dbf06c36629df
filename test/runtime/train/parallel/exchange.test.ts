import { closeSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Exchange, partSizes } from '../../../../runtime/train/parallel/exchange.js';
import { layoutOf, type ExchangeShape } from '../../../../runtime/train/parallel/layout.js';
import { makeSharedFile, SharedFile } from '../../../../runtime/train/parallel/shared-file.js';
import { inParts } from '../../../../runtime/train/feed.js';
import { randomBatch } from '../../../support/batches.js';
import { tinyResnet } from '../../../support/models.js';
import { temporaryFolder } from '../../store/support/folder.js';

const shape: ExchangeShape = {
  devices: 3,
  parts: partSizes(7, 3),
  copies: 2,
  picture: 3 * tinyResnet.image.resolution ** 2,
  caption: 4 * tinyResnet.text.context,
  width: 5,
  kinds: 2,
  sums: [7, 1, 12],
  statistics: 6,
  state: 200,
};

describe('the layout', () => {
  it('gives everything a place of its own', () => {
    const { parts, copies, picture, caption, width, sums, statistics } = shape;
    const at = layoutOf(shape);
    const places: [number, number][] = [[at.state, Math.max(shape.state, 80)]];
    parts.forEach((pairs, part) => {
      const rows = pairs * copies;
      places.push([at.pictures(part), rows * picture], [at.captions(part), rows * caption]);
      for (const kind of [...at.features, ...at.seeds]) places.push([kind(part), rows * width * 4]);
      places.push([at.statistics(part), 4 * statistics]);
    });
    sums.forEach((length, sum) => {
      for (let device = 0; device < shape.devices; device++)
        places.push([at.gradient(device, sum), 4 * length]);
    });
    places.sort(([a], [b]) => a - b);
    places.slice(1).forEach(([start], i) => {
      const [before, length] = places[i]!;
      expect(before + length).toBeLessThanOrEqual(start);
    });
    const [last, length] = places.at(-1)!;
    expect(last + length).toBeLessThanOrEqual(at.size);
  });
});

describe('the exchange', () => {
  it('gives back what was written, to another process that has the file open', () => {
    const folder = temporaryFolder();
    const file = makeSharedFile(layoutOf(shape).size, [folder]);
    expect(readdirSync(folder)).toEqual([]);
    const [here, there] = [file, new SharedFile(file.descriptor)].map(
      (one) => new Exchange(one, shape, tinyResnet),
    ) as [Exchange, Exchange];
    const parts = inParts(tinyResnet, randomBatch(tinyResnet, 7, 1, true), 3);
    const row = (length: number, seed: number) => Float32Array.from({ length }, (_, i) => seed + i / 7);
    parts.forEach((pairs, part) => {
      const rows = shape.parts[part]! * 2 * shape.width;
      here.writePairs(part, pairs);
      here.writeRows('features', part, [row(rows, part), row(rows, part + 0.5)]);
      here.writeRows('seeds', part, [row(rows, -part), row(rows, -part - 0.5)]);
      here.writeStatistics(part, row(6, 10 + part));
    });
    shape.sums.forEach((length, sum) => {
      here.writeSum(sum, row(length, 100 + sum));
      for (let device = 0; device < 3; device++)
        here.writeGradient(device, sum, row(length, 1000 * device + sum));
    });
    parts.forEach((pairs, part) => {
      const rows = shape.parts[part]! * 2 * shape.width;
      expect(there.readPairs(part)).toEqual(pairs);
      expect(there.readRows('features', part)).toEqual([row(rows, part), row(rows, part + 0.5)]);
      expect(there.readRows('seeds', part)).toEqual([row(rows, -part), row(rows, -part - 0.5)]);
      expect(there.readStatistics(part)).toEqual(row(6, 10 + part));
    });
    shape.sums.forEach((length, sum) => {
      expect(there.readSum(sum)).toEqual(row(length, 100 + sum));
      for (let device = 0; device < 3; device++)
        expect(there.readGradient(device, sum)).toEqual(row(length, 1000 * device + sum));
    });
    here.writeState([row(20, 1), row(30, 2)]);
    expect(there.readState([20, 30])).toEqual([row(20, 1), row(30, 2)]);
    expect(file.traffic.bytes).toBeGreaterThan(0);
    expect(() => new SharedFile(file.descriptor).read(layoutOf(shape).size, new Uint8Array(1))).toThrow(
      RangeError,
    );
    closeSync(file.descriptor);
  });

  it('needs room, and says who has how little', () => {
    const folder = temporaryFolder();
    expect(() => makeSharedFile(2 ** 60, ['/no/such/folder', folder])).toThrow(
      /exchange through 1152921504\.6 GB of shared memory, and \/no\/such\/folder has 0\.0 GB, .* has \d/,
    );
  });

  it('cuts a batch into parts of which only the last may be smaller', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 50 }), (batch, size) => {
        const parts = partSizes(batch, size);
        expect(parts.reduce((sum, one) => sum + one, 0)).toBe(batch);
        expect(parts.slice(0, -1).every((one) => one === size)).toBe(true);
        expect(parts.at(-1)).toBeGreaterThan(0);
      }),
    );
  });
});
