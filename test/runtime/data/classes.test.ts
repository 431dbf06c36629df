import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requireClass, selectClasses } from '../../../runtime/data/classes.js';
import { didYouMean } from '../../../runtime/data/suggest.js';

const names = Array.from({ length: 50 }, (_, i) => `class ${i}`);

describe('chosen classes', () => {
  it('are all of them without a selection', () => {
    expect([...selectClasses(names, undefined, 0)]).toEqual(names);
  });

  it('are as many as asked for, with those to include, whatever the order of the data', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 50 }), fc.nat(), fc.nat(), (count, seed, shift) => {
        const include = [names[7]!, names[31]!];
        const turned = names.map((_, i) => names[(i + shift) % 50]!);
        const kept = selectClasses(names, { count, include }, seed);
        expect(kept.size).toBe(count);
        for (const name of include) expect(kept.has(name)).toBe(true);
        expect([...selectClasses(turned, { count, include }, seed)].sort()).toEqual([...kept].sort());
      }),
      { numRuns: 30 },
    );
  });

  it('of a larger selection hold those of a smaller one', () => {
    const small = selectClasses(names, { count: 10, include: [] }, 4);
    const large = selectClasses(names, { count: 20, include: [] }, 4);
    for (const name of small) expect(large.has(name)).toBe(true);
  });

  it('agree between data sets that share classes', () => {
    const some = names.slice(0, 40);
    const ofSome = selectClasses(some, { count: 10, include: [] }, 4);
    const ofAll = selectClasses(names, { count: 10, include: [] }, 4);
    const missing = [...ofAll].filter((name) => some.includes(name) && !ofSome.has(name));
    expect(missing).toEqual([]);
  });

  it('are drawn evenly', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 400; seed++) {
      for (const name of selectClasses(names, { count: 10, include: [] }, seed)) {
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
    for (const name of names)
      expect(Math.abs((counts.get(name) ?? 0) - 80)).toBeLessThan(4.5 * Math.sqrt(64));
  });
});

describe('a name that is no class', () => {
  it('is told with the one that was meant, or with those that there are', () => {
    expect(() => requireClass('apple', ['apple'])).not.toThrow();
    expect(() => requireClass('aple', ['pear', 'apple'])).toThrow('"aple" is none of the 2 classes');
    const hint = (name: string, all: string[]) => {
      try {
        requireClass(name, all);
        return null;
      } catch (error) {
        return (error as { hint: string }).hint;
      }
    };
    expect(hint('Apple', ['pear', 'apple'])).toBe('did you mean "apple"?');
    expect(hint('zebra', names)).toMatch(/^the classes are class 0, .*, \.\.\.$/);
  });

  it.each([
    ['bananna', 'banana'],
    ['BANANA', 'banana'],
    ['banan', 'banana'],
    ['red aple', 'red apple'],
    ['b', null],
    ['kangaroo', null],
  ])('%s: %s is meant', (name, meant) => {
    expect(didYouMean(name, ['banana', 'red apple', 'grapes'])).toBe(meant);
  });
});
