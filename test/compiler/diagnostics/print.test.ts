import { describe, expect, test } from 'vitest';
import { collect, hasErrors } from '../../../compiler/diagnostics/collect.js';
import { displayWidth, frameOf } from '../../../compiler/diagnostics/frame.js';
import { countOf, printDiagnostics } from '../../../compiler/diagnostics/print.js';
import { problem } from '../../../compiler/diagnostics/problem.js';
import type { Place } from '../../../compiler/document/node.js';

/** The place of a piece of a text. */
function placeOf(text: string, piece: string, file = 'a.yaml'): Place {
  const start = text.indexOf(piece);
  const before = text.slice(0, start).split('\n');
  return { file, line: before.length, column: before.at(-1)!.length + 1, start, end: start + piece.length };
}

const text = 'trigger:\n  kind: patch\n  patch_sise: 16\n';
const source = (file: string) => (file === 'a.yaml' ? text : undefined);
const sise = problem('EXPC201', 'unknown key `patch_sise`', {
  at: placeOf(text, 'patch_sise'),
  label: 'did you mean `patch_size`?',
  related: [{ message: 'the trigger is here', place: placeOf(text, 'trigger') }],
  hint: 'a hint',
});

describe('text', () => {
  test('has headline, place, frame, notes and hint', () => {
    expect(printDiagnostics([sise], 'text', { source })).toBe(
      [
        'error[EXPC201]: unknown key `patch_sise`',
        '  --> a.yaml:3:3',
        '    3 |   patch_sise: 16',
        '      |   ^^^^^^^^^^ did you mean `patch_size`?',
        'note: the trigger is here',
        '  --> a.yaml:1:1',
        'hint: a hint',
        '',
      ].join('\n'),
    );
  });

  test('without the source keeps the label', () => {
    expect(printDiagnostics([sise], 'text', { source: () => undefined })).toContain(
      '  --> a.yaml:3:3\n   = did you mean `patch_size`?\n',
    );
  });

  test('in colour says the same', () => {
    const colored = printDiagnostics([sise], 'text', { source, color: true });
    expect(colored).toContain('\u001b[1;31merror[EXPC201]\u001b[0m');

    expect(colored.replace(/\u001b\[[\d;]*m/g, '')).toBe(printDiagnostics([sise], 'text', { source }));
  });

  test('shows twenty, errors first, and counts the rest', () => {
    const many = Array.from({ length: 25 }, (_, index) =>
      problem(index % 5 === 0 ? 'EXPC406' : 'EXPC201', `number ${index}`),
    );
    const printed = printDiagnostics(many, 'text', { source });
    expect(printed.match(/^error/gm)).toHaveLength(20);
    expect(printed.trimEnd().split('\n').at(-1)).toBe('... and 5 warnings more');
  });

  test('of nothing is empty', () => {
    expect(printDiagnostics([], 'text', { source })).toBe('');
  });
});

describe('frames', () => {
  const frame = (line: string, piece: string) => {
    const found = frameOf(`first\n${line}\n`, placeOf(`first\n${line}\n`, piece))!;
    return [found.text, ' '.repeat(found.indent) + '^'.repeat(found.width)];
  };
  test('show tabs, and keep the columns of wide characters', () => {
    expect(frame('\tkey: x', 'key')).toEqual(['→key: x', ' ^^^']);
    expect(frame('名前: x', 'x')).toEqual(['名前: x', '      ^']);
    expect(frame('a: "🍌" # b', '#')).toEqual(['a: "🍌" # b', '        ^']);
  });
  test('cut a long line around the place', () => {
    const line = `key: [${Array.from({ length: 60 }, (_, i) => i).join(', ')}]`;
    const [shown, carets] = frame(line, '40');
    expect(displayWidth(shown!)).toBeLessThanOrEqual(80);
    expect(shown).toMatch(/^….*40/);
    expect(shown!.slice(carets!.indexOf('^'), carets!.length)).toBe('40');
  });
  test('underline a value of many lines to the end of its first', () => {
    expect(frameOf('a:\n  - 1\n  - 2\n', { file: 'a', line: 2, column: 3, start: 5, end: 14 })).toMatchObject(
      {
        width: 3,
      },
    );
  });
  test('are left out for lines that are not there, and for a file as a whole', () => {
    expect(frameOf('a: 1', { file: 'a', line: 9, column: 1, start: 90, end: 91 })).toBeNull();
    expect(frameOf('a: 1', { file: 'a', line: 1, column: 1, start: 0, end: 0 })).toBeNull();
  });
});

describe('for programs', () => {
  test('json is the data', () => {
    expect(JSON.parse(printDiagnostics([sise], 'json', { source }))).toEqual(
      JSON.parse(JSON.stringify([sise])),
    );
  });
  test('github is a workflow command, with its special characters escaped', () => {
    const odd = problem('EXPC201', 'a 100%\nb', { at: { ...placeOf(text, 'kind'), file: 'a,b:c.yaml' } });
    expect(printDiagnostics([odd, sise], 'github', { source })).toBe(
      '::error file=a%2Cb%3Ac.yaml,line=2,col=3,title=EXPC201::a 100%25%0Ab\n' +
        '::error file=a.yaml,line=3,col=3,title=EXPC201::unknown key `patch_sise`. did you mean `patch_size`?. a hint\n',
    );
  });
});

describe('collecting', () => {
  const at = (file: string, start: number): Place => ({
    file,
    line: 1,
    column: start + 1,
    start,
    end: start + 1,
  });
  const make = (code: Parameters<typeof problem>[0], place: Place | null, message = 'm') =>
    problem(code, message, { at: place });

  test('keeps the order of files and places, and says nothing twice', () => {
    const a = make('EXPC203', at('a', 5));
    const b = make('EXPC203', at('a', 1));
    const c = make('EXPC203', at('b', 0));
    const d = make('EXPC308', null);
    expect(
      collect(
        [
          [c, a],
          [b, a, d],
        ],
        ['b', 'a'],
      ),
    ).toEqual([d, c, b, a]);
  });
  test('prefers the one of two that says more', () => {
    const plain = make('EXPC201', at('a', 1));
    const labelled = { ...plain, label: 'did you mean?' };
    expect(collect([[plain], [labelled]])).toEqual([labelled]);
  });
  test('leaves out echoes: a value that is misread is also of the wrong type', () => {
    const cause = make('EXPC104', at('a', 1));
    expect(collect([[make('EXPC203', at('a', 1)), cause, make('EXPC402', at('a', 1))]])).toEqual([
      cause,
      make('EXPC402', at('a', 1)),
    ]);
  });
  test('warnings are no errors', () => {
    expect(hasErrors([make('EXPC406', null)])).toBe(false);
    expect(hasErrors([make('EXPC406', null), make('EXPC201', null)])).toBe(true);
    expect(countOf([make('EXPC406', null), make('EXPC201', null)])).toBe('1 error and 1 warning');
  });
});
