import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { StageFailure } from '../../../runtime/execute/context.js';
import { verifyData } from '../../../runtime/data/inspect/verify.js';
import { openSource } from '../../../runtime/data/open-source.js';
import { listRows } from '../../../runtime/data/url-list/list/rows.js';
import { madePairs, writeDataset } from '../../support/datasets.js';
import { mutated, mutations } from '../../support/mutate.js';
import { tarOf } from './webdataset/support.js';

/** Mutated files for each reader: EXPC_FUZZ=20000 searches for long. EXPC_FUZZ_SEED takes others. */
const runs = Number(process.env.EXPC_FUZZ ?? 25);
const seed = Number(process.env.EXPC_FUZZ_SEED ?? 1);
vi.setConfig({ testTimeout: 60_000 + runs * 2000 });

/** No mutated file of some kilobytes may take so long, on a machine that does other things too. */
const longest = 30_000;
/** Nor so much memory, in bytes: a picture of the largest size that is read takes half of it. */
const mostMemory = 2.5 * 2 ** 30;

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'expc-fuzz-'));
  mkdirSync(join(folder, 'images'));
  for (const [i, name] of ['a.png', 'b.jpg', 'c.png'].entries())
    writeFileSync(join(folder, 'images', name), await plain(i));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plain = (level: number, format: 'png' | 'jpeg' = 'png', width = 9, height = 8) =>
  sharp({ create: { width, height, channels: 3, background: { r: 20 * level, g: 90, b: 10 } } })
    [format]()
    .toBuffer();

const path = (name: string): string => join(folder, name);

/** What becomes of a file: rows that are used or dropped, or an error that a person can read. */
interface Told {
  readonly pairs: number;
  readonly dropped: number;
  readonly failure: string | null;
}

async function readSource(source: object, paths: object): Promise<Told> {
  let [pairs, dropped] = [0, 0];
  const stage = {
    config: { source: { unreadable: 'drop', resolution: 8, seed: 0, ...source }, files: {} },
    locals: { paths },
  };
  const monitor = { progress: () => undefined, checkStop: () => undefined, wantsPixels: () => true };
  for await (const row of openSource(stage as never, monitor).rows())
    if ('pair' in row) {
      pairs++;
      const { id, captions, label, picture } = row.pair;
      expect(typeof id).toBe('string');
      expect(captions.length).toBeGreaterThan(0);
      for (const caption of captions) expect(caption.trim()).not.toBe('');
      expect(label === null || typeof label === 'string').toBe(true);
      expect(picture!.data).toHaveLength(3 * picture!.width * picture!.height);
      expect([picture!.width, picture!.height]).toEqual([8, 8]);
    } else {
      dropped++;
      expect(row.dropped.reason).toMatch(/^[A-Za-z]/);
      expect(`${row.dropped.row}`).not.toBe('');
      expect(row.dropped.detail ?? '').not.toMatch(stackTrace);
    }
  return { pairs, dropped, failure: null };
}

const stackTrace = /\n\s+at |TypeError|Cannot read propert|is not a function|is not iterable|of undefined/;

/** Reads a mutated file; anything but rows or a failure that names the file is an error of the reader. */
async function survive(read: () => Promise<Told>, named: string): Promise<Told> {
  const before = Date.now();
  let told: Told;
  try {
    told = await read();
  } catch (error) {
    if (!(error instanceof StageFailure)) throw error;
    expect(error.message).toContain(named);
    expect(error.message).not.toMatch(stackTrace);
    expect(error.message.length).toBeLessThan(20_000);
    told = { pairs: 0, dropped: 0, failure: error.message };
  }
  expect(Date.now() - before).toBeLessThan(longest);
  expect(process.memoryUsage().rss).toBeLessThan(mostMemory);
  return told;
}

/**
 * Reads mutated samples.
 *
 * @param read reads the file that was written under `name`
 * @param named what a failure has to name
 */
async function fuzz(
  samples: readonly Uint8Array[],
  name: string,
  read: (file: string) => Promise<Told>,
  named = basename(name),
): Promise<void> {
  // What is not changed has to be read whole.
  for (const sample of samples) {
    writeFileSync(path(name), sample);
    const { pairs, failure } = await survive(() => read(path(name)), named);
    expect([failure, pairs > 0]).toEqual([null, true]);
  }
  const counts = { read: 0, failed: 0 };
  await fc.assert(
    fc.asyncProperty(fc.nat(samples.length - 1), mutations(), async (which, changes) => {
      writeFileSync(path(name), mutated(samples[which]!, changes, samples));
      const { failure } = await survive(() => read(path(name)), named);
      counts[failure === null ? 'read' : 'failed']++;
    }),
    { numRuns: runs, seed, endOnFailure: runs > 1000 },
  );
  if (process.env.EXPC_FUZZ !== undefined) {
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    console.log(`${name}: ${counts.read} gave rows, ${counts.failed} a failure; ${megabytes} MB at most`);
  }
}

const csvText = [
  'image,caption,label\nimages/a.png,a dog,x\nimages/b.jpg,"two, ""quoted""\nlines",y\n',
  '\ufeffimage,caption,label\r\nimages/a.png,naïve 漢字 😀,x\r\nimages/c.png,"",y\r\nimages/gone.png,z,z\r\n',
  ',image,caption,label\n0,images/a.png,it\'s "bare",x\n\n1,images/a.png,last line without end,x',
];
const csv = {
  kind: 'csv',
  image_column: 'image',
  caption_column: 'caption',
  label_column: 'label',
  delimiter: ',',
};

describe('mutated tables', () => {
  it('CSV', async () => {
    const utf16 = Buffer.from(csvText[1]!, 'utf16le');
    await fuzz([...csvText.map((text) => Buffer.from(text)), utf16], 'pairs.csv', (file) =>
      readSource(csv, { path: file }),
    );
  });

  it('TSV', async () => {
    const samples = csvText.map((text) => Buffer.from(text.replaceAll(',', '\t')));
    await fuzz(samples, 'pairs.tsv', (file) => readSource({ ...csv, delimiter: '\t' }, { path: file }));
  });

  it('gzip', async () => {
    const samples = csvText.map((text) => gzipSync(text));
    await fuzz(samples, 'pairs.csv.gz', (file) => readSource(csv, { path: file }));
  });

  it('Parquet', async () => {
    const columns = (n: number) => [
      { name: 'image', data: Array.from({ length: n }, (_, i) => `images/${'abc'[i % 3]}.png`) },
      { name: 'caption', data: Array.from({ length: n }, (_, i) => `caption ${i % 4}`) },
      { name: 'label', data: Array.from({ length: n }, (_, i) => (i % 5 === 0 ? null : 'x')) },
    ];
    const samples = [3, 40].flatMap((n) =>
      (['SNAPPY', 'UNCOMPRESSED'] as const).map((codec) =>
        Buffer.from(parquetWriteBuffer({ columnData: columns(n), codec, rowGroupSize: 25 })),
      ),
    );
    await fuzz(samples, 'pairs.parquet', (file) => readSource(csv, { path: file }));
  });
});

describe('mutated lists', () => {
  it('MSCOCO’s captions', async () => {
    const karpathy = {
      images: ['a.png', 'b.jpg', 'c.png'].map((filename, i) => ({
        filepath: 'images',
        filename,
        split: i === 1 ? 'val' : 'test',
        sentences: [{ raw: 'one' }, { raw: 'two 漢字' }],
        imgid: i,
      })),
    };
    const standard = {
      images: ['a.png', 'c.png'].map((name, id) => ({ id, file_name: `images/${name}` })),
      annotations: [0, 1, 0].map((image_id, id) => ({ id, image_id, caption: `caption ${id}` })),
    };
    const samples = [karpathy, standard].map((value) => Buffer.from(JSON.stringify(value)));
    await fuzz(samples, 'coco.json', (file) =>
      readSource({ kind: 'coco', splits: ['test'], captions: 5 }, { path: file }),
    );
  });

  it('files of classes and of labels', async () => {
    mkdirSync(path('classes/n01'), { recursive: true });
    mkdirSync(path('classes/n02'));
    writeFileSync(path('classes/n01/x.png'), await plain(1));
    writeFileSync(path('classes/n02/y.png'), await plain(2));
    const classes = [
      'n01 tench, Tinca tinca\nn02 goldfish\n',
      '{"n01": "tench", "n02": ["x", "gold_fish"]}',
      '{"0": ["n01", "tench"], "1": ["n02", "goldfish"]}',
      "# names\nclasses = ['n01', \"it's\",\n 'x\\'y'] # end\ntemplates = [lambda c: c]\n",
    ].map((text) => Buffer.from(text));
    await fuzz(classes.slice(0, 3), 'classes.txt', (file) =>
      readSource({ kind: 'folder' }, { path: path('classes'), classes_file: file }),
    );
    const labels = [
      'image,label\nn01/x.png,0\nn02/y.png,1\n',
      'n01/x.png 0\nn02/y.png 1\n',
      '0\n1\n',
      'ImageId,PredictionString\nn01/x,0 1 2 3 4\n',
    ].map((text) => Buffer.from(text));
    writeFileSync(path('names.py'), classes[3]!);
    await fuzz(
      labels.slice(0, 3),
      'labels.csv',
      (file) =>
        readSource(
          { kind: 'folder' },
          { path: path('classes'), labels_file: file, classes_file: path('names.py') },
        ),
      '',
    );
  });

  it('a list of addresses', async () => {
    const samples = [
      'a caption\thttp://127.0.0.1/a.png\nanother "one"\thttp://127.0.0.1/b.png\n',
      'http://127.0.0.1/a.png\t漢字\r\nhttp://127.0.0.1/b.png\ttwo words\r\n',
    ].map((text) => Buffer.from(text));
    await fuzz(samples, 'list.tsv', async (file) => {
      let pairs = 0;
      const form = { caption_column: 0, url_column: 1, header: false, delimiter: '\t' };
      for await (const rows of listRows(file, form)) pairs += rows.length;
      return { pairs, dropped: 0, failure: null };
    });
  });
});

describe('mutated archives and binaries', () => {
  it('tar shards', async () => {
    const member = (key: string) => [
      [`${key}.png`, Buffer.alloc(0)] as const,
      [`${key}.txt`, `caption of ${key}`] as const,
      [`${key}.json`, JSON.stringify({ caption: key, label: 'x' })] as const,
    ];
    const samples = await Promise.all(
      [
        ['0', '1'],
        ['a/b', `${'long/'.repeat(40)}name`],
        ['漢字', 'z'],
      ].map(async (keys) => {
        const members = await Promise.all(
          keys
            .flatMap(member)
            .map(async ([name, text], i) => [name, text.length === 0 ? await plain(i) : text] as const),
        );
        return tarOf(members);
      }),
    );
    const read = (config: object) => (file: string) =>
      readSource({ kind: 'webdataset', ...config }, { path: file });
    const form = { caption_member: 'txt', caption_key: 'caption', label_key: 'label' };
    await fuzz(samples, 'shard.tar', read(form));
    const json = { ...form, caption_member: 'json', label_member: 'json' };
    await fuzz(
      samples.map((bytes) => gzipSync(bytes)),
      'shard.tar.gz',
      read(json),
    );
  });

  it('CIFAR', async () => {
    const record = (label: number) => Buffer.concat([Buffer.of(label), Buffer.alloc(3072, label * 20)]);
    mkdirSync(path('cifar'));
    writeFileSync(path('cifar/batches.meta.txt'), 'cat\ndog\n');
    const cifar = { kind: 'cifar', variant: 10, split: 'test', labels: 'fine' };
    await fuzz([Buffer.concat([0, 1, 0].map(record))], 'cifar/test_batch.bin', () =>
      readSource(cifar, { path: path('cifar') }),
    );
    writeFileSync(path('cifar/test_batch.bin'), record(1));
    await fuzz(
      [Buffer.from('cat\ndog\n')],
      'cifar/batches.meta.txt',
      () => readSource(cifar, { path: path('cifar') }),
      '',
    );
  });

  it('pictures', async () => {
    const detail = Uint8Array.from({ length: 3 * 40 * 30 }, (_, i) => (i * i) & 255);
    const raw = () => sharp(detail, { raw: { width: 40, height: 30, channels: 3 } });
    const samples = await Promise.all([
      raw().png().toBuffer(),
      raw().png({ palette: true, colours: 16 }).toBuffer(),
      raw().toColourspace('rgb16').png().toBuffer(),
      raw().ensureAlpha(0.5).png().toBuffer(),
      raw().greyscale().jpeg().toBuffer(),
      raw().jpeg({ progressive: true }).toBuffer(),
      raw().jpeg({ chromaSubsampling: '4:4:4' }).withMetadata({ orientation: 6 }).toBuffer(),
      raw().webp().toBuffer(),
      raw().webp({ lossless: true }).toBuffer(),
      raw().gif().toBuffer(),
      raw().tiff({ compression: 'lzw' }).toBuffer(),
    ]);
    mkdirSync(path('pictures/class'), { recursive: true });
    await fuzz(
      samples,
      'pictures/class/x.png',
      async () => {
        const told = await readSource({ kind: 'folder' }, { path: path('pictures') });
        expect(told.pairs + told.dropped).toBe(1);
        return told;
      },
      '',
    );
  });

  const verified = (dir: string) => async (): Promise<Told> => {
    const { pairs, problems } = await verifyData({ kind: 'folder', title: dir, folder: path(dir) });
    for (const { problem } of problems) expect(problem).not.toMatch(stackTrace);
    return { pairs, dropped: 0, failure: null };
  };

  it.each(['dataset.json', 'pairs.jsonl', 'pairs.idx', 'pictures.bin', 'dropped.jsonl'])(
    'the folder of a data set: %s',
    async (name) => {
      const dir = `built-${name}`;
      mkdirSync(path(dir));
      writeDataset(path(dir), madePairs(4, 8));
      const sample = name === 'dropped.jsonl' ? Buffer.from('\n') : readFileSync(path(join(dir, name)));
      await fuzz([sample], join(dir, name), verified(dir), '');
    },
  );

  it('the folders of poison and subsets', async () => {
    for (const dir of ['base', 'poison', 'subset']) mkdirSync(path(dir));
    writeDataset(path('base'), madePairs(4, 8));
    const square = { width: 8, height: 8, label: null, places: [] };
    const poisoned = [1, 3].map((index, i) => {
      return {
        index,
        id: `made/${index}`,
        captions: ['x'],
        original_captions: ['y'],
        offset: 192 * i,
        ...square,
      };
    });
    const common = { format: 1, base: '../base' };
    const attack = { trigger: {}, description: 'none', target: 'x', labels: 'dirty', count: 2 };
    const poison = { ...common, kind: 'poison', size: 4, ...attack, bytes: { pictures: 384 }, poisoned };
    writeFileSync(path('poison/pictures.bin'), Buffer.alloc(384));
    await fuzz([Buffer.from(JSON.stringify(poison))], 'poison/poison.json', verified('poison'), '');
    const subset = { ...common, kind: 'subset', size: 2, indices: [0, 2] };
    await fuzz([Buffer.from(JSON.stringify(subset))], 'subset/subset.json', verified('subset'), '');
  });
});
