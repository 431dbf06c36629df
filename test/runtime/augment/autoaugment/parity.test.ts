import { describe, expect, it } from 'vitest';
import { applyPolicy } from '../../../../runtime/augment/autoaugment/autoaugment.js';
import { magnitudesFor } from '../../../../runtime/augment/autoaugment/magnitudes.js';
import { operations, type OperationName } from '../../../../runtime/augment/autoaugment/operations.js';
import { imagenetPolicy } from '../../../../runtime/augment/autoaugment/policy.js';
import { fixtureJson, record } from '../../../support/parity.js';
import { fixturePicture } from '../../../support/pictures.js';

interface Cases {
  readonly photo: string;
  readonly ops: readonly {
    readonly op: OperationName;
    readonly magnitude_index: number | null;
    readonly sign: number;
    readonly output: string;
  }[];
  readonly policies: readonly {
    readonly policy: number;
    readonly uniform_draws: [number, number];
    readonly sign_bits: [number, number];
    readonly output: string;
  }[];
}

interface Table {
  readonly image_size: [number, number];
  readonly magnitudes: Record<OperationName, { magnitudes: number[] | null; signed: boolean }>;
  readonly policies: readonly { op: OperationName; probability: number; magnitude_index: number | null }[][];
}

const cases = fixtureJson<Cases>('autoaugment/cases.json');
const table = fixtureJson<Table>('autoaugment/table.json');
const photo = await fixturePicture(`autoaugment/${cases.photo}`);
const expectedOf = (output: string) => fixturePicture(`autoaugment/${output}`);

describe('the table', () => {
  it('has the magnitudes of torchvision, to the last bit', () => {
    const magnitudes = magnitudesFor(...table.image_size);
    for (const [name, { magnitudes: values, signed }] of Object.entries(table.magnitudes)) {
      expect(magnitudes[name as OperationName], name).toEqual({ values, signed });
    }
    expect(Object.keys(magnitudes).sort()).toEqual(Object.keys(table.magnitudes).sort());
  });

  it('has the ImageNet policy', () => {
    expect(imagenetPolicy).toEqual(
      table.policies.map((steps) =>
        steps.map(({ op, probability, magnitude_index }) => [op, probability, magnitude_index]),
      ),
    );
  });
});

describe('each operation equals Pillow, byte for byte', () => {
  it.each(cases.ops)('$output', async ({ op, magnitude_index, sign, output }) => {
    const { values } = magnitudesFor(photo.width, photo.height)[op];
    const magnitude = magnitude_index === null ? 0 : sign * values![magnitude_index]!;
    const actual = operations[op](photo, magnitude);
    const expected = await expectedOf(output);
    expect(record('autoaugment', output, actual.data, expected.data, 0).absolute).toBe(0);
  });
});

describe('whole sub-policies with given draws equal torchvision, byte for byte', () => {
  it.each(cases.policies)('$output', async ({ policy, uniform_draws, sign_bits, output }) => {
    const negative: [boolean, boolean] = [sign_bits[0] === 0, sign_bits[1] === 0];
    const actual = applyPolicy(photo, { policy, chances: uniform_draws, negative });
    const expected = await expectedOf(output);
    expect(record('autoaugment', output, actual.data, expected.data, 0).absolute).toBe(0);
  });
});
