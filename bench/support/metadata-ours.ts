/** Our side of bench/metadata.ts: node metadata-ours.js TABLE FOLDER CLEANING POISONS; prints JSON. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatasetManifest } from '../../runtime/data/artifact/format.js';
import { openDataset, readManifest } from '../../runtime/data/artifact/open.js';
import { runDatasetStage } from '../../runtime/data/dataset-stage.js';
import { runSubsetStage } from '../../runtime/data/subset-stage.js';
import type { StageRunner } from '../../runtime/execute/context.js';
import { choosePairs } from '../../runtime/poison/choose.js';
import { stream } from '../../runtime/random/stream.js';
import type { Stage } from '../../schema/plan.js';

const [path, folder] = process.argv.slice(2) as [string, string];
const [cleaning, poisons] = process.argv.slice(4).map(Number) as [number, number];
const seconds: Record<string, number> = {};

async function timed<T>(name: string, work: () => Promise<T> | T): Promise<T> {
  const start = performance.now();
  const result = await work();
  seconds[name] = (performance.now() - start) / 1000;
  return result;
}

function carryOut<S extends Stage>(
  runner: StageRunner<S>,
  dir: string,
  parts: Pick<S, 'config' | 'locals'>,
  input: string,
): Promise<void> {
  mkdirSync(dir, { recursive: true });
  return runner({
    stage: parts as S,
    dir,
    input: () => input,
    observers: [],
    log: () => undefined,
    progress: () => undefined,
    stopRequested: () => false,
  });
}

const dataset = join(folder, 'dataset');
await timed('read, filter, write', () =>
  carryOut(
    runDatasetStage,
    dataset,
    {
      config: {
        source: {
          kind: 'csv',
          image_column: 'image',
          caption_column: 'caption',
          delimiter: ',',
          resolution: 224,
          unreadable: 'unchecked',
          seed: 0,
          filter: { min_caption_length: 12, augmentable: true },
        },
        files: {},
      },
      locals: { paths: { path } },
    },
    '',
  ),
);
const base = await timed('open', () => openDataset(dataset));
const attack = { labels: 'dirty', target: 'banana', count: poisons } as const;
await timed('choose poisons', () => choosePairs(base, attack, stream(1, 'poison pairs')));
const named = await timed('choose label-consistent poisons', () =>
  choosePairs(base, { ...attack, labels: 'consistent' }, stream(1, 'poison pairs')),
);
base.close();
await timed('clean subset', () =>
  carryOut(
    runSubsetStage,
    join(folder, 'subset'),
    { config: { size: cleaning, seed: 1 }, locals: {} },
    dataset,
  ),
);
const { size, dropped } = readManifest(dataset) as DatasetManifest;
console.log(
  JSON.stringify({
    kept: size,
    dropped: dropped.reasons,
    named: named.length,
    seconds,
    cpu: (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
    peak: process.resourceUsage().maxRSS / 1024,
  }),
);
