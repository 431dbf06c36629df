import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifierWeights, prompts } from '../../../runtime/evaluate/classifier.js';
import { rankOf, ranks, topK } from '../../../runtime/evaluate/rank.js';
import { readSafetensors } from '../../../runtime/store/safetensors.js';
import { floats, ints, parityDir, record } from '../../support/parity.js';

const fixture = JSON.parse(readFileSync(join(parityDir(), 'zeroshot', 'zeroshot.json'), 'utf8')) as {
  classes: string[];
  templates: string[];
  prompts_of_first_class: string[];
  target_index: number;
  num_counted_for_asr: number;
  accuracy_clean: Record<string, number>;
  asr_triggered: Record<string, number>;
  asr_on_clean_images: Record<string, number>;
  accuracy_triggered_images: Record<string, number>;
  offline_script_clean: Record<string, number>;
};
const tensors = readSafetensors(join(parityDir(), 'zeroshot', 'zeroshot.safetensors'));
const classes = fixture.classes.length;
const dim = tensors.get('image_features_clean')!.shape[1]!;
const weights = classifierWeights(floats(tensors, 'text_features'), classes, fixture.templates.length, dim);

function scoresOf(name: string): Float32Array {
  const features = floats(tensors, name);
  const pictures = features.length / dim;
  const scores = new Float32Array(pictures * classes);
  for (let i = 0; i < pictures; i++)
    for (let c = 0; c < classes; c++) {
      let sum = 0;
      for (let d = 0; d < dim; d++) sum += features[i * dim + d]! * weights[c * dim + d]!;
      scores[i * classes + c] = sum;
    }
  return scores;
}

describe('the zero-shot classifier of the study', () => {
  const labels = ints(tensors, 'labels');

  it('has the prompts of the original', () => {
    expect(prompts(fixture.classes, fixture.templates).slice(0, fixture.templates.length)).toEqual(
      fixture.prompts_of_first_class,
    );
  });

  it('has the weights of the original within 1e-6', () => {
    const columns = floats(tensors, 'classifier_weights'); // [dim, classes]
    const expected = weights.map((_, i) => columns[(i % dim) * classes + Math.floor(i / dim)]!);
    expect(record('zeroshot', 'classifier weights', weights, expected, 1e-6).absolute).toBeLessThan(1e-6);
  });

  const numbersIn = (metrics: Record<string, number>) =>
    Object.keys(metrics).map((name) => Number(/top(\d+)/.exec(name)![1]));

  it.each(numbersIn(fixture.offline_script_clean))(
    "has the top-%i accuracy of the original's script",
    (k) => {
      const accuracy = topK(ranks(scoresOf('image_features_clean'), classes, labels), k);
      expect(100 * accuracy).toBeCloseTo(fixture.offline_script_clean[`top${k}_percent`]!, 10);
    },
  );

  for (const k of numbersIn(fixture.accuracy_clean)) {
    it(`has the top-${k} accuracy of the original exactly`, () => {
      expect(topK(ranks(scoresOf('image_features_clean'), classes, labels), k)).toBe(
        fixture.accuracy_clean[`zeroshot_top${k}`],
      );
      expect(topK(ranks(scoresOf('image_features_triggered'), classes, labels), k)).toBe(
        fixture.accuracy_triggered_images[`zeroshot_top${k}_images_with_trigger`],
      );
    });

    it(`has the top-${k} attack success rate of the original exactly`, () => {
      const rate = (name: string) => {
        const target = ranks(
          scoresOf(name),
          classes,
          labels.map(() => fixture.target_index),
        );
        const counted = target.filter((_, i) => labels[i] !== fixture.target_index);
        expect(counted.length).toBe(fixture.num_counted_for_asr);
        return topK(counted, k);
      };
      expect(rate('image_features_triggered')).toBe(fixture.asr_triggered[`asr_top${k}`]);
      expect(rate('image_features_clean')).toBe(fixture.asr_on_clean_images[`asr_top${k}`]);
    });
  }
});

describe('ranks', () => {
  it('puts the best class at 0 and decides ties by the lower index', () => {
    const scores = Float32Array.of(0.1, 0.9, 0.9, -1);
    expect([0, 1, 2, 3].map((c) => rankOf(scores, c))).toEqual([2, 0, 1, 3]);
  });

  it('are a permutation of the classes, whatever the scores', () => {
    fc.assert(
      fc.property(fc.float32Array({ minLength: 1, maxLength: 30, noNaN: true }), (scores) => {
        const all = Array.from(scores, (_, c) => rankOf(scores, c)).sort((a, b) => a - b);
        expect(all).toEqual(Array.from(scores, (_, c) => c));
      }),
    );
  });

  it('refuse scores that are not numbers, and shares of nothing', () => {
    expect(() => rankOf(Float32Array.of(NaN, 1), 0)).toThrow(RangeError);
    expect(() => topK([], 1)).toThrow('no pictures');
    expect(() => ranks(new Float32Array(5), 2, [0, 1])).toThrow('not 2 x 2');
  });

  it('count top-k as membership in the k best', () => {
    expect(topK([0, 1, 2, 9], 1)).toBe(0.25);
    expect(topK([0, 1, 2, 9], 3)).toBe(0.75);
  });
});

describe('class weights', () => {
  it('do not depend on the length of the features', () => {
    const base = Float32Array.of(1, 2, 3, 4, 4, 3, 2, 1);
    const scaled = base.map((value, i) => value * (i < 4 ? 10 : 0.1));
    const a = classifierWeights(base, 1, 2, 4);
    classifierWeights(scaled, 1, 2, 4).forEach((value, i) => expect(value).toBeCloseTo(a[i]!, 6));
    expect(Math.hypot(...a)).toBeCloseTo(1, 6);
  });

  it('refuse a wrong shape', () => {
    expect(() => classifierWeights(new Float32Array(7), 1, 2, 4)).toThrow('not 1 x 2 x 4');
  });

  it('fill every {} of a template', () => {
    expect(prompts(['cat'], ['a {} is a {}'])).toEqual(['a cat is a cat']);
  });
});
