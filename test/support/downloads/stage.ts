import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatasetStage } from '../../../schema/stages/data.js';
import type { DatasetManifest, Dropped, PairRecord } from '../../../runtime/data/artifact/format.js';
import { openDataset } from '../../../runtime/data/artifact/open.js';
import { runDatasetStage } from '../../../runtime/data/dataset-stage.js';
import type { DownloadSettings, UrlListConfig } from '../../../runtime/data/url-list/config.js';
import { runStage, type StageReport } from '../stage.js';

/** Patient, since the machine that runs tests may be busy. */
export const settings: DownloadSettings = {
  concurrency: 64,
  per_host: 64,
  connect_seconds: 60,
  seconds: 60,
  retries: 1,
  retry_seconds: 0.05,
  max_wait_seconds: 5,
  redirects: 5,
  user_agent: 'test',
  allow_addresses: ['127.0.0.1/32'],
  retry: 'temporary',
  names: 'content',
};

export const list: UrlListConfig = {
  kind: 'url-list',
  delimiter: '\t',
  resolution: 32,
  resize: 'exact',
  format: 'png',
  quality: 95,
  max_megabytes: 1,
  max_megapixels: 50,
  pass: 1,
};

export interface DownloadTest {
  readonly folder: string;
  /** Name of the stage's folder. */
  readonly stage?: string;
  readonly config?: Partial<UrlListConfig>;
  readonly settings?: Partial<DownloadSettings>;
  readonly stopRequested?: () => boolean;
}

/** Writes a list: caption 0, caption 1, ... */
export function writeList(folder: string, urls: readonly string[]): void {
  writeFileSync(join(folder, 'list.tsv'), urls.map((url, i) => `caption ${i}\t${url}\n`).join(''));
}

/** Carries out the stage of `list.tsv` in a folder. */
export function downloadIn({
  folder,
  stage = 'stage',
  config = {},
  settings: more = {},
  stopRequested,
}: DownloadTest): Promise<StageReport> {
  return runStage<DatasetStage>(runDatasetStage, join(folder, stage), {
    config: { source: { ...list, ...config }, files: {} },
    locals: {
      paths: { path: join(folder, 'list.tsv'), root: join(folder, 'pictures') },
      download: { ...settings, ...more },
    },
    ...(stopRequested && { stopRequested }),
  });
}

/** What a stage left: its pairs, and what was left out. */
export function resultOf(folder: string, stage = 'stage') {
  const dir = join(folder, stage);
  const lines = <T>(name: string): T[] =>
    readFileSync(join(dir, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as T);
  return {
    manifest: JSON.parse(readFileSync(join(dir, 'dataset.json'), 'utf8')) as DatasetManifest,
    pairs: lines<PairRecord>('pairs.jsonl'),
    dropped: lines<Dropped & { url?: string }>('dropped.jsonl'),
    open: () => openDataset(dir),
  };
}
