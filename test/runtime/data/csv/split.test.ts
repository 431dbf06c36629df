import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRows, type SplitText } from '../../../../runtime/data/csv/split.js';

const start = { row: 0, line: 1, bytes: 0 };
const comma = { delimiter: ',' };
const fields = ({ rows }: SplitText): (readonly string[])[] => rows.map((row) => row.fields);

/** Text that is all quotes, separators and line ends. */
const mess = fc
  .array(fc.constantFrom('a', 'b', '"', '""', ',', '\n', ' ', 'é', '😀'), { maxLength: 30 })
  .map((parts) => parts.join(''));

/** What captions of the web have in them. */
const ugly = fc.array(fc.constantFrom('x', 'crêpe', '富', '"', ',', '\n', '\r\n', '\t', ' ', ';'), {
  maxLength: 8,
});
const table = fc.array(
  fc.tuple(
    fc.constantFrom('a.png', 'b c.png'),
    ugly.map((parts) => parts.join('')),
    fc.nat(),
  ),
  {
    minLength: 1,
  },
);

describe('splitting a text into rows', () => {
  it('gives what csv-parse gives, however the quotes stand', () => {
    const options = {
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: '\n',
    };
    const theirs = (text: string): unknown => {
      try {
        return parse(text, options);
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    const property = fc.property(mess, (text) => {
      const ours = splitRows(text, comma, true, start);
      expect(ours.open ? 'CSV_QUOTE_NOT_CLOSED' : fields(ours)).toEqual(theirs(text));
    });
    fc.assert(property, { numRuns: 500 });
  });

  it('gives the same wherever the text is cut', () => {
    const property = fc.property(mess, fc.nat(30), fc.boolean(), (text, cut, returns) => {
      const whole = returns ? text.replaceAll('a\n', 'a\r\n') : text;
      const once = splitRows(whole, comma, true, start);
      const first = splitRows(whole.slice(0, cut), comma, false, start);
      const rest = whole.slice(Math.min(first.rest, cut));
      const at = { row: first.rows.length, line: first.line, bytes: 0 };
      const second = splitRows(rest, comma, true, at);
      expect([...first.rows, ...second.rows]).toEqual(once.rows);
      expect([second.line, second.open]).toEqual([once.line, once.open]);
    });
    fc.assert(property, { numRuns: 500 });
  });

  it.each(['\n', '\r\n'] as const)('reads back what csv-stringify writes, rows ending in %j', (end) => {
    const property = fc.property(table, fc.constantFrom(',', '\t', ';'), (rows, delimiter) => {
      const text = stringify(rows, { delimiter, record_delimiter: end, quoted_match: /[\r\n]/ });
      const found = splitRows(text, { delimiter }, true, start);
      expect(fields(found)).toEqual(rows.map((row) => row.map(String)));
      expect(found.line - 1).toBe(text.split('\n').length - 1);
    });
    fc.assert(property, { numRuns: 200 });
  });

  it('takes LF and CRLF in one text', () => {
    expect(fields(splitRows('a,b\r\nc,d\n"e\r\nf",g\r\n', comma, true, start))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e\r\nf', 'g'],
    ]);
  });

  it('takes quotes as letters where they mean nothing', () => {
    const none = { delimiter: '\t', quoting: 'none' } as const;
    expect(fields(splitRows('"I love it\tu\n5" nails\t"v"\n', none, true, start))).toEqual([
      ['"I love it', 'u'],
      ['5" nails', '"v"'],
    ]);
  });

  it('tells the line where a row ends, and its number', () => {
    const { rows } = splitRows('h\n\n"a\nb"\nc', comma, true, start);
    expect(rows.map(({ row, line }) => [row, line])).toEqual([
      [0, 1],
      [1, 4],
      [2, 5],
    ]);
  });
});
