import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LanguageServer, withCursor } from './support/language-server.js';

let server: LanguageServer;
beforeAll(async () => {
  server = await LanguageServer.start();
});
afterAll(() => server.stop());

let opened = 0;
/** Each test opens a file of its own. An experiment has a line that names the schema, a template the project's settings. */
const files = {
  experiment: () => `experiments/editor-${++opened}.yaml`,
  template: () => `templates/model/editor-${++opened}.yaml`,
};
const lines = {
  experiment: '# yaml-language-server: $schema=../schema/generated/editor.schema.json\n',
  template: '# A template.\n',
};
type Sort = keyof typeof files;

async function openAt(sort: Sort, marked: string) {
  const { text, position } = withCursor(`${lines[sort]}${marked}`);
  const file = files[sort]();
  await server.open(file, text);
  return { file, position };
}

async function offered(sort: Sort, marked: string): Promise<string[]> {
  const { file, position } = await openAt(sort, marked);
  const items = await server.completions(file, position);
  return items.map(({ label }) => label);
}

async function shownOver(sort: Sort, marked: string): Promise<string> {
  const { file, position } = await openAt(sort, marked);
  return server.hover(file, position);
}

/** Problems as `line:column-column message`, counted from 1 without the line of the schema. */
async function squiggles(sort: Sort, text: string): Promise<string[]> {
  const found = await server.open(files[sort](), `${lines[sort]}${text}`);
  return found.map(
    ({ range: { start, end }, message }) =>
      `${start.line}:${start.character + 1}-${end.character + 1} ${message}`,
  );
}

const experiment = 'expc: 1\nname: x\nextends: ../templates/data/emoji.yaml\n';

describe('an experiment', () => {
  test('is completed with keys', async () => {
    expect(await offered('experiment', `${experiment}‸\n`)).toEqual(
      expect.arrayContaining(['datasets', 'poison', 'pretrain', 'clean', 'evaluate', 'ablations', 'figures']),
    );
    expect(await offered('experiment', `${experiment}clean:\n  opt‸\n`)).toEqual(
      expect.arrayContaining(['optimizer', 'optimizer_state']),
    );
  });

  test('is completed with values', async () => {
    const text = `${experiment}poison:\n  trigger: { kind: noise-patch }\n  labels: ‸\n`;
    expect(await offered('experiment', text)).toEqual(expect.arrayContaining(['dirty', 'consistent']));
    expect(await offered('experiment', `${experiment}poison:\n  trigger:\n    kind: ‸\n`)).toEqual(
      expect.arrayContaining(['noise-patch', 'blended', 'sig', 'warp']),
    );
  });

  test('is completed with the keys of its kind', async () => {
    const keys = await offered('experiment', `${experiment}poison:\n  trigger:\n    kind: blended\n    ‸\n`);
    expect(keys).toContain('opacity');
    expect(keys).not.toContain('grid');
  });

  test('is completed with paths in axes and patches', async () => {
    const matrix = `${experiment}ablations:\n  - name: a\n    matrix:\n      clean.opt‸\n`;
    expect(await offered('experiment', matrix)).toContain('clean.optimizer.lr');
    const set = `${experiment}ablations:\n  - name: a\n    set:\n      clean.ep‸\n`;
    expect(await offered('experiment', set)).toContain('clean.epochs');
    const inner = `${experiment}ablations:\n  - name: a\n    set:\n      clean:\n        opt‸\n`;
    expect(await offered('experiment', inner)).toContain('optimizer.lr');
  });

  test('says what a key means, with its unit and the default of the study', async () => {
    const text = await shownOver(
      'experiment',
      `${experiment}poison:\n  trigger: { kind: noise-patch, si‸ze: 8 }\n`,
    );
    expect(text).toMatch(/patch/i);
    expect(text).toContain('Unit: px.');
    const other = await shownOver('experiment', `${experiment}compat‸ibility: study\n`);
    expect(other).toContain('changes the defaults');
  });

  test('has its unknown keys underlined, at the top and inside', async () => {
    expect(await squiggles('experiment', `${experiment}claen: {}\n`)).toEqual([
      expect.stringMatching(/^4:1-6 Property claen is not allowed/),
    ]);
    expect(
      await squiggles('experiment', `${experiment}poison:\n  trigger: { kind: blended, grid: 4 }\n`),
    ).toEqual([expect.stringMatching(/^5:29-33 Property grid is not allowed/)]);
  });

  test('has values that are not allowed underlined', async () => {
    const [first] = await squiggles('experiment', `${experiment}compatibility: paper\n`);
    expect(first).toMatch(/^4:16-21 Value is not accepted\. Valid values: .*"study"/);
  });

  test('may edit lists, refer, remove and take notes', async () => {
    const text = `${experiment}x-note: anything
evaluate:
  templates: !append ['a sketch of a {}.']
poison: null
clean: { epochs: '\${pretrain.epochs}', x-why: short }
`;
    expect(await squiggles('experiment', text)).toEqual([]);
  });
});

describe('a template', () => {
  test('is completed with keys and values', async () => {
    expect(await offered('template', 'model:\n  image:\n    kind: ‸\n')).toEqual(
      expect.arrayContaining(['resnet', 'vit']),
    );
    expect(await offered('template', 'model:\n  image:\n    ‸\n')).toEqual(
      expect.arrayContaining(['kind', 'layers', 'width', 'resolution']),
    );
  });

  test('says what a key means', async () => {
    expect(await shownOver('template', 'model:\n  embed_‸dim: 64\n')).toMatch(/embedding/i);
  });

  test('has its unknown keys underlined; missing ones are none of its business', async () => {
    expect(await squiggles('template', 'model:\n  embed_dim: 64\n')).toEqual([]);
    expect(await squiggles('template', 'model:\n  embed_dims: 64\n')).toEqual([
      expect.stringMatching(/^2:3-13 Property embed_dims is not allowed/),
    ]);
  });
});

describe("the project's own files", () => {
  const own = ['experiments', 'templates'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `${folder}/${name}`),
  );

  test.each(own)('%s has nothing underlined', async (file) => {
    const found = await server.open(file, readFileSync(file, 'utf8'));
    expect(found.map(({ message, range }) => `${range.start.line}: ${message}`)).toEqual([]);
  });
});
