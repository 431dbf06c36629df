import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/index.js';
import { codes, type Code } from '../../../compiler/diagnostics/codes.js';
import { printDiagnostics } from '../../../compiler/diagnostics/print.js';
import { noticeCodes } from '../../../report/notice.js';
import { readErrorPage, type Example } from '../../support/error-page.js';
import { memoryHost } from '../../support/memory-host.js';

const folder = 'docs/errors';
const base = readFileSync(`${folder}/base.yaml`, 'utf8');
/** Errors that need a file no page can show, data, or a mistake in expc. */
const withoutExample = [
  'EXPC002',
  'EXPC003',
  'EXPC004',
  'EXPC110',
  'EXPC312',
  'EXPC601',
  'EXPC602',
  'EXPC603',
  'EXPC604',
  'EXPC605',
  'EXPC751',
  'EXPC752',
  'EXPC753',
  'EXPC754',
  'EXPC755',
  'EXPC901',
];

/** What `expc check experiment.yaml` finds and prints. */
function check({ files, set }: Example) {
  const all: Record<string, string> = { 'base.yaml': base, ...files };
  const { diagnostics } = compile(memoryHost(all), 'experiment.yaml', { folder: '/', set });
  return { diagnostics, printed: printDiagnostics(diagnostics, 'text', { source: (file) => all[file] }) };
}

test('every code has a page and every page a code', () => {
  const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name.startsWith('EXPC'));
  const known = [...Object.keys(codes), ...Object.values(noticeCodes)].sort();
  expect(pages.map((name) => name.replace('.md', '')).sort()).toEqual(known);
});

describe.each(Object.keys(codes) as Code[])('%s', (code) => {
  const page = readErrorPage(`${folder}/${code}.md`);

  test('is titled as in the table', () => {
    expect(page.title).toBe(`${code}: ${codes[code].title}`);
  });

  if (withoutExample.includes(code)) return;

  test('is the only thing wrong with the wrong example, printed as the page says', () => {
    const { diagnostics, printed } = check(page.wrong!);
    expect([...new Set(diagnostics.map((found) => found.code))]).toEqual([code]);
    if (process.env.EXPC_UPDATE) writeFileSync(`${folder}/${code}.md`, page.withPrinted(printed));
    else expect(page.printed).toBe(printed);
  });

  test('the right example has nothing wrong', () => {
    expect(check(page.right!).printed).toBe('');
  });
});

test('the experiment that the examples extend has nothing wrong', () => {
  expect(check({ files: { 'experiment.yaml': 'extends: base.yaml\n' }, set: [] }).printed).toBe('');
});
