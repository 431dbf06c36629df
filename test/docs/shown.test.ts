import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { printedIn } from '../support/cases.js';

/**
 * What the pages show as printed by a command of the compiler: a `sh` block of one command, then a `text` block.
 * `EXPC_UPDATE=1 npx vitest run test/docs/shown.test.ts` writes what is printed now into the pages.
 */
const pages = ['README.md', ...readdirSync('docs').filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];
const pair = /```sh\nnpx (expc (?:check|plan|show|explain|diff|schema) [^\n]*)\n```\n\n```text\n([\s\S]*?)```/g;

const shown = pages.flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(pair)].map(([, command, output]) => ({
    page,
    command: command!,
    output: output!,
  })),
);

test('the introduction shows how two figures of the study differ', () => {
  const commands = shown.filter(({ page }) => page === 'README.md').map(({ command }) => command);
  expect(commands.some((command) => /^expc diff \S+#main \S+#ssl-weight$/.test(command))).toBe(true);
});

test.each(shown)('$page: $command', async ({ page, command, output }) => {
  const printed = await printedIn('.', command);
  if (process.env.EXPC_UPDATE && printed !== output) {
    const text = readFileSync(page, 'utf8');
    const before = `npx ${command}\n\`\`\`\n\n\`\`\`text\n`;
    writeFileSync(page, text.replace(`${before}${output}\`\`\``, () => `${before}${printed}\`\`\``));
  } else expect(output).toBe(printed);
});
