import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { count, noticeCodes, noticeText, some, warning } from '../../report/notice.js';

describe('notices', () => {
  it('have a code each, of the range for results', () => {
    const codes = Object.values(noticeCodes);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^EXPC8\d\d$/);
  });

  it.each(Object.values(noticeCodes))('%s has a page that says what it is and what to do', (code) => {
    const page = readFileSync(`docs/errors/${code}.md`, 'utf8');
    expect(page).toMatch(new RegExp(`^# ${code}: \\S`));
    expect(page).toContain('What to do:');
  });

  it('are written like diagnostics', () => {
    const place = { file: 'metrics.jsonl', line: 3 };
    expect(noticeText(warning('brokenLine', 'this line is torn', { place, hint: 'go on' }))).toBe(
      'warning[EXPC800]: this line is torn\n  --> metrics.jsonl:3\nhint: go on',
    );
    expect(noticeText(warning('noStart', 'there is no star'))).toBe('warning[EXPC808]: there is no star');
  });
});

it('counts and lists', () => {
  expect([count(1, 'run'), count(2, 'run')]).toEqual(['1 run', '2 runs']);
  expect([some(['a', 'b']), some(['a', 'b', 'c', 'd'])]).toEqual(['`a`, `b`', '`a`, `b`, `c` and 1 more']);
});
