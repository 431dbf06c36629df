import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affinities, squaredDistances } from '../../../report/projection/affinities.js';
import { pca } from '../../../report/projection/pca.js';
import { project } from '../../../report/projection/project.js';
import { tsne } from '../../../report/projection/tsne.js';
import { stream } from '../../../runtime/random/stream.js';

/** What scikit-learn finds for 60 points in three clusters. */
const known = JSON.parse(readFileSync('test/fixtures/projection/scikit-learn.json', 'utf8')) as {
  rows: number[][];
  pca: { variance_ratio: number[]; components: number[][]; scores: number[][] };
  tsne: {
    perplexity: number;
    affinities_of_row_0: number[];
    affinities_of_row_42: number[];
    kl_divergence: number;
  };
};
const rows = Float32Array.from(known.rows.flat());
const dim = known.rows[0]!.length;

const largestDifference = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i]!)));

describe('principal components', () => {
  it('are those of scikit-learn, but for the sign', () => {
    const { components, shares, scores } = pca(known.rows.flat(), dim, 3);
    expect(largestDifference(shares, known.pca.variance_ratio)).toBeLessThan(1e-9);
    for (const [c, wanted] of known.pca.components.entries()) {
      const own = components.slice(c * dim, (c + 1) * dim);
      const sign = Math.sign(own.reduce((sum, value, d) => sum + value * wanted[d]!, 0));
      expect(largestDifference(own, wanted.map((value) => sign * value))).toBeLessThan(1e-8); // prettier-ignore
      if (c < 2) {
        const places = known.pca.scores.map((score) => sign * score[c]!);
        expect(largestDifference(places.map((_, i) => scores[3 * i + c]!), places)).toBeLessThan(1e-6); // prettier-ignore
      }
    }
  });

  it('of a diagonal are its axes, each with its largest entry positive', () => {
    const diagonal = [3, 0, 0, -3, 0, 0, 0, 0, 2, 0, 0, -2, 0, 1, 0, 0, -1, 0];
    const { components, shares } = pca(diagonal, 3);
    expect(largestDifference(components, [1, 0, 0, 0, 0, 1])).toBeLessThan(1e-9);
    expect(largestDifference(shares, [18 / 28, 8 / 28])).toBeLessThan(1e-12);
  });

  it('are orthonormal, and no other two directions hold more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 3, max: 30 }), fc.integer({ min: 2, max: 12 }), (seed, n, d) => {
        const random = stream(seed, 'test');
        const x = Array.from({ length: n * d }, () => random.normal());
        const { components, shares } = pca(x, d);
        const of = (a: number, b: number) => Array.from({ length: d }, (_, k) => components[a * d + k]! * components[b * d + k]!).reduce((s, v) => s + v, 0);
        expect(of(0, 0)).toBeCloseTo(1, 9);
        expect(of(1, 1)).toBeCloseTo(1, 9);
        expect(Math.abs(of(0, 1))).toBeLessThan(1e-9);
        expect(shares[0]).toBeGreaterThanOrEqual(shares[1]! - 1e-12);
        const all = pca(x, d, d).shares;
        expect(all.reduce((s, v) => s + v, 0)).toBeCloseTo(1, 9);
        expect(Math.max(...all.slice(2), 0)).toBeLessThanOrEqual(shares[1]! + 1e-9);
      }),
      { numRuns: 40 },
    ); // prettier-ignore
  });

  it('of equal rows, of two rows and of one dimension are no failure', () => {
    expect([...pca([1, 2, 1, 2, 1, 2], 2).scores]).toEqual([0, 0, 0, 0, 0, 0]);
    const two = pca([0, 0, 0, 3, 4, 0], 3);
    expect(Math.abs(two.scores[0]!)).toBeCloseTo(2.5, 9);
    expect(two.shares[0]).toBeCloseTo(1, 9);
    expect([...pca([1, 2, 3], 1).scores].map(Math.abs)).toEqual([1, 0, 0, 0, 1, 0]);
  });
});

describe('the affinities of t-SNE', () => {
  const p = affinities(squaredDistances(known.rows.flat(), dim), known.tsne.perplexity);
  const n = known.rows.length;

  it('are those of scikit-learn', () => {
    expect(largestDifference(p.slice(0, n), known.tsne.affinities_of_row_0)).toBeLessThan(1e-6);
    expect(largestDifference(p.slice(42 * n, 43 * n), known.tsne.affinities_of_row_42)).toBeLessThan(1e-6);
  });

  it('sum to 1, are symmetric, and none is of a row with itself', () => {
    expect(p.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
    for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) expect(p[i * n + j]).toBe(p[j * n + i]);
    for (let i = 0; i < n; i++) expect(p[i * n + i]).toBe(0);
  });

  it('are numbers for equal rows, far rows, and fewer rows than the perplexity', () => {
    for (const x of [[0, 0, 0, 0], [0, 0, 1e-9, 1e6], [1, 2]]) {
      const found = affinities(squaredDistances(x, 1), 30);
      expect(found.every(Number.isFinite)).toBe(true);
      expect(found.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
    } // prettier-ignore
  });
});

describe('t-SNE', () => {
  const options = { perplexity: known.tsne.perplexity, iterations: 1000 };
  const done = tsne(known.rows.flat(), dim, options);

  it('comes as near as scikit-learn does', () => {
    expect(Math.abs(done.divergence - known.tsne.kl_divergence)).toBeLessThan(0.1 * known.tsne.kl_divergence);
  });

  it('keeps the three clusters apart: the nearest neighbour of each point is of its own', () => {
    const distances = squaredDistances(done.places, 2);
    const n = known.rows.length;
    for (let i = 0; i < n; i++) {
      const row = Array.from(distances.slice(i * n, (i + 1) * n), (d, j) => (j === i ? Infinity : d));
      const nearest = row.indexOf(Math.min(...row));
      expect(Math.floor(nearest / 20)).toBe(Math.floor(i / 20));
    }
  });

  it('comes nearer with more steps, once nothing is exaggerated any more', () => {
    const after = (iterations: number) => tsne(known.rows.flat(), dim, { ...options, iterations }).divergence;
    expect(after(300)).toBeLessThan(after(250));
    expect(done.divergence).toBeLessThanOrEqual(after(300) + 1e-6);
  });

  it('is the same again, and another with another seed', () => {
    const at = (seed?: number) => [
      ...tsne(known.rows.flat(), dim, { ...options, iterations: 260, seed }).places,
    ];
    expect(at()).toEqual(at());
    expect(at(1)).toEqual(at(1));
    expect(at(1)).not.toEqual(at(2));
  });

  it('of equal rows is no failure', () => {
    const { places } = tsne([1, 1, 1, 1, 1, 1], 2, { perplexity: 30, iterations: 260 });
    expect(places.every(Number.isFinite)).toBe(true);
  });
});

describe('project', () => {
  it('says what the projection holds, and finds it in the cache', () => {
    const first = project(rows, dim, { method: 'pca' });
    expect(first.note).toBe('78.4 % and 15.5 % of the variance');
    expect(first.places).toHaveLength(120);
    expect(project(rows, dim, { method: 'pca' })).toEqual(first);
    const near = project(rows, dim, { method: 't-sne', perplexity: 10, iterations: 300 });
    expect(near.note).toMatch(/^divergence \d\.\d{3}$/);
    expect(near.places).not.toEqual(first.places);
  });
});
