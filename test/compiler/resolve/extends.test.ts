import { describe, expect, test } from 'vitest';
import { nodeAt, toValue } from '../../../compiler/document/access.js';
import { loadExtended } from '../../../compiler/resolve/extends.js';
import { memoryHost } from '../../support/memory-host.js';
import { summary } from '../../support/language.js';

const load = (files: Record<string, string>, file = 'main.yaml') => loadExtended(memoryHost(files), file);
const value = (files: Record<string, string>, file?: string) => {
  const { node, diagnostics } = load(files, file);
  expect(summary(diagnostics)).toEqual([]);
  return toValue(node!);
};

describe('extends', () => {
  test('merges bases in order, then the file itself', () => {
    const files = {
      'main.yaml': 'extends: [a.yaml, b.yaml]\nx: main\n',
      'a.yaml': 'x: a\ny: a\nz: a\n',
      'b.yaml': 'x: b\ny: b\n',
    };
    expect(value(files)).toEqual({ x: 'main', y: 'b', z: 'a' });
  });

  test('names files relative to the file that names them', () => {
    const files = {
      'studies/main.yaml': 'extends: ../templates/deep/a.yaml\n',
      'templates/deep/a.yaml': 'extends: ../b.yaml\na: 1\n',
      'templates/b.yaml': 'b: 2\n',
      '/absolute/c.yaml': 'c: 3\n',
    };
    expect(value(files, 'studies/main.yaml')).toEqual({ a: 1, b: 2 });
    expect(value({ ...files, 'd.yaml': 'extends: /absolute/c.yaml\n' }, 'd.yaml')).toEqual({ c: 3 });
  });

  test('reads a file that two others extend once, and merges it for each', () => {
    const files = {
      'main.yaml': 'extends: [a.yaml, b.yaml]\n',
      'a.yaml': 'extends: base.yaml\na: 1\n',
      'b.yaml': 'extends: base.yaml\nb: 1\n',
      'base.yaml': 'a: 0\nb: 0\n',
    };
    const { node, files: read } = load(files);
    // b.yaml's base comes after a.yaml and overrides it: order alone decides.
    expect(toValue(node!)).toEqual({ a: 0, b: 1 });
    expect(read.map(({ file }) => file)).toEqual(['main.yaml', 'a.yaml', 'base.yaml', 'b.yaml']);
  });

  test('a tower of files that each extend the one below twice is refused', () => {
    const files: Record<string, string> = { 'f0.yaml': 'x: 1\n' };
    for (let i = 1; i <= 40; i++) files[`f${i}.yaml`] = `extends: [f${i - 1}.yaml, f${i - 1}.yaml]\n`;
    expect(value(files, 'f5.yaml')).toEqual({ x: 1 });
    const { diagnostics, complete } = load(files, 'f40.yaml');
    expect(diagnostics.map((found) => found.code)).toEqual(['EXPC312']);
    expect(complete).toBe(false);
  });

  test('a base may remove what a base before it says', () => {
    const files = {
      'main.yaml': 'extends: [a.yaml, b.yaml]\n',
      'a.yaml': 'x: 1\ny: { z: 1, w: 2 }\n',
      'b.yaml': 'x: null\ny: { z: null }\n',
    };
    expect(value(files)).toEqual({ y: { w: 2 } });
  });

  test('drops notes, in every file', () => {
    const files = {
      'main.yaml': 'extends: a.yaml\nx-note: { any: thing }\nb: { x-why: because, c: [{ x-d: 1, e: 2 }] }\n',
      'a.yaml': 'x-other: 1\n',
    };
    expect(value(files)).toEqual({ b: { c: [{ e: 2 }] } });
  });

  test('null removes what a base says, also a whole section', () => {
    const files = {
      'main.yaml': 'extends: a.yaml\npoison: null\nb: { c: null }\n',
      'a.yaml': 'poison: { x: 1 }\nb: { c: 1, d: 2 }\n',
    };
    expect(value(files)).toEqual({ b: { d: 2 } });
  });

  test('origins tell the file and through which extends', () => {
    const { node } = load({
      'main.yaml': 'extends: a.yaml\n',
      'a.yaml': 'extends: b.yaml\n',
      'b.yaml': 'x: 1\n',
    });
    const { place, via } = nodeAt(node!, ['x'])!.origin;
    expect(place).toMatchObject({ file: 'b.yaml', line: 1, column: 4 });
    expect(via).toMatchObject([
      { how: 'extends', what: 'a.yaml', place: { file: 'main.yaml', line: 1, column: 10 } },
      { how: 'extends', what: 'b.yaml', place: { file: 'a.yaml' } },
    ]);
  });

  test('!append and !remove edit the list of the base', () => {
    const files = {
      'main.yaml': 'extends: [a.yaml, b.yaml]\nlist: !remove [1]\n',
      'a.yaml': 'list: [1, 2]\n',
      'b.yaml': 'list: !append [3]\n',
    };
    const { node, diagnostics } = load(files);
    expect(toValue(node!)).toEqual({ list: [2, 3] });
    expect(summary(diagnostics)).toEqual([]);
  });
});

describe('what is wrong', () => {
  test('a circle is shown whole, once', () => {
    const { diagnostics, complete } = load({
      'main.yaml': 'extends: a.yaml\n',
      'a.yaml': 'extends: sub/b.yaml\n',
      'sub/b.yaml': 'extends: ../a.yaml\n',
    });
    expect(summary(diagnostics)).toEqual([
      'EXPC301 sub/b.yaml:1:10 `extends` goes round in a circle: a.yaml → sub/b.yaml → a.yaml',
    ]);
    expect(complete).toBe(false);
  });

  test('a missing file is said where it is named', () => {
    const { diagnostics } = load({ 'main.yaml': 'extends: [a.yaml, b.yaml]\n', 'a.yaml': 'x: 1\n' });
    expect(summary(diagnostics)).toEqual(['EXPC001 main.yaml:1:19 `b.yaml` does not exist']);
  });

  test.each([
    ['unreadable', 'EXPC002', '`a.yaml` cannot be read (permission denied)'],
    ['folder', 'EXPC002', '`a.yaml` is a folder'],
    ['too-large', 'EXPC004', '`a.yaml` is too large for an experiment (permission denied)'],
    ['not-text', 'EXPC003', '`a.yaml` is not a text file in UTF-8'],
  ] as const)('a file that is %s', (reason, code, message) => {
    const host = {
      ...memoryHost({}),
      readText: (path: string) =>
        path === 'main.yaml'
          ? ({ ok: true, value: 'extends: a.yaml\n' } as const)
          : ({ ok: false, reason, detail: 'permission denied' } as const),
    };
    expect(summary(loadExtended(host, 'main.yaml').diagnostics)).toEqual([
      `${code} main.yaml:1:10 ${message}`,
    ]);
    expect(summary(loadExtended(host, 'a.yaml').diagnostics)).toEqual([`${code} - ${message}`]);
  });

  test('a syntax error in a base is said of the base', () => {
    const { diagnostics } = load({ 'main.yaml': 'extends: a.yaml\n', 'a.yaml': 'x:\n\ty: 1\n' });
    expect(summary(diagnostics)).toEqual(['EXPC102 a.yaml:2:1 tab in the indentation']);
  });

  test('a base that is no map', () => {
    const { diagnostics } = load({ 'main.yaml': 'extends: a.yaml\n', 'a.yaml': '- 1\n' });
    expect(summary(diagnostics)).toEqual(['EXPC203 a.yaml:1:1 `a.yaml` must be a map of keys and values']);
  });
});
