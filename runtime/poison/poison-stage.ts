import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { PoisonStage } from '../../schema/plan.js';
import { ByteWriter, writeSynced } from '../data/artifact/bytes.js';
import { fileNames, type PoisonManifest, type PoisonRecord } from '../data/artifact/format.js';
import { openDataset } from '../data/artifact/open.js';
import { requireClass } from '../data/classes.js';
import type { PairDataset } from '../data/dataset.js';
import { StageFailure, StageInterrupted, type StageContext, type StageRunner } from '../execute/context.js';
import { choice, stream } from '../random/stream.js';
import { choosePairs } from './choose.js';
import { createTrigger } from './create-trigger.js';
import type { Trigger } from './trigger.js';

type Config = PoisonStage['config'];

/**
 * Poisons pairs of a data set: their pictures get the trigger, and with dirty labels their captions are replaced by one
 * of the target. Everything else is read from the data set. Originals stay there, under the same numbers.
 */
export const runPoisonStage: StageRunner<PoisonStage> = async (context) => {
  const { dir, stage } = context;
  const folder = context.input('dataset');
  rmSync(join(dir, fileNames.poison), { force: true });
  const base = openDataset(folder);
  try {
    if (base.classes.length > 0) requireClass(stage.config.target, base.classes);
    const trigger = createTrigger(stage.config.trigger);
    const chosen = choosePairs(base, stage.config);
    const { poisoned, bytes } = await writePictures(context, base, trigger, chosen);
    const manifest: PoisonManifest = {
      format: 1,
      kind: 'poison',
      base: relative(dir, folder),
      size: base.size,
      trigger: stage.config.trigger,
      description: trigger.description,
      target: stage.config.target,
      labels: stage.config.labels,
      count: poisoned.length,
      bytes: { pictures: bytes },
      poisoned,
    };
    writeSynced(join(dir, fileNames.poison), `${JSON.stringify(manifest, null, 1)}\n`);
    context.log(`${poisoned.length} of ${base.size} pairs poisoned: ${trigger.description}`);
    context.progress({ fraction: 1, note: `${poisoned.length} pairs poisoned` });
  } finally {
    base.close();
  }
};

async function writePictures(
  context: StageContext<PoisonStage>,
  base: PairDataset,
  trigger: Trigger,
  chosen: readonly number[],
): Promise<{ poisoned: PoisonRecord[]; bytes: number }> {
  const writer = new ByteWriter(join(context.dir, fileNames.pictures));
  const poisoned: PoisonRecord[] = [];
  try {
    for (const index of chosen) {
      const { record, data } = poisonPair(base, index, trigger, context.stage.config, writer.size);
      writer.write(data);
      poisoned.push(record);
      if (poisoned.length % 50 === 0) {
        const note = `poisoning ${poisoned.length} of ${chosen.length}`;
        context.progress({ fraction: poisoned.length / chosen.length, note });
        await setImmediate(); // lets a signal through
        if (context.stopRequested()) throw new StageInterrupted();
      }
    }
  } catch (error) {
    writer.abandon();
    throw error;
  }
  writer.close();
  return { poisoned, bytes: writer.size };
}

/** What is drawn for a pair depends on the seed and the pair's number alone. */
function poisonPair(
  base: PairDataset,
  index: number,
  trigger: Trigger,
  { labels, target, templates, seed }: Config,
  offset: number,
): { record: PoisonRecord; data: Uint8Array } {
  const { id, captions: original, label } = base.info(index);
  const clean = base.picture(index);
  const { width, height } = clean;
  if (Math.min(width, height) < trigger.minimumSide) {
    throw new StageFailure(
      `the ${trigger.description} does not fit picture ${id} of ${width}x${height} pixels`,
      `set poison.trigger.size to at most ${Math.min(width, height)}`,
    );
  }
  const { picture, places } = trigger.mark(clean, stream(seed, 'poison trigger', index));
  const captions =
    labels === 'consistent'
      ? original.filter((caption) => caption.includes(target))
      : [choice(stream(seed, 'poison caption', index), templates).replaceAll('{}', () => target)];
  return {
    record: { index, id, captions, original_captions: original, label, places, offset, width, height },
    data: picture.data,
  };
}
