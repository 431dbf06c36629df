import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanCaption, fixText } from '../../../runtime/text/clean.js';

describe('repairing text as ftfy does', () => {
  // Expected values: ftfy 6.1.1 itself.
  const cases: readonly (readonly [string, string, string])[] = [
    ['UTF-8 read as Windows-1252', 'âœ” No problems', '✔ No problems'],
    ['the same twice', 'Ã¢Å“â€\u009d No problems', '✔ No problems'],
    ['a no-break space that became a plain one', 'voilÃ le travail', 'voilà le travail'],
    ['a word that is one letter', 'Ã la mode', 'à la mode'],
    ['a part of the text', 'naïve “â€œquotedâ€\u009d” façade', 'naïve ""quoted"" façade'],
    ['a lost byte', 'â€œ lost â€�', '" lost �'],
    ['control characters of Latin-1', 'x\u0085y', 'x…y'],
    ['Cyrillic', 'РџСЂРёРІРµС‚ РјРёСЂ', 'Привет мир'],
    ['MacRoman', '‚Äì √©t√© caf√©', '– été café'],
    ['surrogate halves in UTF-8', 'í\u00a0½í¸\u0080', '😀'],
    [
      'HTML references with a semicolon',
      '&amp; &hellip; &NTILDE; &notanentity; &amp',
      '& … Ñ &notanentity; &amp',
    ],
    ['no references beside a tag', '<b>&eacute;</b>', '<b>&eacute;</b>'],
    ['ligatures and widths', 'ﬂuﬃeﬆ Ｕﾀｰﾝ', 'fluffiest Uターン'],
    ['quotes', '\u201chere\u2019s a test\u201d', '"here\'s a test"'],
    ['line breaks and controls', 'a\r\nb\u2028c\x07\ufeff\x1b[36;44md', 'a\nb\ncd'],
    ['decomposed accents', 'Dvor\u030ca\u0301k', 'Dvořák'],
  ];
  for (const [what, broken, whole] of cases) it(`mends ${what}`, () => expect(fixText(broken)).toBe(whole));

  it('leaves true text alone', () => {
    for (const text of [
      'ÉCOLE',
      'GROẞE',
      'x²+y³=½',
      'São Paulo',
      'Αθήνα',
      'Łódź',
      '日本語',
      '🍌',
      'Straße – naïve',
    ]) {
      expect(fixText(text)).toBe(text);
    }
  });

  it('changes nothing when it is done again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const once = fixText(text);
        expect(fixText(once)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });
});

describe('cleaning a caption', () => {
  it('decodes references twice, squeezes white space and lower-cases', () => {
    expect(cleanCaption('  A &amp;lt;B&amp;gt;\t\n \u00a0C&copy ')).toBe('a <b> c©');
  });

  it('gives nothing for references to what is no character', () => {
    expect(cleanCaption('a&#11;b&#xFFFF;c&#xD800;d&#x80;')).toBe('abc�d€');
  });

  it('is the same for plain ASCII with and without the repairs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 40 }), (text) => {
        expect(cleanCaption(text)).toBe(cleanCaption(`${text}\ufeff`)); // a character that is dropped forces the long way
      }),
    );
  });
});
