import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { dataExport } from '../../cli/actions/data-export.js';
import { dataInspect } from '../../cli/actions/data-inspect.js';
import { dataVerify } from '../../cli/actions/data-verify.js';
import type { DataExportOptions, DataInspectOptions } from '../../cli/commands/data.js';
import { compileFile } from '../../cli/load.js';
import { carryOutPlan } from '../support/carry-out.js';

let folder: string;
let outputs: string;
let file: string;
/** The folder of each kind of stage that was carried out. */
let stages: Record<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'expc-data-'));
  outputs = join(folder, 'outputs');
  mkdirSync(join(folder, 'images'));
  for (let i = 0; i < 12; i++)
    await sharp({
      create: { width: 40, height: i === 11 ? 90 : 32, channels: 3, background: { r: 20 * i, g: 90, b: 10 } },
    })
      .png()
      .toFile(join(folder, 'images', `${i}.png`));
  writeFileSync(join(folder, 'images', 'broken.png'), 'nothing');
  const rows = Array.from(
    { length: 12 },
    (_, i) => `images/${i}.png,thing number ${i},${i % 2 ? 'banana' : 'apple'}\n`,
  );
  writeFileSync(
    join(folder, 'pairs.csv'),
    `image,caption,label\n${rows.join('')}images/broken.png,x,apple\ngone.png,y,apple\n`,
  );
  file = join(folder, 'x.yaml');
  writeFileSync(
    file,
    `expc: 1
name: x
datasets:
  pairs: { kind: csv, path: pairs.csv, label_column: label, resolution: 32, unreadable: drop }
  few: { kind: csv, path: pairs.csv, label_column: label, resolution: 16, unreadable: drop, classes: { count: 1 } }
poison: { trigger: { kind: solid-patch, size: 8, location: top-left, color: [1, 1, 0] }, target: banana, count: 3 }
model:
  embed_dim: 16
  image: { kind: resnet, layers: [1, 1], width: 8, resolution: 32 }
  text: { layers: 1, width: 16, heads: 2, context: 8, vocabulary: 600 }
pretrain: { dataset: pairs, objective: { mmcl: 1 }, optimizer: { lr: 1e-3 }, epochs: 1, batch_size: 2 }
clean: { data: { size: 4 }, objective: { mmcl: 1 }, optimizer: { lr: 1e-4 }, epochs: 1, batch_size: 2 }
evaluate: { dataset: pairs, templates: ['{}'] }
`,
  );
  const { plan } = compileFile(file);
  const isData = ({ kind }: { kind: string }) => ['dataset', 'poison', 'subset'].includes(kind);
  const data = plan!.stages.filter(isData);
  await carryOutPlan({ ...plan!, stages: data }, outputs);
  stages = Object.fromEntries(data.map(({ kind, id }) => [kind, join(outputs, 'stages', id)]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a command prints, and its exit code. */
async function printed(act: () => Promise<number>): Promise<{ text: string; errors: string; code: number }> {
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((chunk) => {
      written[name] += String(chunk);
      return true;
    }),
  );
  try {
    return { code: await act(), text: written.stdout, errors: written.stderr };
  } finally {
    spies.forEach((spy) => spy.mockRestore());
  }
}

const inspect = (what: string, part?: string, more: Partial<DataInspectOptions> = {}) =>
  printed(() => dataInspect(what, part, { outputs, count: 8, seed: 1, ...more }));
const verify = (what: string, part?: string, more: object = {}) =>
  printed(() => dataVerify(what, part, { outputs, ...more }));
const exported = (what: string, part: string | undefined, more: Partial<DataExportOptions> = {}) =>
  printed(() =>
    dataExport(what, part, {
      outputs,
      format: 'csv',
      out: join(folder, 'out'),
      pictures: 'png',
      captions: 'first',
      shardCount: 10_000,
      shardMegabytes: 3000,
      ...more,
    }),
  );

describe('expc data inspect', () => {
  it('tells what is in the poisoned data of an experiment', async () => {
    const { text, code } = await inspect(file);
    expect(code).toBe(0);
    expect(text).toMatch(/^poison, poison-[0-9a-f]{12}\n/);
    expect(text).toMatch(/^pairs {9}12$/m);
    expect(text).toMatch(/^poisoned {6}3 \(25\.00 %\)$/m);
    expect(text).toMatch(/^attack {8}3 pairs for "banana", dirty labels: .+$/m);
    expect(text).toMatch(/^classes {7}2; pairs in one all 6$/m);
    expect(text).toMatch(/^ {14}1 x missing image$/m);
    expect(text).toMatch(/row 13: unreadable image: images\/broken\.png: /);
  });

  it('reads a source that nothing was built from, and tells of its files', async () => {
    const { text, code } = await inspect(file, 'pairs', { source: true });
    expect(code).toBe(0);
    expect(text).toMatch(/^train, pairs: csv source\n/);
    expect(text).toMatch(/^formats {7}png 12$/m);
    expect(text).toMatch(/^files {9}\d.* kB; /m);
    expect(text).toMatch(/^elongated {5}1 more than twice as long as short$/m);
    expect(text).toMatch(/^stored as {5}32x32 12$/m);
  });

  it('prints all of it for programs, and writes a sheet with poisoned pictures framed', async () => {
    const sheet = join(folder, 'sheet.png');
    const { text } = await inspect(stages.poison!, undefined, { json: true, sheet });
    expect(JSON.parse(text)).toMatchObject({ pairs: 12, poisoned: 3, dropped: { total: 2 } });
    const { data, info } = await sharp(readFileSync(sheet)).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([8 * 120 + 8, 150 + 8]);
    let red = 0;
    for (let at = 0; at < data.length; at += info.channels)
      if (data[at] === 0xd6 && data[at + 1] === 0x27 && data[at + 2] === 0x28) red++;
    expect(red).toBeGreaterThan(3 * 4 * 112);
  });

  it('takes a stage by the beginning of its name, and one run of several', async () => {
    expect((await inspect('subset')).text).toMatch(/^pairs {9}4$/m);
    expect((await inspect(file, 'test', { run: '' })).text).toMatch(/^pairs {9}12$/m);
  });

  it('says what it does not find', async () => {
    await expect(inspect(file, 'poisn')).rejects.toThrow('works with no data `poisn`');
    await expect(inspect('nowhere')).rejects.toThrow('`nowhere` is no experiment, and no folder or stage');
    await expect(inspect(stages.poison!, 'train')).rejects.toThrow('is one data set');
    const unmade = { outputs: join(folder, 'none') };
    await expect(inspect(file, 'poison', unmade)).rejects.toThrow('is not made yet');
    expect((await inspect(file, undefined, unmade)).text).toMatch(/^train, pairs: csv source\n/);
    writeFileSync(join(folder, 'wrong.yaml'), 'expc: 1\nname: x\n');
    expect((await inspect(join(folder, 'wrong.yaml'))).code).toBe(2);
  });

  it('tells of a source that cannot be read', async () => {
    const other = join(folder, 'other.yaml');
    writeFileSync(other, readFileSync(file, 'utf8').replaceAll('label_column: label', 'label_column: lable'));
    const { code, errors } = await inspect(other, 'pairs');
    expect(code).toBe(1);
    expect(errors).toContain('pairs.csv:1: the header has no column "lable"');
  });
});

describe('expc data verify', () => {
  it('reads all data of an experiment', async () => {
    const { text, code } = await verify(file);
    expect(code).toBe(0);
    expect(text.split('\n').map((line) => line.replace(/[0-9a-f]{12}/, 'X'))).toEqual([
      'poison, poison-X: 12 pairs, all right',
      'train, pairs, dataset-X: 12 pairs, all right',
      'cleaning-set, subset-X: 4 pairs, all right',
      '',
    ]);
  });

  it('lists the rows of a source that cannot be used', async () => {
    const { text, code } = await verify(file, 'pairs', { source: true });
    expect(code).toBe(1);
    expect(text).toMatch(/^train, pairs: csv source: 12 pairs, 2 problems\n {2}row 13: unreadable image/);
    // What a filter leaves out is not wrong.
    const filtered = await verify(file, 'pairs', {
      source: true,
      set: ['datasets.pairs.filter={ min_caption_length: 5 }'],
    });
    expect(filtered.text).toMatch(/12 pairs, all right$/m);
  });

  it('finds a changed byte, by checksum and by place', async () => {
    const path = join(stages.dataset!, 'pictures.bin');
    const bytes = readFileSync(path);
    writeFileSync(path, Buffer.from(bytes).fill(7, 5, 6));
    const { text, code } = await verify(file, 'train', { json: true });
    writeFileSync(path, bytes);
    expect(code).toBe(1);
    const [check] = JSON.parse(text) as { problems: object[] }[];
    expect(check!.problems).toEqual([
      {
        place: expect.stringMatching(/^dataset-/) as string,
        problem: 'pictures.bin was altered (its SHA-256 differs)',
      },
    ]);
    const none = await verify(file, undefined, { outputs: join(folder, 'none') });
    expect(none.text).toMatch(/^poison, poison-\w+: not made yet$/m);
    await expect(verify(file, 'poison', { outputs: join(folder, 'none') })).rejects.toThrow('not made yet');
  });
});

describe('expc data export', () => {
  it('writes what the original program reads, under the names that its script looks for', async () => {
    const { text, code } = await exported(file, undefined);
    expect(code).toBe(0);
    const id = stages.poison!.split('/').at(-1)!;
    expect(existsSync(join(folder, 'out', `${id}.csv`))).toBe(true);
    expect(text).toContain(`${id}.csv\n`);
    expect(text).toMatch(/^12 pairs$/m);
    expect((await exported(file, 'cleaning-set')).code).toBe(0);
    expect((await exported(file, 'cleaning-set')).errors).toContain('is there already');
  });

  it('writes shards that can be read as a data set', async () => {
    const out = join(folder, 'shards');
    await exported(file, 'poison', { format: 'webdataset', out, name: 'p', shardCount: 5 });
    const text = readFileSync(file, 'utf8').replace(
      /pairs: \{.*\}/,
      'pairs: { kind: webdataset, path: "shards/p-{000000..000002}.tar", label_member: json, resolution: 32 }',
    );
    writeFileSync(join(folder, 'again.yaml'), text);
    const again = await inspect(join(folder, 'again.yaml'), 'train', { json: true });
    const before = await inspect(file, 'poison', { json: true });
    const told = ({ text: json }: { text: string }) => {
      const { captions, classes, duplicates } = JSON.parse(json) as Record<string, Record<string, object>>;
      return {
        captions,
        classes,
        exact: duplicates!.exact && (duplicates!.exact as { repeats: number }).repeats,
      };
    };
    expect(told(again)).toEqual(told(before));
  });

  it('does not build what is not there', async () => {
    await expect(exported(file, 'pairs', { outputs: join(folder, 'none') })).rejects.toThrow(
      'is not built yet',
    );
    await expect(exported(file, undefined, { outputs: join(folder, 'none') })).rejects.toThrow(
      'is not made yet',
    );
  });
});
