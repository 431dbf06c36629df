import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenizer } from '../../../runtime/text/tokenizer.js';
import { fixtureArrays, fixtureJson, ints, record } from '../../support/parity.js';

const full = createTokenizer(49408);

interface Caption {
  readonly text: string;
  readonly category: string;
  readonly ids: readonly number[];
}
const { captions, context_length: context } = fixtureJson<{
  readonly captions: readonly Caption[];
  readonly context_length: number;
}>('tokenizer/captions.json');
const study = { context, truncation: 'cut' } as const;

describe("CLIP's tokenizer", () => {
  for (const category of new Set(captions.map((caption) => caption.category))) {
    const chosen = captions.filter((caption) => caption.category === category);
    it(`gives the ids of the original for all ${chosen.length} captions of kind "${category}"`, () => {
      for (const { text, ids } of chosen)
        expect([text, [...full.tokens(text).slice(0, context)]]).toEqual([text, [...ids]]);
    });
  }

  it('lays them out as the original does, without the end of a caption that is cut', () => {
    const ids = full.encodeAll(
      captions.map(({ text }) => text),
      study,
    );
    const expected = ints(fixtureArrays('tokenizer/input_ids.safetensors'), 'input_ids');
    expect(record('tokenizer', `ids of ${captions.length} captions`, ids, expected, 0).absolute).toBe(0);
  });

  it('keeps the end token of a long caption when asked to', () => {
    const long = 'a dog '.repeat(50);
    const [kept, cut] = (['keep-end', 'cut'] as const).map((truncation) =>
      full.encode(long, { context: 8, truncation }),
    );
    expect([...kept!]).toEqual([49406, 320, 1929, 320, 1929, 320, 1929, 49407]);
    expect([...cut!]).toEqual([49406, 320, 1929, 320, 1929, 320, 1929, 320]);
  });

  it('keeps a caption that just fits', () => {
    for (const truncation of ['keep-end', 'cut'] as const) {
      expect([...full.encode('a dog', { context: 4, truncation })]).toEqual([49406, 320, 1929, 49407]);
      expect([...full.encode('a dog', { context: 5, truncation })]).toEqual([49406, 320, 1929, 49407, 0]);
    }
  });
});

describe('a smaller vocabulary', () => {
  const small = createTokenizer(1000);

  it('has its special tokens at its end', () => {
    expect([small.size, small.start, small.end]).toEqual([1000, 998, 999]);
    expect([...small.tokens('')]).toEqual([998, 999]);
  });

  it('uses the first merges only: ids that both vocabularies share mean the same', () => {
    expect([...small.tokens('in the')].slice(1, -1)).toEqual([...full.tokens('in the')].slice(1, -1));
    expect([...small.tokens('banana')].every((id) => id < 1000)).toBe(true);
    expect(small.tokens('banana').length).toBeGreaterThan(full.tokens('banana').length);
  });

  it('may have no merges at all: then the tokens are bytes', () => {
    const bytes = createTokenizer(514);
    const a = 'a'.charCodeAt(0) - '!'.charCodeAt(0);
    expect([...bytes.tokens('aaa b')]).toEqual([512, a, a, 256 + a, 256 + a + 1, 513]);
  });
});

describe('any text', () => {
  it('gives ids of the vocabulary, once start and end each at its end, in a fixed length', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 3, max: 40 }),
        (text, context) => {
          const tokens = full.tokens(text);
          expect(tokens[0]).toBe(full.start);
          expect(tokens.at(-1)).toBe(full.end);
          expect(tokens.every((id) => id < full.size)).toBe(true);
          const ids = full.encode(text, { context, truncation: 'keep-end' });
          expect(ids.length).toBe(context);
          expect(ids.indexOf(full.end)).toBe(Math.min(tokens.length, context) - 1);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('gives the same ids in any company and any order', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 20 }), { maxLength: 5 }), (texts) => {
        const layout = { context: 16, truncation: 'keep-end' } as const;
        const together = full.encodeAll(texts, layout);
        texts.forEach((text, i) => {
          expect(together.subarray(i * 16, (i + 1) * 16)).toEqual(createdAgain.encode(text, layout));
        });
      }),
      { numRuns: 50 },
    );
  });
});

const createdAgain = createTokenizer(49408);
