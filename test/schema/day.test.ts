import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysProblem, spanOf } from '../../schema/day.js';

describe('spanOf', () => {
  it('is all of a day, in UTC', () => {
    const { first, last } = spanOf('2023-10-01')!;
    expect(new Date(first).toISOString()).toBe('2023-10-01T00:00:00.000Z');
    expect(new Date(last).toISOString()).toBe('2023-10-01T23:59:59.999Z');
  });

  it('is one moment, where one is given, with its zone', () => {
    const moment = Date.parse('2023-10-01T12:30:00Z');
    for (const text of ['2023-10-01T12:30Z', '2023-10-01T14:30+02:00', '2023-10-01T12:30:00Z'])
      expect(spanOf(text)).toEqual({ first: moment, last: moment });
  });

  it.each(['2023-02-29', '2023-02-31', '2023-13-01', '2023-00-10', '1.10.2023', '', '2023-10', '2023-10-01T25:00Z', '2023-10-01T12:00', '2023-10-01 12:00Z', 'yesterday'])(
    'is nothing for %j',
    (text) => expect(spanOf(text)).toBeNull(),
  ); // prettier-ignore

  it('holds every moment of its day and no other', () => {
    const moments = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2090-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, moments, (day, moment) => {
        const { first, last } = spanOf(day.toISOString().slice(0, 10))!;
        const isIn = first <= moment.getTime() && moment.getTime() <= last;
        expect(isIn).toBe(moment.toISOString().slice(0, 10) === day.toISOString().slice(0, 10));
      }),
    );
  });
});

describe('daysProblem', () => {
  it('finds nothing wrong with days in order, the same day, or one alone', () => {
    for (const days of [{}, { since: '2023-10-01' }, { until: '2023-10-01' }, { since: '2023-10-01', until: '2023-10-01' }, { since: '2023-10-01T12:00Z', until: '2023-10-01' }])
      expect(daysProblem(days)).toBeNull(); // prettier-ignore
  });

  it('tells of a day that is not there, and of days in the wrong order', () => {
    expect(daysProblem({ since: '2023-02-30' })).toEqual({ key: 'since', message: 'there is no day or moment `2023-02-30`' }); // prettier-ignore
    expect(daysProblem({ since: '2023-10-02', until: '2023-10-01' })).toEqual({ key: 'until', message: '`2023-10-01` is before `2023-10-02`' }); // prettier-ignore
  });
});
