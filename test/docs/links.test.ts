import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const pages = [
  'README.md',
  ...(readdirSync('docs', { recursive: true }) as string[])
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** What a heading is called in a link, as GitHub does it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const anchorsOf = (page: string) =>
  [...readFileSync(page, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading!));

test.each(pages)('%s links to what is there', (page) => {
  const text = readFileSync(page, 'utf8').replace(/```[\s\S]*?```/g, '');
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
  const missing = targets.filter((target) => {
    if (/^(https?|mailto):/.test(target)) return false;
    const [path, anchor] = target.split('#') as [string, string?];
    const file = path === '' ? page : normalize(join(dirname(page), path));
    if (!existsSync(file)) return true;
    return anchor !== undefined && !anchorsOf(file).includes(anchor);
  });
  expect(missing).toEqual([]);
});

test('every line of the checklist names an example and a test', () => {
  const text = readFileSync('docs/checklist.md', 'utf8');
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (needed|example|---)/.test(line))
    .map((line) => line.split(' | '));
  const lines = rows.filter((cells) => cells.at(-1)!.includes('../test/'));
  expect(lines.length).toBeGreaterThan(35);
  for (const [, example, held] of lines) {
    expect(example).not.toBe('');
    expect(held).toMatch(/\]\(\.\.\/test\//);
  }
  // The commands that it gives are those of files that are there.
  const files = [...text.matchAll(/`npx expc \w+ ([^`]*)`/g)].flatMap(([, words]) => words!.match(/\S+\.yaml/g) ?? []); // prettier-ignore
  expect(files.length).toBeGreaterThan(4);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});
