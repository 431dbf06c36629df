import { describe, expect, test } from 'vitest';
import { nodeAt, toValue } from '../../../compiler/document/access.js';
import { parse } from '../../../compiler/parse/parse.js';
import { limits } from '../../../compiler/parse/limits.js';
import { data, map, summary } from '../../support/language.js';

const errors = (text: string) => summary(parse(text, 'a.yaml').diagnostics);
const codes = (text: string) => parse(text, 'a.yaml').diagnostics.map((found) => found.code);

describe('scalars are those of the YAML 1.2 core schema', () => {
  test.each([
    ['1e-5', 0.00001],
    ['.5', 0.5],
    ['5.', 5],
    ['1.0', 1],
    ['0x10', 16],
    ['0o10', 8],
    ['+3', 3],
    ['-0', 0],
    ['true', true],
    ['False', false],
    ['yes', 'yes'],
    ['no', 'no'],
    ['on', 'on'],
    ['null', null],
    ['~', null],
    ['2023-05-09', '2023-05-09'],
    ['1:30', '1:30'],
    ['1.2.3', '1.2.3'],
    ['0', 0],
    ['0.5e3', 500],
    ['"010"', '010'],
    ["'1_000'", '1_000'],
    ['_1', '_1'],
    ['200k', '200k'],
    ['!!str 12', '12'],
  ])('%s', (text, value) => {
    expect(data(`a: ${text}`)).toEqual({ a: value });
  });

  test('the text as written is kept beside the value', () => {
    expect(nodeAt(map('a: 3.0e6'), ['a'])).toMatchObject({ value: 3000000, source: '3.0e6', quoted: false });
    expect(nodeAt(map('a: "3"'), ['a'])).toMatchObject({ value: '3', source: '3', quoted: true });
  });

  test('block texts are texts', () => {
    expect(data('a: |\n  12\nb: >-\n  one\n  two\n')).toEqual({ a: '12\n', b: 'one two' });
  });
});

describe('numbers that programs read differently are refused', () => {
  test.each(['010', '-007', '00', '1_000', '1_000.5', '1_0e3', '10_'])('%s', (text) => {
    expect(codes(`a: ${text}`)).toEqual(['EXPC104']);
  });
  test.each([
    '9007199254740992',
    '-12345678901234567890',
    '0xffffffffffffffff',
    '.inf',
    '-.Inf',
    '.nan',
    '1e999',
  ])('%s', (text) => {
    expect(codes(`a: ${text}`)).toEqual(['EXPC105']);
  });
  test('the largest safe integer is fine', () => {
    expect(data('a: 9007199254740991')).toEqual({ a: Number.MAX_SAFE_INTEGER });
  });
  test('large floats are no integers', () => {
    expect(data('a: 1e300')).toEqual({ a: 1e300 });
  });
});

describe('places', () => {
  test('of keys, scalars, lists and maps', () => {
    const root = map('clean:\n  rates: [1, "two"]\n  nest: { a: x }\n');
    const place = (path: (string | number)[]) => nodeAt(root, path)!.origin.place!;
    expect(place(['clean', 'rates', 0])).toMatchObject({ line: 2, column: 11, start: 17, end: 18 });
    expect(place(['clean', 'rates', 1])).toMatchObject({ line: 2, column: 14, start: 20, end: 25 });
    expect(place(['clean', 'nest'])).toMatchObject({ line: 3, column: 9 });
    const clean = nodeAt(root, ['clean'])!;
    expect(clean.kind === 'map' && clean.entries.get('rates')!.key.place).toMatchObject({
      line: 2,
      column: 3,
    });
  });

  test('count from 1, also with carriage returns, a byte order mark and characters outside the BMP', () => {
    expect(errors('a: 1\r\nb: 010\r\n')).toEqual([expect.stringMatching(/^EXPC104 a\.yaml:2:4 /)]);
    expect(toValue(parse('\ufeffa: 1\n', 'a.yaml').node!)).toEqual({ a: 1 });
    expect(errors('a: "🍌"\nb: "🍌" # 010\nc: 010\n')[0]).toMatch(/a\.yaml:3:4 /);
  });
});

describe('keys', () => {
  test('are text, as written', () => {
    expect(data('1: a\ntrue: b\n1e3: c\n"quoted key": d\n~: e\n')).toEqual({
      '1': 'a',
      true: 'b',
      '1e3': 'c',
      'quoted key': 'd',
      '~': 'e',
    });
  });
  test('__proto__ is a key like any other', () => {
    const value = data('__proto__: { polluted: true }\nconstructor: 1\n') as object;
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
  test('twice in a map is one error that knows both places', () => {
    const { diagnostics } = parse('a: 1\nb: 2\na: 3\n', 'a.yaml');
    expect(summary(diagnostics)).toEqual(['EXPC103 a.yaml:3:1 key `a` is written twice in one map']);
    expect(diagnostics[0]!.related[0]!.place).toMatchObject({ line: 1, column: 1 });
  });
  test('in flow maps and with quotes are the same keys', () => {
    expect(codes('{ a: 1, "a": 2 }')).toEqual(['EXPC103']);
  });
  test.each(['? [a]\n: 1\n', '? { a: 1 }\n: 1\n', ': 1\n', '&x a: 1\n*x : 2\n'])('%j is no text', (text) => {
    expect(codes(text)).toEqual(['EXPC108']);
  });
  test.each([
    ['a:\n', 'EXPC111 a.yaml:1:1 key `a` has no value'],
    ['a: { b: }\n', 'EXPC111 a.yaml:1:6 key `b` has no value'],
    ['a: { b }\n', 'EXPC111 a.yaml:1:6 key `b` has no value'],
    ['a:\n  -\n  - 1\n', 'EXPC111 a.yaml:2:4 list item without a value'],
  ])('%j lacks a value', (text, message) => {
    expect(errors(text)).toEqual([message]);
  });
});

describe('anchors, aliases and merge keys', () => {
  test('an alias is the value of the last anchor above it', () => {
    expect(data('a: &x 1\nb: *x\nc: &x 2\nd: *x\n')).toEqual({ a: 1, b: 1, c: 2, d: 2 });
  });
  test('<< merges maps; what is written here wins, then the first map', () => {
    const text = 'a: &a { x: 1, y: 1 }\nb: &b { y: 2, z: 2 }\nc:\n  z: 3\n  <<: [*a, *b]\n';
    expect(data(text)).toMatchObject({ c: { x: 1, y: 1, z: 3 } });
  });
  test('a merged key is no duplicate, and << is never a key', () => {
    expect(data('a: &a { x: 1 }\nb: { <<: *a, x: 2 }\n')).toEqual({ a: { x: 1 }, b: { x: 2 } });
    expect(data('a: { "<<": 1 }\n')).toEqual({ a: { '<<': 1 } });
  });
  test.each([
    ['a: *nothing\n', 'alias `*nothing` of nothing: no `&nothing` stands above'],
    ['a: &x [1, *x]\n', '`*x` contains itself'],
    ['a: &x 1\nb: { <<: *x }\n', '`<<` merges maps, found something else'],
    ['b: { <<: [1] }\n', '`<<` merges maps, found something else'],
  ])('%j', (text, message) => {
    expect(parse(text, 'a.yaml').diagnostics.map((found) => found.message)).toEqual([message]);
  });
  test('many aliases are refused, and few that multiply', () => {
    const many = `a: &x 1\n${Array.from({ length: limits.aliases + 1 }, (_, i) => `b${i}: *x\n`).join('')}`;
    expect(codes(many)).toEqual(['EXPC106']);
    let laughs = 'l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n';
    for (let i = 1; i < 9; i++)
      laughs += `l${i}: &l${i} [${Array(10)
        .fill(`*l${i - 1}`)
        .join(', ')}]\n`;
    expect(codes(laughs)).toEqual(['EXPC106']);
    expect(parse(laughs, 'a.yaml').node).toBeNull();
  });
});

describe('tags', () => {
  test('!append and !remove mark lists', () => {
    expect(nodeAt(map('a: !append [1]'), ['a'])).toMatchObject({ kind: 'list', edit: 'append' });
    expect(nodeAt(map('a: !remove\n  - 1\n'), ['a'])).toMatchObject({ kind: 'list', edit: 'remove' });
    expect(nodeAt(map('a: [1]'), ['a'])).not.toHaveProperty('edit');
  });
  test.each(['!append 1', '!append { a: 1 }', '!include x.yaml', '!!python/name:os.system x', '!!set { a }'])(
    '%s is refused',
    (text) => {
      expect(codes(`a: ${text}`)).toContain('EXPC109');
    },
  );
});

describe('texts that are no document', () => {
  test.each([
    ['', 'EXPC005'],
    ['# only a comment\n', 'EXPC005'],
    ['---\n...\n', 'EXPC005'],
    ['a: 1\n---\nb: 2\n', 'EXPC107'],
    ['a:\n\tb: 1\n', 'EXPC102'],
    ['a: [1, 2\n', 'EXPC101'],
    ['a: "open\n', 'EXPC101'],
    ['a: b: c\n', 'EXPC101'],
    ['a: 1\n b: 2\n', 'EXPC101'],
    ['a: @at\n', 'EXPC101'],
    ['a: "\\q"\n', 'EXPC101'],
    ['\0\u0001', 'EXPC003'],
    ['a: \ufffd', 'EXPC003'],
    ['x'.repeat(limits.characters + 1), 'EXPC004'],
    [`a: ${'['.repeat(20_000)}`, 'EXPC110'],
    [`a: ${'['.repeat(100)}${']'.repeat(100)}`, 'EXPC110'],
  ])('%j', (text, code) => {
    const { node, diagnostics } = parse(text, 'a.yaml');
    expect(node).toBeNull();
    expect(diagnostics.map((found) => found.code)).toEqual([code]);
    expect(diagnostics[0]!.place).toMatchObject({ file: 'a.yaml' });
  });

  test('`{}` and a text are documents', () => {
    expect(parse('{}', 'a').node).toMatchObject({ kind: 'map' });
    expect(parse('text', 'a').node).toMatchObject({ kind: 'scalar' });
  });
});
