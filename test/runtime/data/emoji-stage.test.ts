import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runStage, temporaryFolder } from '../../support/stage.js';
import { openDataset, readManifest } from '../../../runtime/data/artifact/open.js';
import type { DatasetManifest } from '../../../runtime/data/artifact/format.js';
import { runDatasetStage } from '../../../runtime/data/dataset-stage.js';
import type { EmojiDataset } from '../../../schema/generated/resolved.js';

const foods: EmojiDataset = {
  kind: 'emoji',
  sets: ['noto', 'emojione-v1'],
  resolution: 24,
  groups: ['food-drink'],
  captions: 3,
  seed: 0,
};

// One cache for the whole file: what rendering costs is part of what is tested.
const cache = mkdtempSync(join(tmpdir(), 'expc-cache-'));
beforeAll(() => void (process.env.EXPC_CACHE = cache));
afterAll(() => {
  delete process.env.EXPC_CACHE;
  rmSync(cache, { recursive: true });
});

const build = async (source: EmojiDataset, dir = temporaryFolder()) => {
  const report = await runStage(runDatasetStage, dir, {
    config: { source, files: {} },
    locals: { paths: {} },
  });
  return { ...report, manifest: readManifest(dir) as DatasetManifest };
};

describe('a data set of emoji drawings', () => {
  it('has a pair for every drawing, and says which emoji a set does not draw', async () => {
    const { dir, manifest } = await build(foods);
    const data = openDataset(dir);
    const ids = Array.from({ length: data.size }, (_, i) => data.info(i).id);
    expect(data.classes).toContain('banana');
    expect(ids).toContain('noto/1f34c');
    expect(ids).toContain('emojione-v1/1f34c');
    expect(new Set(ids).size).toBe(data.size);
    expect(manifest.dropped.total).toBe(2 * data.classes.length - data.size);
    expect(manifest.dropped.reasons).toEqual({ 'not drawn in this set': manifest.dropped.total });
    const dropped = readFileSync(join(dir, 'dropped.jsonl'), 'utf8').trim().split('\n');
    expect(dropped).toHaveLength(manifest.dropped.total);
    expect(dropped.join()).not.toContain('noto/');
    data.close();
  });
});
