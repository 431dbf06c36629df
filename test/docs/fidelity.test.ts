import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The table rows of a text: lines of cells. */
function rows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .map((line) =>
      line
        .slice(2, -2)
        .split(' | ')
        .map((cell) => cell.trim()),
    );
}

const text = readFileSync('docs/fidelity.md', 'utf8');
const quirks = rows(text.split('<!-- /parity -->')[1]!).filter(([first]) => !first!.startsWith('quirk'));
const tests = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.test.ts'),
);

/** `test/a/{b,c}` names two. */
function expandBraces(path: string): string[] {
  const braces = /\{([^}]*)\}/.exec(path);
  if (braces === null) return [path];
  return braces[1]!.split(',').flatMap((one) => expandBraces(path.replace(braces[0], one)));
}

/** The test files that a cell names; a bare file name lies in the folder of the one before it. */
function namedTests(cell: string): string[] {
  let folder = '';
  return [...cell.matchAll(/`([^`]*)`/g)]
    .map(([, name]) => name!)
    .filter((name) => name.startsWith('test/') || name.endsWith('.test.ts'))
    .flatMap((name) => {
      const path = name.includes('/') ? name : join(folder, name);
      folder = dirname(path);
      return expandBraces(path);
    });
}

const holdsTests = (path: string) =>
  existsSync(path) &&
  (statSync(path).isFile() || tests.some((test) => join('test', test).startsWith(`${path}/`)));

describe('the quirks of the original', () => {
  it('are in tables of three columns', () => {
    expect(quirks.length).toBeGreaterThan(60);
    for (const row of quirks) expect(row, row[0]).toHaveLength(3);
  });

  it.each(quirks)('%s: %s', (_, treatment, heldBy) => {
    expect(treatment).toMatch(/^(reproduced|fixed|optional|not reproduced|one device)/);
    const named = namedTests(heldBy);
    const fixtures = [...heldBy.matchAll(/fixtures? ([a-z-]+)/g)].map(([, name]) => name!);
    expect([...named, ...fixtures]).not.toEqual([]);
    expect(named.filter((path) => !holdsTests(path))).toEqual([]);
    for (const fixture of fixtures) {
      expect(existsSync(join('test/fixtures/parity', fixture)), fixture).toBe(true);
      const reading = tests.filter((path) =>
        readFileSync(join('test', path), 'utf8').match(`['\`"/]${fixture}['\`"/]`),
      );
      expect(reading, `tests that read the fixture ${fixture}`).not.toEqual([]);
    }
  });
});

it('every deviation in the table is inside its tolerance', () => {
  const table = rows(text.split('<!-- parity -->')[1]!.split('<!-- /parity -->')[0]!).slice(1);
  expect(table.length).toBeGreaterThan(150);
  for (const [fixture, what, absolute, , tolerance] of table)
    // Three comparisons are of shares of the largest value, which their manifest speaks of.
    if (!/features|gradients|statistics/.test(what!) && fixture !== 'losses')
      expect(Number(absolute), `${fixture}: ${what}`).toBeLessThanOrEqual(Number(tolerance));
});
