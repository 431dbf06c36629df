import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeepPairs, PairFilter } from '../../../../schema/generated/resolved.js';
import type { Candidate, Entry, Listing } from '../../../../runtime/data/listing.js';
import { select, type Selection } from '../../../../runtime/data/select/select.js';

const load = (): never => {
  throw new Error('no picture is read');
};

/** Pairs with these captions, in pieces of three; an empty list of captions is a row that gives no pair. */
function listed(captions: readonly (readonly string[])[], files?: readonly string[]): Listing {
  const entries = captions.map((some, i): Entry =>
    some.length === 0
      ? { dropped: { row: i + 1, reason: 'empty caption' } }
      : { row: i + 1, id: String(i), captions: some, label: null, file: files?.[i] ?? String(i), load },
  );
  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- as a listing is
    async *batches() {
      for (let i = 0; i < entries.length; i += 3) yield entries.slice(i, i + 3);
    },
  };
}

async function outcome(listing: Listing, selection: Selection) {
  let left = 0;
  const pairs: Candidate[] = [];
  const dropped: Record<string, number> = {};
  for await (const batch of select(listing, selection, 'pictures', (count) => (left = count)).batches())
    for (const entry of batch)
      if ('dropped' in entry) dropped[entry.dropped.reason] = (dropped[entry.dropped.reason] ?? 0) + 1;
      else pairs.push(entry);
  return { pairs, ids: pairs.map(({ id }) => Number(id)), dropped, left };
}

const many = (count: number) => listed(Array.from({ length: count }, (_, i) => [`caption ${i}`]));
const kept = async (count: number, keep: Partial<KeepPairs>) =>
  (await outcome(many(count), { keep: { seed: 0, ...keep } })).ids;

const captions = fc.array(
  fc.array(
    fc.constantFrom('', '12', 'a', 'short', 'a longer caption', 'a longer caption', '富士山 富士山', '😀'),
    {
      maxLength: 3,
    },
  ),
  { maxLength: 40 },
);

describe('filters', () => {
  it.each<[PairFilter, string[][], Record<string, number>]>([
    [{ min_caption_length: 6 }, [['a longer caption']], { 'short caption': 2 }],
    [{ augmentable: true }, [['short'], ['a longer caption']], { 'caption without words': 1 }],
  ])('%j', async (filter, left, dropped) => {
    const found = await outcome(listed([['short'], ['a longer caption'], ['12']]), { filter });
    expect(found.pairs.map((pair) => pair.captions)).toEqual(left);
    expect(found.dropped).toEqual(dropped);
  });

  it('leave out captions, and the pair when none is left', async () => {
    const filter = { min_caption_length: 6, augmentable: true };
    const { pairs, dropped } = await outcome(
      listed([
        ['short', 'a longer caption', '1234567'],
        ['short', '1234567'],
      ]),
      { filter },
    );
    expect(pairs.map((pair) => pair.captions)).toEqual([['a longer caption']]);
    expect(dropped).toEqual({ 'caption without words': 1 });
  });

  it('count characters, not halves of them', async () => {
    const { ids } = await outcome(listed([['😀😀'], ['😀😀😀']]), { filter: { min_caption_length: 3 } });
    expect(ids).toEqual([1]);
  });

  it.each<[NonNullable<PairFilter['duplicates']>, number[]]>([
    ['pair', [0, 1, 2]],
    ['picture', [0, 2]],
    ['caption', [0, 1]],
  ])('keep the first of pairs with the same %s', async (duplicates, ids) => {
    const listing = listed([['x'], ['y'], ['x'], ['x']], ['a', 'a', 'b', 'a']);
    const found = await outcome(listing, { filter: { duplicates } });
    expect(found.ids).toEqual(ids);
    expect(found.dropped).toEqual({ [`duplicate ${duplicates}`]: 4 - ids.length });
  });

  it('account for every row: in = out + dropped + left out by keep', async () => {
    const filter = fc.record(
      {
        min_caption_length: fc.integer({ min: 1, max: 20 }),
        augmentable: fc.boolean(),
        duplicates: fc.constantFrom('pair', 'picture', 'caption'),
      },
      { requiredKeys: [] },
    );
    const property = fc.asyncProperty(
      captions,
      filter,
      fc.integer({ min: 1, max: 4 }),
      async (rows, given, of) => {
        let total = 0;
        for (let part = 1; part <= of; part++) {
          const selection = { filter: given, keep: { seed: 0, part, of } } as Selection;
          const { ids, dropped, left } = await outcome(listed(rows), selection);
          const lost = Object.values(dropped).reduce((sum, count) => sum + count, 0);
          expect(ids.length + lost + left).toBe(rows.length);
          total += ids.length;
        }
        // The parts are all of it.
        expect(total).toBe((await outcome(listed(rows), { filter: given })).ids.length);
      },
    );
    await fc.assert(property, { numRuns: 50 });
  });
});

describe('keep', () => {
  it('takes the first, the last, a part, or some at random, in their order', async () => {
    expect(await kept(10, { first: 3 })).toEqual([0, 1, 2]);
    expect(await kept(10, { last: 3 })).toEqual([7, 8, 9]);
    expect(await kept(10, { part: 2, of: 3 })).toEqual([3, 4, 5]);
    const drawn = await kept(1000, { random: 100 });
    expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b));
    expect(drawn).toHaveLength(100);
    expect(drawn.filter((i) => i < 500).length).toBeGreaterThan(25);
  });

  it('draws by the seed alone', async () => {
    expect(await kept(100, { random: 10, seed: 1 })).toEqual(await kept(100, { random: 10, seed: 1 }));
    expect(await kept(100, { random: 10, seed: 1 })).not.toEqual(await kept(100, { random: 10, seed: 2 }));
  });

  it('counts the pairs that pass the filter', async () => {
    const listing = listed([['x'], ['long enough'], [], ['long enough'], ['long enough'], ['x']]);
    const selection = { filter: { min_caption_length: 5 }, keep: { seed: 0, last: 2 } };
    expect(await outcome(listing, selection)).toMatchObject({
      ids: [3, 4],
      dropped: { 'short caption': 2, 'empty caption': 1 },
      left: 1,
    });
  });

  it('looks at no more than it must for the first ones', async () => {
    const endless: Listing = {
      // eslint-disable-next-line @typescript-eslint/require-await -- as a listing is
      async *batches() {
        for (let i = 0; ; i++) yield [{ row: i, id: `${i}`, captions: ['x'], label: null, file: '', load }];
      },
    };
    expect((await outcome(endless, { keep: { seed: 0, first: 5 } })).ids).toEqual([0, 1, 2, 3, 4]);
  });

  it.each([{ first: 11 }, { last: 11 }, { random: 11 }])('%j of ten is a failure', async (keep) => {
    const [way] = Object.keys(keep);
    await expect(kept(10, keep)).rejects.toMatchObject({
      name: 'StageFailure',
      message: '11 pairs of pictures are to be kept, but it has only 10 that can be',
      hint: `set keep.${way} to at most 10`,
    });
  });
});
