import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PairDataset } from '../dataset.js';
import { damaged } from './damaged.js';
import { fileNames, type DatasetManifest, type PoisonManifest, type SubsetManifest } from './format.js';
import { openPacked } from './packed.js';
import { openPoisoned, openSubset } from './overlay.js';
import { hasShape } from './shape.js';

type Manifest = DatasetManifest | PoisonManifest | SubsetManifest;

/**
 * Opens the folder of a finished dataset, poison or subset stage. Poisoned and subset data sets read the pictures of
 * the data set they are made from.
 * @throws StageFailure when the folder is none of these, or damaged.
 */
export function openDataset(dir: string): PairDataset {
  const manifest = readManifest(dir);
  switch (manifest.kind) {
    case 'dataset':
      return openPacked(dir, manifest);
    case 'poison':
      return openPoisoned(dir, manifest, openDataset(resolve(dir, manifest.base)));
    case 'subset':
      return openSubset(dir, manifest, openDataset(resolve(dir, manifest.base)));
  }
}

/** The manifest of a dataset, poison or subset stage's folder. */
export function readManifest(dir: string): Manifest {
  for (const kind of ['dataset', 'poison', 'subset'] as const) {
    const path = join(dir, fileNames[kind]);
    if (!existsSync(path)) continue;
    const manifest = parse(path);
    if (manifest?.kind !== kind || manifest.format !== 1) {
      throw damaged(dir, `${fileNames[kind]} has another format`);
    }
    if (!hasShape(kind, manifest)) throw damaged(dir, `${fileNames[kind]} lacks what it should have`);
    return manifest;
  }
  throw damaged(dir, 'it holds no dataset.json, poison.json or subset.json');
}

function parse(path: string): Manifest | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Manifest | null;
  } catch (error) {
    throw damaged(path, (error as Error).message);
  }
}
