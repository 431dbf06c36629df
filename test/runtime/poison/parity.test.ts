import { describe, expect, it } from 'vitest';
import { squash } from '../../../runtime/data/picture/geometry.js';
import { createTrigger } from '../../../runtime/poison/create-trigger.js';
import { drawPlaces } from '../../../runtime/poison/location.js';
import { paintBlended } from '../../../runtime/poison/triggers/blended.js';
import { paintNoisePatch } from '../../../runtime/poison/triggers/noise-patch.js';
import { sampleBilinear, samplingGrid } from '../../../runtime/poison/triggers/warp-field.js';
import { stream } from '../../../runtime/random/stream.js';
import type { Picture } from '../../../runtime/data/dataset.js';
import { fixtureArrays, fixtureJson, floats, record } from '../../support/parity.js';
import { difference, fixturePicture } from '../../support/pictures.js';

interface Case {
  readonly id: number;
  readonly photo: string;
  readonly patch_type: 'random' | 'yellow' | 'blended' | 'SIG' | 'warped';
  readonly patch_location: 'random' | 'four_corners' | 'blended';
  readonly patch_size: number;
  readonly output: string;
  readonly row?: number;
  readonly col?: number;
}

const cases = fixtureJson<Case[]>('triggers/cases.json');
const noise = fixtureArrays('triggers/noise.safetensors');
const any = stream(0, 'not used');
const [, height, width] = noise.get('warp.noise_grid')!.shape as [number, number, number, number];
const grid = samplingGrid({ width, height, values: floats(noise, 'warp.noise_grid') }, 0.6);

/** [channels, height, width] -> [height, width, channels]. */
function channelsLast(values: Float32Array, channels: number): Float32Array {
  const pixels = values.length / channels;
  return values.map((_, i) => values[(i % channels) * pixels + Math.floor(i / channels)]!);
}

function placesOf({ patch_location, patch_size, row, col }: Case, picture: Picture) {
  if (patch_location === 'four_corners') return drawPlaces('four-corners', patch_size, picture, any);
  return [{ row: row!, column: col! }];
}

/** The picture that the fixture's own draws give. */
function poison(test: Case, picture: Picture): Picture {
  const { id, patch_type, patch_size: size } = test;
  switch (patch_type) {
    case 'random': {
      const draw = {
        noise: channelsLast(floats(noise, `${id}.standard_normal`), 3),
        places: placesOf(test, picture),
      };
      return paintNoisePatch(picture, draw, size, 'wrap', [...floats(noise, `${id}.channel_means`)]);
    }
    case 'yellow': {
      const location = test.patch_location === 'four_corners' ? 'four-corners' : 'random';
      const trigger = createTrigger({ kind: 'solid-patch', size, location, color: [1, 1, 0] });
      const steered = { ...any, int: (n: number) => (n === picture.height - size + 1 ? fromFixture() : 0) };
      const rest = [test.row!, test.col!];
      const fromFixture = () => rest.shift()!;
      return trigger.apply(picture, steered);
    }
    case 'blended':
      return paintBlended(picture, channelsLast(floats(noise, `${id}.uniform`), 3), 0.2);
    case 'SIG':
      return createTrigger({ kind: 'sig', amplitude: 60, frequency: 6, opacity: 0.2 }).apply(picture, any);
    case 'warped': {
      return sampleBilinear(picture, grid);
    }
  }
}

it('a warp samples where the original does', () => {
  const first = floats(noise, 'warp.sampling_grid_rows0_7');
  const { absolute } = record(
    'triggers',
    'sampling grid',
    grid.values.subarray(0, first.length),
    first,
    1e-6,
  );
  expect(absolute).toBeLessThan(1e-6);
});

describe('triggers, given the random numbers of the original', () => {
  it.each(cases)('$output', async (test) => {
    const photo = await fixturePicture(`triggers/${test.photo}`);
    const expected = await fixturePicture(`triggers/${test.output}`);
    const actual = poison(test, squash(photo, width));
    const { bytes, levels } = difference(actual, expected);
    record('triggers', test.output, actual.data, expected.data, test.patch_type === 'warped' ? 1 : 0);
    if (test.patch_type === 'warped') {
      expect(levels).toBeLessThanOrEqual(1);
      expect(bytes).toBeLessThanOrEqual(0.001 * expected.data.length);
    } else {
      expect(bytes).toBe(0);
    }
  });
});
