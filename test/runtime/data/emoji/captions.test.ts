import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captionsOf } from '../../../../runtime/data/emoji/captions.js';
import type { Emoji } from '../../../../runtime/data/emoji/catalogue.js';
import { stream } from '../../../../runtime/random/stream.js';

const banana: Emoji = {
  codepoint: '1f34c',
  label: 'banana',
  group: 'food-drink',
  words: ['fruit', 'potassium', 'monkey'],
};

describe('captions', () => {
  it('all have the name, and no placeholder is left', () => {
    const captions = Array.from({ length: 200 }, (_, i) =>
      captionsOf(banana, 8, stream(0, 'test', i)),
    ).flat();
    for (const caption of captions) {
      expect(caption).toContain('banana');
      expect(caption).not.toMatch(/[{}]/);
    }
  });

  it('often use describing words, mostly not', () => {
    const captions = Array.from({ length: 500 }, (_, i) =>
      captionsOf(banana, 1, stream(0, 'test', i)),
    ).flat();
    const described = captions.filter((caption) => banana.words.some((word) => caption.includes(word)));
    expect(described.length).toBeGreaterThan(100);
    expect(described.length).toBeLessThan(200);
  });

  it('of one picture are distinct as long as there are enough', () => {
    expect(new Set(captionsOf(banana, 12, stream(0, 'test'))).size).toBe(12);
  });

  it('are as many as asked for, also of an emoji without describing words', () => {
    const any = fc.record({
      label: fc.string({ minLength: 1 }),
      words: fc.array(fc.string({ minLength: 1 }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 64 }), fc.nat(), ({ label, words }, count, seed) => {
        const captions = captionsOf({ ...banana, label, words }, count, stream(seed, 'test'));
        expect(captions).toHaveLength(count);
        for (const caption of captions) expect(caption).toContain(label);
      }),
      { numRuns: 50 },
    );
  });
});
