import { closeSync, openSync, readSync } from 'node:fs';
import type { Stage } from '../../schema/plan.js';
import type { DatasetStage } from '../../schema/stages/data.js';
import { readManifest } from '../data/artifact/open.js';
import { emojiPairs } from '../data/emoji/source.js';
import { readDone, stageFolder } from '../store/stage-folder.js';

/** Pairs of a stage of data, where that can be told: its own count if it is done, else what its source has. */
export class Pairs {
  readonly #byKey: ReadonlyMap<string, Stage>;
  readonly #known = new Map<string, number | null>();

  constructor(
    stages: readonly Stage[],
    private readonly outputs: string,
  ) {
    this.#byKey = new Map(stages.map((stage) => [stage.key, stage]));
  }

  /** Null where nobody knows before the data are built. */
  of(key: string): number | null {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const stage = this.#byKey.get(key);
    const count = stage === undefined ? null : this.#count(stage);
    this.#known.set(key, count);
    return count;
  }

  /** Classes of a finished data set; null before. */
  classes(key: string): number | null {
    const stage = this.#byKey.get(key);
    const manifest = stage === undefined ? null : this.#manifest(stage);
    return manifest?.kind === 'dataset' ? manifest.classes.length : null;
  }

  /** Of data that are done; null where they are not, or damaged: whoever needs them will say so. */
  #manifest(stage: Stage): ReturnType<typeof readManifest> | null {
    try {
      return readDone(this.outputs, stage) === null
        ? null
        : readManifest(stageFolder(this.outputs, stage.id));
    } catch {
      return null;
    }
  }

  #count(stage: Stage): number | null {
    const built = this.#manifest(stage);
    if (built !== null) return built.size;
    if (stage.kind === 'subset') return stage.config.size;
    if (stage.kind === 'poison') return this.of(stage.inputs.dataset);
    return stage.kind === 'dataset' ? pairsOfSource(stage) : null;
  }
}

/** What a source has before it is built: rows of a table, or what is fixed. Rows that are left out are not known yet. */
function pairsOfSource({ config: { source }, locals }: DatasetStage): number | null {
  if (source.kind === 'emoji') return emojiPairs(source);
  if (source.kind === 'cifar') return source.split === 'train' ? 50_000 : 10_000;
  if (source.kind !== 'csv' || locals.paths.path === undefined) return null;
  try {
    return lines(locals.paths.path) - 1; // The head.
  } catch {
    return null;
  }
}

/** Lines of a file, without holding it. */
function lines(path: string): number {
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(1 << 20);
  let count = 0;
  try {
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer))
      for (let at = buffer.indexOf(10); at >= 0 && at < length; at = buffer.indexOf(10, at + 1)) count++;
  } finally {
    closeSync(file);
  }
  return count;
}
