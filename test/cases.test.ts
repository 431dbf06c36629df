import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseCase, withSession } from './support/case-file.js';
import { runCase } from './support/cases.js';

/** Write what is printed now into the files: `EXPC_UPDATE=1 npx vitest run test/cases.test.ts`, or vitest's `-u`. */
const update = Boolean(process.env.EXPC_UPDATE) || process.argv.includes('-u');
const folder = 'test/cases';

describe('whole commands', () => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.txt'),
  );
  test.concurrent.each(names.sort())(
    '%s',
    async (name) => {
      const path = `${folder}/${name}`;
      const text = readFileSync(path, 'utf8');
      const file = parseCase(text);
      const session = await runCase(file);
      if (update) {
        if (session !== file.session) writeFileSync(path, withSession(text, session));
      } else expect(session).toBe(file.session);
    },
    300_000,
  );
});
