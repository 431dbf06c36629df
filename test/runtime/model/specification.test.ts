import { describe, expect, it } from 'vitest';
import type { Model } from '../../../schema/generated/resolved.js';
import { StageFailure } from '../../../runtime/execute/context.js';
import { clipSpec } from '../../../runtime/model/clip.js';
import { isDecayed } from '../../../runtime/model/parameter.js';
import { elements } from '../../../runtime/store/array.js';
import { fixtureModel } from '../../support/fixture-model.js';
import { rn50, smallResnet, vitB32 } from '../../support/models.js';
import { fixtureArrays, fixtureJson } from '../../support/parity.js';

interface Stats {
  readonly num_params: number;
  readonly num_params_decay: number;
  readonly parameters: readonly { name: string; shape: number[]; weight_decay: boolean }[];
  readonly buffers: readonly { name: string; shape: number[] }[];
}
const fixture = fixtureJson<Record<string, Stats>>('init/init-stats.json');
const models: Record<string, Model> = {
  RN50: rn50,
  'ViT-B/32': vitB32,
  'model-rn': fixtureModel('model-rn'),
};

for (const [name, model] of Object.entries(models)) {
  describe(`the parameters of ${name}`, () => {
    const { parameters, batchNorms } = clipSpec(model);
    const stats = fixture[name]!;

    it('have the names, order and shapes of the original', () => {
      expect(parameters.map(({ name, shape }) => [name, shape])).toEqual(
        stats.parameters.map(({ name, shape }) => [name, shape]),
      );
    });

    it('are decayed as in the original', () => {
      expect(parameters.map(({ name }) => [name, isDecayed(name)])).toEqual(
        stats.parameters.map(({ name, weight_decay }) => [name, weight_decay]),
      );
      const count = (decays: boolean) =>
        parameters
          .filter(({ name }) => isDecayed(name) || !decays)
          .reduce((sum, { shape }) => sum + elements(shape), 0);
      expect([count(false), count(true)]).toEqual([stats.num_params, stats.num_params_decay]);
    });

    it('come with the batch normalisations of the original', () => {
      const means = stats.buffers.filter(({ name }) => name.endsWith('.running_mean'));
      expect(batchNorms.map(({ name, channels }) => [`${name}.running_mean`, [channels]])).toEqual(
        means.map(({ name, shape }) => [name, shape]),
      );
    });
  });
}

describe('the small models', () => {
  for (const [name, model] of Object.entries({
    'model-rn': fixtureModel('model-rn'),
    'model-vit': fixtureModel('model-vit'),
  })) {
    it(`have the arrays of ${name}'s weight file, no more and no less`, () => {
      const { parameters, batchNorms } = clipSpec(model);
      const statistics = batchNorms.flatMap(({ name }) =>
        ['running_mean', 'running_var', 'num_batches_tracked'].map((kind) => `${name}.${kind}`),
      );
      const names = [...parameters.map(({ name }) => name), ...statistics].sort();
      expect(names).toEqual([...fixtureArrays(`${name}/weights.safetensors`).keys()].sort());
    });
  }
});

describe('a ModifiedResNet of any depth', () => {
  const ofStages = (stages: number): Model => ({
    ...smallResnet,
    image: { kind: 'resnet', layers: Array<number>(stages).fill(1), width: 8, resolution: 128 },
  });

  it('ends with width * 4 * 2^(stages - 1) channels on a map of resolution / 4 / 2^(stages - 1)', () => {
    for (const stages of [1, 2, 3, 4, 5, 6]) {
      const position = clipSpec(ofStages(stages)).parameters.find(
        ({ name }) => name === 'visual.attnpool.positional_embedding',
      )!;
      const side = 128 / 4 / 2 ** (stages - 1);
      expect(position.shape).toEqual([side * side + 1, 8 * 4 * 2 ** (stages - 1)]);
    }
  });
});

describe('numbers that do not fit each other', () => {
  const cases: Record<string, readonly [Partial<Model>, string]> = {
    'text heads': [{ text: { ...smallResnet.text, heads: 7 } }, '64 channels, which 7 heads do not divide'],
    'image heads': [
      { image: { kind: 'vit', layers: 1, width: 64, heads: 5, patch: 16, resolution: 64 } },
      "the image encoder's attention has 64 channels, which 5 heads",
    ],
    'pooling heads': [
      { image: { kind: 'resnet', layers: [1, 1], width: 10, heads: 3, resolution: 64 } },
      '80 channels, which 3 heads do not divide',
    ],
    'a resolution that the patches do not divide': [
      { image: { kind: 'vit', layers: 1, width: 64, patch: 16, resolution: 60 } },
      'a resolution of 60 px does not fit this image encoder: its patches are 16 px wide',
    ],
    'a resolution that the stages do not divide': [
      { image: { kind: 'resnet', layers: [1, 1, 1], width: 8, resolution: 40 } },
      'its 3 stages divide it by 16',
    ],
    'an odd width': [
      { image: { kind: 'resnet', layers: [1], width: 9, resolution: 40 } },
      'width of 9 is odd',
    ],
  };
  for (const [what, [change, message]] of Object.entries(cases)) {
    it(`are refused: ${what}`, () => {
      const build = () => clipSpec({ ...smallResnet, ...change });
      expect(build).toThrow(StageFailure);
      expect(build).toThrow(message);
    });
  }
});
