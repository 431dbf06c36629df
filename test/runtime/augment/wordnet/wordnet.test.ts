import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainLemma, readDictionary } from '../../../../runtime/augment/wordnet/dictionary.js';
import { openThesaurus } from '../../../../runtime/augment/wordnet/load.js';
import { baseForms, loadExceptions } from '../../../../runtime/augment/wordnet/morphology.js';
import { wordNetThesaurus } from '../../../../runtime/augment/wordnet/thesaurus.js';
import { useTestCache } from '../../../support/cache.js';
import { filesUnder } from '../../../support/files.js';
import { temporaryFolder } from '../../../support/stage.js';

describe('a dictionary', () => {
  it('is read in the format of WordNet: licence, offsets, hexadecimal counts, glosses', () => {
    const folder = temporaryFolder();
    const words = Array.from({ length: 16 }, (_, i) => `word_${String.fromCharCode(97 + i)} 0`).join(' ');
    const sets = [
      '  1 This is the licence',
      '00000100 05 n 02 cat 0 true_cat 0 001 @ 00000200 n 0000 | a feline; "the cat | sat"  ',
      `00000200 05 n 10 ${words} 000 | sixteen words  `,
      '00000300 05 s 01 galore(ip) 0 000 | in abundance  ',
    ];
    const index = [
      '  1 This is the licence',
      'cat n 2 1 @ 2 1 00000100 00000200  ',
      'galore n 1 0 1 0 00000300  ',
      'true_cat n 1 1 @ 1 0 00000100  ',
    ];
    writeFileSync(join(folder, 'data.noun'), `${sets.join('\n')}\n`);
    writeFileSync(join(folder, 'index.noun'), `${index.join('\n')}\n`);
    const lemmas = readDictionary(folder, 'noun');
    expect([...lemmas.keys()]).toEqual(['cat', 'galore']); // words of letters alone can be asked for
    expect(lemmas.get('cat')).toHaveLength(18);
    expect(lemmas.get('cat')!.slice(0, 3)).toEqual(['cat', 'true cat', 'word a']);
    expect(lemmas.get('galore')).toEqual(['galore']);
  });

  it.each([
    ['Canis_familiaris', 'canis familiaris'],
    ["cat-o'-nine-tails", 'cat o nine tails'],
    ['galore(ip)', 'galore'],
    ['big(a)', 'big'],
    ['3-D', ' d'],
  ])('gives %s as "%s"', (lemma, plain) => expect(plainLemma(lemma)).toBe(plain));
});

describe('base forms', () => {
  const exceptions = loadExceptions();
  const among =
    (...words: string[]) =>
    (word: string) =>
      words.includes(word);

  it('follow the endings, as far as the words are known', () => {
    expect(baseForms('dogs', 'noun', exceptions.noun, among('dog'))).toEqual(['dog']);
    expect(baseForms('churches', 'noun', exceptions.noun, among('church'))).toEqual(['church']);
    expect(baseForms('ponies', 'noun', exceptions.noun, among('pony'))).toEqual(['pony']);
    expect(baseForms('riding', 'verb', exceptions.verb, among('ride', 'rid'))).toEqual(['ride', 'rid']);
    expect(baseForms('nicest', 'adj', exceptions.adj, among('nice'))).toEqual(['nice']);
    expect(baseForms('dogs', 'noun', exceptions.noun, among('cat'))).toEqual([]);
  });

  it('have the word itself among them when it is known', () => {
    expect(baseForms('glasses', 'noun', exceptions.noun, among('glass', 'glasses'))).toEqual([
      'glasses',
      'glass',
    ]);
  });

  it('know irregular words', () => {
    const all = () => true;
    expect(baseForms('mice', 'noun', exceptions.noun, all)).toEqual(['mice', 'mouse']);
    expect(baseForms('leaves', 'noun', exceptions.noun, all)).toEqual(['leaves', 'leaf', 'leave']);
    expect(baseForms('guilders', 'noun', exceptions.noun, among('guilder'))).toEqual(['guilder']);
    expect(baseForms('singing', 'verb', exceptions.verb, among('sing', 'singe'))).toEqual(['sing', 'singe']);
    expect(baseForms('ran', 'verb', exceptions.verb, all)).toEqual(['ran', 'run']);
    expect(baseForms('better', 'adj', exceptions.adj, among('good'))).toEqual(['good']);
    expect(baseForms('better', 'adv', exceptions.adv, among('well'))).toEqual(['well']);
  });

  it('end for words that only lose endings', () => {
    expect(baseForms('sssss', 'noun', exceptions.noun, () => false)).toEqual([]);
  });
});

describe('a thesaurus', () => {
  const none = new Map<string, string[]>();
  const noun = new Map([
    ['dog', ['dog', 'hound', 'frank']],
    ['hound', ['dog', 'hound']],
  ]);
  const verb = new Map([['dog', ['chase', 'hound', 'dog']]]);
  const exceptions = { noun: new Map(), verb: new Map(), adj: new Map(), adv: new Map() };
  const { synonyms } = wordNetThesaurus({ noun, verb, adj: none, adv: none }, exceptions);

  it('gives words of all parts of speech once, without the word asked for', () => {
    expect(synonyms('dog')).toEqual(['hound', 'frank', 'chase']);
    expect(synonyms('dogs')).toEqual(['dog', 'hound', 'frank', 'chase']);
    expect(synonyms('cat')).toEqual([]);
  });
});

describe('the table in the cache', () => {
  useTestCache();

  it('is written once, and again when it is damaged', async () => {
    const shared = process.env.EXPC_CACHE!;
    await openThesaurus();
    const [name] = filesUnder(join(shared, 'wordnet')).filter((file) => file.endsWith('words.tsv'));
    const good = readFileSync(join(shared, 'wordnet', name!));
    const own = temporaryFolder();
    const path = join(own, 'wordnet', name!);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, good.subarray(0, good.length - 1000));
    process.env.EXPC_CACHE = own;
    try {
      expect((await openThesaurus()).synonyms('surfboard')).toEqual(['surf']);
    } finally {
      process.env.EXPC_CACHE = shared;
    }
    expect(Buffer.compare(readFileSync(path), good)).toBe(0);
  });
});
