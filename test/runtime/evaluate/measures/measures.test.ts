import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearProbe, studyProbe } from '../../../../runtime/evaluate/measures/linear-probe.js';
import {
  neighbourAccuracy,
  neighbourVotes,
  prototypeAccuracy,
  prototypes,
} from '../../../../runtime/evaluate/measures/neighbours.js';
import {
  highest,
  retrievalAttack,
  retrievalRecall,
  targetCaptions,
} from '../../../../runtime/evaluate/measures/retrieval.js';
import {
  clipScores,
  detectedAmong,
  detectionArea,
  modalityGap,
  spread,
} from '../../../../runtime/evaluate/measures/similarity.js';
import { superclassAccuracy } from '../../../../runtime/evaluate/measures/superclass.js';
import { stream } from '../../../../runtime/random/stream.js';

const scoresArbitrary = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 30 });

describe('the highest scores', () => {
  it('are best first, equal ones by number', () => {
    expect(highest(Float32Array.of(0.1, 0.9, 0.9, -1, 0.5), 3)).toEqual([1, 2, 4]);
    expect(highest(Float32Array.of(3), 5)).toEqual([0]);
  });

  it('are those of a sort, whatever the scores', () => {
    fc.assert(
      fc.property(scoresArbitrary, fc.integer({ min: 1, max: 35 }), (scores, k) => {
        const sorted = scores.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]! || a - b);
        expect(highest(Float32Array.from(scores), k)).toEqual(sorted.slice(0, k));
      }),
    );
  });
});

describe('retrieval', () => {
  it('counts own captions among the k best', () => {
    const scores = Float32Array.of(9, 1, 2, 5, 4, 3, 1, 2, 0); // own captions are 1st, 2nd and 3rd
    expect([1, 2, 3].map((k) => retrievalRecall(scores, 3, k))).toEqual([1 / 3, 2 / 3, 1]);
    expect(() => retrievalRecall(scores, 4, 1)).toThrow('not 4 x 4');
  });

  it('counts an attack as done by half of the k best, at least one', () => {
    const row = Float32Array.from({ length: 12 }, (_, i) => -i); // captions in order of their number
    const rate = (targets: number[], k: number) => retrievalAttack(row, 12, new Set(targets), k);
    expect(rate([0], 1)).toBe(1);
    expect(rate([1], 1)).toBe(0);
    expect([rate([4], 5), rate([3, 4], 5)]).toEqual([0, 1]);
    expect([rate([0, 1, 2, 3], 10), rate([0, 1, 2, 3, 9], 10)]).toEqual([0, 1]);
  });

  it('takes as the target’s captions those that name it and those closest to it', () => {
    const captions = ['a banana', 'a dog', 'bananas!', 'a lemon'];
    expect(targetCaptions(captions, 'banana', Float32Array.of(0, 0.1, 0, 0.9), 1)).toEqual(
      new Set([0, 2, 3]),
    );
    expect(targetCaptions(captions, 'banana', Float32Array.of(0, 0.1, 0, 0.9), 0)).toEqual(new Set([0, 2]));
  });
});

/** Points around a direction for each class. */
function clusters(classes: number, each: number, dim: number, noise: number, seed: number) {
  const random = stream(seed, 'points');
  const labels = Array.from({ length: classes * each }, (_, i) => i % classes);
  const features = Float32Array.from({ length: labels.length * dim }, (_, i) => {
    const on = i % dim === labels[Math.floor(i / dim)];
    return (on ? 1 : 0) + noise * random.normal();
  });
  return { features, labels, dim };
}

describe('readouts of picture embeddings', () => {
  const [train, test] = [clusters(4, 12, 8, 0.1, 1), clusters(4, 5, 8, 0.1, 2)];
  const nothing = { ...train, features: train.features.map((_, i) => Math.sin(i * i)) };

  it('find classes that are apart', () => {
    expect(neighbourAccuracy(train, test, 4, 5)).toBe(1);
    expect(prototypeAccuracy(train, test, 4)).toBe(1);
    expect(linearProbe(train, test, 4, { ...studyProbe, epochs: 40, lr: 0.05 }, 0)).toBe(1);
  });

  it('find nothing where there is nothing', () => {
    expect(neighbourAccuracy(nothing, test, 4, 5)).toBeLessThan(0.7);
    expect(prototypeAccuracy(nothing, test, 4)).toBeLessThan(0.8);
  });

  it('are the same with the same seed, bit for bit', () => {
    const hard = clusters(4, 9, 8, 0.9, 3);
    const once = (seed: number) => linearProbe(hard, test, 4, { ...studyProbe, epochs: 3 }, seed);
    expect(once(1)).toBe(once(1));
  });

  it('count the votes of the k nearest', () => {
    const line = { features: Float32Array.of(1, 0.9, 0.8, -1), labels: [0, 1, 1, 0], dim: 1 };
    const votes = neighbourVotes(line, Float32Array.of(1), 2, 3);
    expect([...votes].map(Math.round)).toEqual([1, 2]);
    const tie = neighbourVotes(line, Float32Array.of(1), 2, 2); // one vote each: the nearer decides
    expect(tie[0]).toBeGreaterThan(tie[1]!);
    expect([...neighbourVotes(line, Float32Array.of(1), 2, 99)].map(Math.round)).toEqual([2, 2]);
  });

  it('have prototypes that are the classes’ mean directions', () => {
    const made = prototypes({ features: Float32Array.of(3, 0, 0, 3, 0, -2), labels: [0, 0, 1], dim: 2 }, 3);
    [Math.SQRT1_2, Math.SQRT1_2, 0, -1, 0, 0].forEach((value, i) => expect(made[i]).toBeCloseTo(value, 6));
  });
});

describe('similarity', () => {
  it('is a hundred times the cosine of a pair', () => {
    const scores = clipScores(Float32Array.of(1, 0, 0.6, 0.8), Float32Array.of(0, 1, 0.6, 0.8), 2);
    expect([...scores].map(Math.round)).toEqual([0, 100]);
    expect(() => clipScores(Float32Array.of(1), Float32Array.of(1, 2), 1)).toThrow(RangeError);
  });

  it('has a mean and a deviation', () =>
    expect(spread([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({ mean: 5, std: 2 }));

  it('has a gap: the distance of the two centres', () => {
    expect(modalityGap(Float32Array.of(1, 0, 3, 0), Float32Array.of(0, 2, 0, 0), 2)).toBeCloseTo(
      Math.hypot(2, 1),
    );
    expect(modalityGap(Float32Array.of(1, 2), Float32Array.of(1, 2), 2)).toBe(0);
  });
});

describe('detection by similarity', () => {
  it('is sure where all poisoned pairs are above the clean ones, and none where they are alike', () => {
    expect(detectionArea([1, 2, 3], [4, 5])).toBe(1);
    expect(detectionArea([4, 5], [1, 2, 3])).toBe(0);
    expect(detectionArea([1, 1, 1], [1, 1])).toBe(0.5);
    expect(detectionArea([1, 3], [2, 4])).toBe(0.75);
  });

  it('is the share of pairs in the right order, whatever the scores', () => {
    fc.assert(
      fc.property(scoresArbitrary, scoresArbitrary, (clean, poisoned) => {
        let right = 0;
        for (const c of clean) for (const p of poisoned) right += p > c ? 1 : p === c ? 0.5 : 0;
        expect(detectionArea(clean, poisoned)).toBeCloseTo(right / (clean.length * poisoned.length), 9);
      }),
    );
  });

  it('counts what is removed with the highest scores', () => {
    expect(detectedAmong([1, 2, 3, 4, 5, 6, 7, 8], [9, 0], 0.1)).toBe(0.5);
    expect(detectedAmong([1, 2, 3, 4, 5, 6, 7, 8], [9, 0], 1)).toBe(1);
    expect(detectedAmong([5], [5], 0.5)).toBe(0); // of equal ones the clean one goes first
  });
});

describe('superclass accuracy', () => {
  it('takes a mistake inside a superclass for right, and leaves out classes without one', () => {
    const scores = Float32Array.of(9, 1, 0, 0, 0, 5, 1, 0, 0, 0, 0, 9); // best: 0, 1, 3
    expect(superclassAccuracy(scores, [1, 2, 3], [7, 7, 8, 8])).toBe(2 / 3);
    expect(superclassAccuracy(scores, [1, 2, 3], [7, 7, -1, 8])).toBe(1);
    expect(() => superclassAccuracy(scores, [0, 0, 0], [-1, 7, 8, 8])).toThrow('no picture');
  });
});
