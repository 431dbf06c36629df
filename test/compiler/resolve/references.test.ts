import { describe, expect, test } from 'vitest';
import { nodeAt, toValue } from '../../../compiler/document/access.js';
import { resolveEnvironment } from '../../../compiler/resolve/environment.js';
import { resolveReferences } from '../../../compiler/resolve/references.js';
import { parseTemplate } from '../../../compiler/resolve/template.js';
import { checkOver, map, resolve, summary } from '../../support/language.js';

const value = (text: string) => {
  const { node, diagnostics } = resolveReferences(map(text));
  expect(summary(diagnostics)).toEqual([]);
  return toValue(node);
};
const errors = (text: string) => summary(resolveReferences(map(text)).diagnostics);

describe('references to paths', () => {
  test.each([
    ['a: 3\nb: ${a}\n', { a: 3, b: 3 }],
    ['a: "3"\nb: ${a}\n', { a: '3', b: '3' }],
    ['a: true\nb: "${a}"\n', { a: true, b: true }],
    ['a: { b: { c: 1 } }\nd: ${a.b.c}\n', { a: { b: { c: 1 } }, d: 1 }],
    ['a: [1, { b: 2 }]\nc: ${a.1.b}\n', { a: [1, { b: 2 }], c: 2 }],
    ['a: { b: [1] }\nc: ${a}\n', { a: { b: [1] }, c: { b: [1] } }],
    ['a: ${b}\nb: ${c}\nc: 1\n', { a: 1, b: 1, c: 1 }],
    ['a: 3\nb: ${a} epochs of ${a}\n', { a: 3, b: '3 epochs of 3' }],
    ['a: 1e-3\nb: lr ${a}\n', { a: 0.001, b: 'lr 0.001' }],
    ['a: x\nb: "[${a}]"\nc: "<${b}>"\n', { a: 'x', b: '[x]', c: '<[x]>' }],
    ['a: 1\nb: $${a}\nc: "$$${a} and ${a}"\n', { a: 1, b: '${a}', c: '$${a} and 1' }],
    ['a: $a\nb: "$ {a}"\n', { a: '$a', b: '$ {a}' }],
    ['a: { b: "${a.c}", c: 1 }\n', { a: { b: 1, c: 1 } }],
    [
      'ablations: [{ set: { x: "${nothing}" } }]\na: 1\n',
      { ablations: [{ set: { x: '${nothing}' } }], a: 1 },
    ],
  ])('%j', (text, result) => {
    expect(value(text)).toEqual(result);
  });

  test('the value stands where the reference stands, and says through what it came', () => {
    const { node } = resolveReferences(map('a: 3\nb: ${a}\n'));
    const { place, via } = nodeAt(node, ['b'])!.origin;
    expect(place).toMatchObject({ line: 2, column: 4 });
    expect(via).toMatchObject([{ how: 'reference', what: '${a}', place: { line: 1, column: 4 } }]);
  });

  test.each([
    ['a: ${b}\n', 'EXPC303', '`${b}` names nothing: the document has no `b`'],
    ['a: { b: 1 }\nc: ${a.x}\n', 'EXPC303', '`${a.x}` names nothing: `a` has no `x`'],
    ['a: [1]\nc: ${a.7}\n', 'EXPC303', '`${a.7}` names nothing: `a` has no `7`'],
    ['a: { b: 1 }\nc: see ${a}\n', 'EXPC306', '`${a}` is a map, which cannot be put into a text'],
    ['a: ${b', 'EXPC305', '`${b` is not a reference: a `}` is missing'],
    ['a: ${}\n', 'EXPC305', '`${}` is not a reference: it names nothing'],
    ['a: ${env:1X}\n', 'EXPC305', expect.stringContaining('the name of an environment variable')],
    ['a: ${b c}\n', 'EXPC305', expect.stringContaining('there is no arithmetic')],
  ])('%j', (text, code, message) => {
    const { diagnostics } = resolveReferences(map(text));
    expect(diagnostics.map((found) => [found.code, found.message])).toEqual([[code, message]]);
  });

  test.each([
    ['a: ${a}\n', 'a → a'],
    ['a: ${b}\nb: ${a}\n', 'a → b → a'],
    ['x: ${a}\na: ${b}\nb: "see ${c}"\nc: ${a}\n', 'a → b → c → a'],
    ['a: { b: "${a}" }\n', 'a.b → a'],
    ['a: { b: "${c}" }\nc: ${a}\n', 'a.b → c → a'],
  ])('the circle of %j is shown whole, once', (text, circle) => {
    expect(errors(text)).toEqual([expect.stringContaining(`references go round in a circle: ${circle}`)]);
  });

  test('a long chain is followed, whatever its order', () => {
    const lines = Array.from({ length: 500 }, (_, i) => `k${i}: \${k${i + 1}}\n`).join('');
    expect(value(`${lines}k500: 7\n`)).toMatchObject({ k0: 7, k499: 7 });
  });
});

describe('environment variables', () => {
  const environment = {
    NUMBER: '4',
    RATE: '1e-3',
    TEXT: 'hello world',
    EMPTY: '',
    LIST: '[1, 2]',
    ODD: '${a}',
    TRUE: 'true',
    ZERO: '010',
  };
  const host = { environment: (name: string) => (environment as Record<string, string>)[name] };
  const env = (text: string) => {
    const { node, diagnostics } = resolveEnvironment(map(text), host);
    expect(summary(diagnostics)).toEqual([]);
    return toValue(resolveReferences(node).node);
  };

  test.each([
    ['${env:NUMBER}', 4],
    ['${env:RATE}', 0.001],
    ['${env:TRUE}', true],
    ['${env:TEXT}', 'hello world'],
    ['${env:EMPTY}', ''],
    ['${env:LIST}', '[1, 2]'],
    ['${env:ZERO}', '010'],
    ['${env:NOT_SET:-7}', 7],
    ['${env:NOT_SET:-}', ''],
    ['${env:NUMBER:-7}', 4],
    ['x${env:NUMBER}y', 'x4y'],
    ['${env:TEXT}/${env:NUMBER}', 'hello world/4'],
    // What a variable holds is never read as a reference.
    ['${env:ODD}', '${a}'],
    ['see ${env:ODD}', 'see ${a}'],
    ['$${env:TEXT}', '${env:TEXT}'],
  ])('%s', (text, result) => {
    expect(env(`a: 1\nb: "${text}"\n`)).toEqual({ a: 1, b: result });
  });

  test('a variable and a reference in one text', () => {
    expect(env('a: 1\nb: "${env:TEXT} ${a} $${c}"\n')).toEqual({ a: 1, b: 'hello world 1 ${c}' });
  });

  test('one that is not set is an error that names it', () => {
    expect(checkOver('title: run ${env:NOT_SET}\n').found).toEqual([
      'EXPC307 experiment.yaml:2:8 environment variable `NOT_SET` is not set',
    ]);
  });

  test('a number in a variable is text where text is expected, and a number elsewhere', () => {
    expect(resolve('title: ${env:T}\n', { environment: { T: '007' } })).toMatchObject({ title: '007' });
    const text = 'title: ${env:T}\nexecution: { jobs: "${env:T}" }\n';
    expect(resolve(text, { environment: { T: '7' } })).toMatchObject({ title: '7', execution: { jobs: 7 } });
  });
});

test('templates are cut into texts and references', () => {
  expect(parseTemplate('a${b.c}d${env:E:-f}')).toEqual({
    ok: true,
    parts: [
      { kind: 'text', text: 'a' },
      { kind: 'path', path: 'b.c', written: '${b.c}' },
      { kind: 'text', text: 'd' },
      { kind: 'env', name: 'E', fallback: 'f', written: '${env:E:-f}' },
    ],
  });
});
