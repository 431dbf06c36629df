import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, it } from 'vitest';
import { exportData } from '../../../../runtime/data/export/export.js';
import { openDataset } from '../../../../runtime/data/artifact/open.js';
import { sha256 } from '../../../../runtime/store/digest.js';
import { madePairs, writeDataset } from '../../../support/datasets.js';
import { pythonOrNull } from '../../../support/python.js';
import { temporaryFolder } from '../../../support/stage.js';
import { readShards } from '../webdataset/support.js';

/** Reads shards with the webdataset library and tarfile, and writes one with webdataset's own writer. */
const program = `
import hashlib, json, sys, tarfile
import webdataset as wds
shards, out = sys.argv[1], sys.argv[2]
data = wds.WebDataset(shards, shardshuffle=False).decode("rgb8").to_tuple("png", "txt", "json", "cls")
rows = [[hashlib.sha256(p.tobytes()).hexdigest(), t, j["captions"], c] for p, t, j, c in data]
first = shards.replace("{000000..000002}", "000000")
members = [[m.name, m.size, m.mtime, m.mode] for m in tarfile.open(first)]
with wds.TarWriter(out) as writer:
    for p, t, j, c in wds.WebDataset(shards, shardshuffle=False).decode("rgb8").to_tuple("png", "txt", "json", "cls"):
        writer.write({"__key__": j["key"], "png": p, "txt": t.upper(), "json": j})
print(json.dumps({"rows": rows, "members": members}))
`;

/** Installs the library into the cache at first: EXPC_PYTHON=1 asks for it. */
const isAsked = process.env.EXPC_PYTHON !== undefined;

it.runIf(isAsked)(
  'shards are read by the webdataset library, and its own are read here',
  async (context) => {
    const python = await pythonOrNull('webdataset', 'webdataset==1.0.2', 'pillow==11.3.0');
    if (python === null) return context.skip();
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'data'));
    const data = writeDataset(join(folder, 'data'), madePairs(7, 16));
    const limits = { count: 3, bytes: 1e9 };
    const options = { format: 'webdataset', pictures: 'png', captions: 'first', limits, name: 's' } as const;
    await exportData(data, join(folder, 'out'), options);
    writeFileSync(join(folder, 'read.py'), program);
    const shards = join(folder, 'out', 's-{000000..000002}.tar');
    const theirs = join(folder, 'theirs.tar');
    const { stdout } = await execa(python, [join(folder, 'read.py'), shards, theirs]);
    const { rows, members } = JSON.parse(stdout) as { rows: unknown[]; members: unknown[][] };
    const dataset = openDataset(data);
    const expected = await Promise.all(
      Array.from({ length: dataset.size }, async (_, index) => {
        const { captions, label } = dataset.info(index);
        const { data: pixels } = await dataset.picture(index);
        return [sha256(pixels), captions[0], captions, dataset.classes.indexOf(label!)];
      }),
    );
    expect(rows).toEqual(expected);
    expect(members.map(([name]) => name).slice(0, 4)).toEqual([
      '000000.png',
      '000000.txt',
      '000000.json',
      '000000.cls',
    ]);
    expect(members.every(([, , time, mode]) => time === 0 && mode === 0o644)).toBe(true);
    const back = await readShards(theirs, { resolution: 16 });
    expect(back.dropped).toEqual([]);
    for (const [index, { captions, picture }] of back.pairs.entries()) {
      expect(captions).toEqual([dataset.info(index).captions[0]!.toUpperCase()]);
      expect(sha256(picture!.data)).toBe(sha256((await dataset.picture(index)).data));
    }
    dataset.close();
  },
  300_000,
);
