import { describe, expect, it } from 'vitest';
import { initialize } from '../../../runtime/model/initialize.js';
import { float32Array, type NamedArrays } from '../../../runtime/store/array.js';
import { freshParameters, shrinkAndPerturb } from '../../../runtime/train/shrink-perturb.js';
import { differingArrays } from '../../support/arrays.js';
import { tinyResnet } from '../../support/models.js';
import { fixtureArrays, fixtureJson, floats, record } from '../../support/parity.js';

describe('shrink and perturb', () => {
  const fixture = fixtureJson<{
    readonly shrink_lambda: number;
    readonly perturb_lambda: number;
    readonly parameters: readonly string[];
    readonly buffers_unchanged: readonly string[];
  }>('shrink-perturb/shrink-perturb.json');
  const arrays = fixtureArrays('shrink-perturb/shrink-perturb.safetensors');
  const state = (prefix: string, names?: readonly string[]): NamedArrays =>
    new Map(
      [...arrays]
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, array]) => [name.slice(prefix.length), array] as const)
        .filter(([name]) => names?.includes(name) ?? true),
    );

  it('gives the weights of the original, and leaves statistics alone', () => {
    const trained = state('trained.');
    const mixed = shrinkAndPerturb(trained, state('fresh.', fixture.parameters), {
      shrink: fixture.shrink_lambda,
      perturb: fixture.perturb_lambda,
    });
    const expected = state('result.');
    expect(new Set(mixed.keys())).toEqual(new Set(trained.keys()));
    for (const name of fixture.parameters) {
      const given = floats(expected, name);
      const { relative } = record('shrink-perturb', 'weights', floats(mixed, name), given, 1e-6);
      expect([name, relative < 1e-6]).toEqual([name, true]);
    }
    const others = [...trained.keys()].filter((name) => !fixture.parameters.includes(name));
    expect(new Set(others)).toEqual(new Set(fixture.buffers_unchanged));
    for (const name of others) expect(mixed.get(name)).toBe(trained.get(name));
  });

  it('draws weights of its own, not those that a pre-training of the same seed began with', () => {
    const [fresh, began] = [freshParameters(tinyResnet, 3), initialize(tinyResnet, 3)];
    const drawn = [...fresh.keys()].filter((name) => /conv\d\.weight|projection|embedding/.test(name));
    expect(drawn.length).toBeGreaterThan(5);
    const differing = differingArrays(fresh, began);
    for (const name of drawn) expect(differing).toContain(name);
    expect(differingArrays(fresh, freshParameters(tinyResnet, 3))).toEqual([]);
    expect(fresh.has('visual.bn1.running_mean')).toBe(false);
  });

  it('does nothing with 1 and 0, and is fresh with 0 and 1', () => {
    const trained = new Map([
      ['a', float32Array(Float32Array.of(1, -2), [2])],
      ['optimizer.m.a', float32Array(Float32Array.of(5, 5), [2])],
    ]);
    const fresh = new Map([['a', float32Array(Float32Array.of(3, 4), [2])]]);
    expect(differingArrays(shrinkAndPerturb(trained, fresh, { shrink: 1, perturb: 0 }), trained)).toEqual([]);
    expect(floats(shrinkAndPerturb(trained, fresh, { shrink: 0, perturb: 1 }), 'a')).toEqual(
      Float32Array.of(3, 4),
    );
  });
});
