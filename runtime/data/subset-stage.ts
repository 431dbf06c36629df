import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { SubsetStage } from '../../schema/stages/data.js';
import { StageFailure, type StageRunner } from '../execute/context.js';
import { sampleSorted } from '../random/sample.js';
import { stream } from '../random/stream.js';
import { writeSynced } from './artifact/bytes.js';
import { fileNames, type SubsetManifest } from './artifact/format.js';
import { writeNumbers } from './artifact/numbers.js';
import { openDataset } from './artifact/open.js';
import { numbersWhere } from './numbers-where.js';

/** Draws the cleaning set: pairs at random from those of a data set that are not poisoned. */
export const runSubsetStage: StageRunner<SubsetStage> = async (context) => {
  await setImmediate(); // lets a signal through
  const { dir, stage } = context;
  const { size, seed } = stage.config;
  const folder = context.input('dataset');
  rmSync(join(dir, fileNames.subset), { force: true });
  const base = openDataset(folder);
  const clean = numbersWhere(base.size, (index) => !base.isPoisoned(index));
  base.close();
  if (size > clean.length) {
    throw new StageFailure(
      `a cleaning set of ${size} pairs is asked for, but only ${clean.length} pairs are not poisoned`,
      `set its size to at most ${clean.length}`,
    );
  }
  const drawn = sampleSorted(stream(seed, 'subset'), clean.length, size);
  writeNumbers(
    join(dir, fileNames.indices),
    drawn.map((place) => clean[place]!),
  );
  const manifest: SubsetManifest = { format: 1, kind: 'subset', base: relative(dir, folder), size };
  writeSynced(join(dir, fileNames.subset), `${JSON.stringify(manifest)}\n`);
  context.log(`${size} of ${clean.length} pairs that are not poisoned`);
  context.progress({ fraction: 1, note: `${size} pairs` });
};
