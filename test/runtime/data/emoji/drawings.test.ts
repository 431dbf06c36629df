import { describe, expect, it } from 'vitest';
import { emojiCatalogue } from '../../../../runtime/data/emoji/catalogue.js';
import { drawingsOf, type SetName } from '../../../../runtime/data/emoji/drawings.js';
import { codepointKey, codepointsByName, slug } from '../../../../runtime/data/emoji/names.js';

const catalogue = emojiCatalogue();
const concrete = ['animals-nature', 'food-drink', 'travel-places', 'activities', 'objects'];

describe('the catalogue', () => {
  it('has 861 concrete things, each with a name of its own', () => {
    const things = catalogue.filter(({ group }) => concrete.includes(group));
    expect(things).toHaveLength(861);
    expect(new Set(catalogue.map(({ label }) => label)).size).toBe(catalogue.length);
    expect(new Set(catalogue.map(({ codepoint }) => codepoint)).size).toBe(catalogue.length);
  });

  it('knows what a banana is', () => {
    expect(catalogue.find(({ label }) => label === 'banana')).toEqual({
      codepoint: '1f34c',
      label: 'banana',
      group: 'food-drink',
      words: ['fruit', 'potassium', 'food', 'monkey', 'plant', 'plantain'],
    });
  });

  it('describes a thing by other words than its name', () => {
    for (const { label, words } of catalogue) {
      expect(words).not.toContain(label.toLowerCase());
      expect(new Set(words).size).toBe(words.length);
      for (const word of words) expect(word).toMatch(/\p{L}/u);
    }
  });
});

describe('drawings', () => {
  // How many of the 861 each set draws; fewer would be drawings that are lost, more would be wrong ones.
  const counts: [SetName, number][] = [
    ['noto', 861],
    ['noto-v1', 650],
    ['twemoji', 861],
    ['openmoji', 861],
    ['emojione', 651],
    ['emojione-v1', 559],
    ['fluent-emoji-flat', 853],
  ];
  it.each(counts)('of %s show %d concrete things', (set, count) => {
    const drawn = drawingsOf(set, catalogue).filter(({ emoji }) => concrete.includes(emoji.group));
    expect(drawn).toHaveLength(count);
    expect(new Set(drawn.map(({ emoji }) => emoji.codepoint)).size).toBe(count);
    expect(drawn.map(({ emoji }) => emoji.label)).toContain('banana');
  });

  it('are found under the names that emoji had before they were renamed', () => {
    const named = (set: SetName, label: string) =>
      drawingsOf(set, catalogue).find(({ emoji }) => emoji.label === label)?.name;
    expect(named('emojione', 'lion')).toBe('lion-face'); // through an alias of the set
    expect(named('noto-v1', 'bullseye')).toBe('direct-hit'); // through the list of renamed ones
    expect(named('emojione-v1', 'banana')).toBe('banana');
  });

  it('are not taken for what has their old name now', () => {
    const named = (set: SetName, label: string) =>
      drawingsOf(set, catalogue).find(({ emoji }) => emoji.label === label)?.name;
    expect(named('emojione', 'cricket game')).toBe('cricket-game');
    expect(named('emojione', 'cricket')).toBeUndefined();
  });
});

describe('names', () => {
  it.each([
    ['1F34C', '1f34c'],
    ['0023-FE0F-20E3', '23-20e3'],
    ['1F3F4-200D-2620-FE0F', '1f3f4-200d-2620'],
    ['2600', '2600'],
  ])('codepoint %s is %s', (hexcode, key) => expect(codepointKey(hexcode)).toBe(key));

  it.each([
    ['banana', 'banana'],
    ['Japanese “free of charge” button', 'japanese-free-of-charge-button'],
    ['woman’s hat', 'womans-hat'],
    ['flag: Côte d’Ivoire', 'flag-cote-divoire'],
    ['piñata', 'pinata'],
    ['one o’clock', 'one-oclock'],
  ])('label %s is %s', (label, name) => expect(slug(label)).toBe(name));

  it('of labels count before those of numbered sets', () => {
    const labels = new Map([['1', 'one']]);
    const names = codepointsByName(labels, [{ '00A9': 'one' }, { '00A9': 'copyright', 'FE0F-2': 'two' }]);
    expect(names.get('one')).toBe('1');
    expect(names.get('copyright')).toBe('a9');
    expect(names.get('two')).toBe('2');
  });
});
