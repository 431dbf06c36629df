import { describe, expect, it } from 'vitest';
import type { Model } from '../../../schema/generated/resolved.js';
import { initialize } from '../../../runtime/model/initialize.js';
import { asFloat32, elements, roundToHalf } from '../../../runtime/store/array.js';
import { differingArrays, expectSameArrays } from '../../support/arrays.js';
import { fixtureModel } from '../../support/fixture-model.js';
import { tinyResnet, vitB32 } from '../../support/models.js';
import { fixtureJson } from '../../support/parity.js';

interface Stats {
  readonly parameters: readonly {
    name: string;
    shape: number[];
    mean: number;
    std: number;
    min: number;
    max: number;
  }[];
}
const fixture = fixtureJson<Record<string, Stats>>('init/init-stats.json');

function statistics(values: Float32Array) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return {
    mean,
    std: Math.sqrt(variance),
    peak: values.reduce((peak, value) => Math.max(peak, Math.abs(value)), 0),
  };
}

/** The image encoder of OpenAI's ViT-B/32, one block deep. */
const shallowVit: Model = {
  ...vitB32,
  image: { kind: 'vit', layers: 1, width: 768, patch: 32, resolution: 224 },
  text: tinyResnet.text,
};

describe('fresh weights', () => {
  for (const [name, model, part] of [
    ['model-rn', fixtureModel('model-rn'), ''],
    ['ViT-B/32', shallowVit, 'visual.'],
  ] as const) {
    it(`are spread as those of the original: ${name}`, () => {
      const weights = initialize(model, 0);
      let compared = 0;
      for (const expected of fixture[name]!.parameters) {
        const array = weights.get(expected.name);
        if (
          !array ||
          !expected.name.startsWith(part) ||
          (elements(expected.shape) <= 1000 && expected.std !== 0)
        )
          continue;
        const { mean, std, peak } = statistics(asFloat32(array));
        if (expected.std === 0) {
          expect([expected.name, mean, std]).toEqual([expected.name, Math.fround(expected.mean), 0]);
        } else {
          // Two draws of n normal numbers differ by 1 / sqrt(n) of their deviation, typically.
          const share = Math.max(0.05, 4 / Math.sqrt(elements(expected.shape)));
          expect([expected.name, Math.abs(std / expected.std - 1) < share]).toEqual([expected.name, true]);
          // A uniform distribution ends at 1.73 standard deviations, a normal one goes on.
          expect([expected.name, peak / std < 2]).toEqual([expected.name, expected.max / expected.std < 2]);
        }
        compared++;
      }
      expect(compared).toBeGreaterThan(part ? 12 : 80);
    });
  }

  it('are the same for the same seed and others for another', () => {
    expectSameArrays(initialize(tinyResnet, 7), initialize(tinyResnet, 7));
    const differing = differingArrays(initialize(tinyResnet, 7), initialize(tinyResnet, 8));
    expect(differing).toContain('visual.conv1.weight');
    expect(differing).toContain('token_embedding.weight');
    expect(differing).not.toContain('logit_scale');
  });

  it('depend on their own shape alone: another text encoder leaves the image encoder as it is', () => {
    const other = { ...tinyResnet, text: { ...tinyResnet.text, layers: 3, vocabulary: 700 } };
    const differing = differingArrays(initialize(tinyResnet, 1), initialize(other, 1));
    expect(differing.filter((name) => name.startsWith('visual.'))).toEqual([]);
  });

  it("are rounded to half precision as the study's loader rounds them, when asked to", () => {
    const exact = initialize(tinyResnet, 3);
    const rounded = initialize({ ...tinyResnet, init: { ...tinyResnet.init, round_to_fp16: true } }, 3);
    const isHalf = (name: string) =>
      asFloat32(rounded.get(name)!).every((value) => roundToHalf(value) === value);
    for (const name of ['visual.conv1.weight', 'text_projection', 'visual.attnpool.q_proj.weight']) {
      expect([name, isHalf(name)]).toEqual([name, true]);
      expect(asFloat32(rounded.get(name)!)).toEqual(asFloat32(exact.get(name)!).map(roundToHalf));
    }
    for (const name of [
      'token_embedding.weight',
      'positional_embedding',
      'visual.attnpool.positional_embedding',
    ]) {
      expect(asFloat32(rounded.get(name)!)).toEqual(asFloat32(exact.get(name)!));
    }
  });

  it('start with the logit scale and statistics that are written in the model', () => {
    const weights = initialize({ ...tinyResnet, init: { logit_scale: 1.5, round_to_fp16: false } }, 0);
    expect([...asFloat32(weights.get('logit_scale')!)]).toEqual([1.5]);
    expect([...asFloat32(weights.get('visual.bn1.running_var')!)]).toEqual([1, 1, 1, 1]);
    expect([...asFloat32(weights.get('visual.layer1.0.bn3.weight')!)].every((value) => value === 0)).toBe(
      true,
    );
  });
});
