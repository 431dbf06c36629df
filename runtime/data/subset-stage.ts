import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { SubsetStage } from '../../schema/plan.js';
import { StageFailure, type StageRunner } from '../execute/context.js';
import { sample, stream } from '../random/stream.js';
import { writeSynced } from './artifact/bytes.js';
import { fileNames, type SubsetManifest } from './artifact/format.js';
import { openDataset } from './artifact/open.js';

/** Draws the cleaning set: pairs at random from those of a data set that are not poisoned. */
export const runSubsetStage: StageRunner<SubsetStage> = async (context) => {
  await setImmediate(); // lets a signal through
  const { dir, stage } = context;
  const { size, seed } = stage.config;
  const folder = context.input('dataset');
  rmSync(join(dir, fileNames.subset), { force: true });
  const base = openDataset(folder);
  const clean: number[] = [];
  for (let index = 0; index < base.size; index++) if (!base.info(index).poisoned) clean.push(index);
  base.close();
  if (size > clean.length) {
    throw new StageFailure(
      `a cleaning set of ${size} pairs is asked for, but only ${clean.length} pairs are not poisoned`,
      `set its size to at most ${clean.length}`,
    );
  }
  const indices = sample(stream(seed, 'subset'), clean.length, size)
    .map((place) => clean[place]!)
    .sort((a, b) => a - b);
  const manifest: SubsetManifest = { format: 1, kind: 'subset', base: relative(dir, folder), size, indices };
  writeSynced(join(dir, fileNames.subset), `${JSON.stringify(manifest)}\n`);
  context.log(`${size} of ${clean.length} pairs that are not poisoned`);
  context.progress({ fraction: 1, note: `${size} pairs` });
};
