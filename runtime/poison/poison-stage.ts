import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { OtherAttack, PoisonStage } from '../../schema/stages/poison.js';
import { ByteWriter, writeSynced } from '../data/artifact/bytes.js';
import {
  fileNames,
  type AttackRecord,
  type PoisonManifest,
  type PoisonRecord,
} from '../data/artifact/format.js';
import { openDataset } from '../data/artifact/open.js';
import { requireClass } from '../data/classes.js';
import type { PairDataset } from '../data/dataset.js';
import { StageFailure, StageInterrupted, type StageContext, type StageRunner } from '../execute/context.js';
import { choice, stream } from '../random/stream.js';
import { choosePairs } from './choose.js';
import { loadTrigger } from './load-trigger.js';
import type { Trigger } from './trigger.js';

/** One of the stage's attacks, ready: its trigger made, its pairs chosen. */
interface Attack {
  readonly config: OtherAttack;
  readonly trigger: Trigger;
  readonly pairs: Uint32Array;
}

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
    const attacks = await attacksOf(stage, base);
    const { poisoned, bytes } = await writePictures(context, base, attacks);
    const records = attacks.map(recordOf);
    const manifest: PoisonManifest = {
      format: 1,
      kind: 'poison',
      base: relative(dir, folder),
      size: base.size,
      ...records[0]!,
      count: poisoned.length,
      ...(attacks.length === 1 ? {} : { others: records.slice(1) }),
      bytes: { pictures: bytes },
      poisoned,
    };
    writeSynced(join(dir, fileNames.poison), `${JSON.stringify(manifest, null, 1)}\n`);
    for (const { count, description, target } of records)
      context.log(`${count} of ${base.size} pairs poisoned for "${target}": ${description}`);
    context.progress({ fraction: 1, note: `${poisoned.length} pairs poisoned` });
  } finally {
    base.close();
  }
};

/** The attacks in their order; a pair is of the first that chooses it. */
async function attacksOf({ config, locals }: PoisonStage, base: PairDataset): Promise<Attack[]> {
  const taken = new Set<number>();
  const attacks: Attack[] = [];
  for (const [number, one] of [config, ...(config.others ?? [])].entries()) {
    if (base.classes.length > 0) requireClass(one.target, base.classes, 'EXPC601');
    const random =
      number === 0
        ? stream(config.seed, 'poison pairs')
        : stream(config.seed, 'poison pairs of another attack', number);
    const pairs = choosePairs(base, one, random, taken);
    for (const pair of pairs) taken.add(pair);
    attacks.push({ config: one, trigger: await loadTrigger(one.trigger, locals), pairs });
  }
  return attacks;
}

function recordOf({ config, trigger, pairs }: Attack): AttackRecord {
  return {
    trigger: config.trigger,
    description: trigger.description,
    target: config.target,
    labels: config.labels,
    count: pairs.length,
  };
}

async function writePictures(
  context: StageContext<PoisonStage>,
  base: PairDataset,
  attacks: readonly Attack[],
): Promise<{ poisoned: PoisonRecord[]; bytes: number }> {
  const writer = new ByteWriter(join(context.dir, fileNames.pictures));
  const { seed } = context.stage.config;
  const chosen = attacks
    .flatMap((attack, number) => Array.from(attack.pairs, (index) => ({ index, attack, number })))
    .sort((a, b) => a.index - b.index);
  const poisoned: PoisonRecord[] = [];
  try {
    for (const { index, attack, number } of chosen) {
      const { record, data } = await poisonPair(base, index, attack, seed, writer.size);
      writer.write(data);
      poisoned.push(number === 0 ? record : { ...record, attack: number });
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
async function poisonPair(
  base: PairDataset,
  index: number,
  { trigger, config: { labels, target, templates } }: Attack,
  seed: number,
  offset: number,
): Promise<{ record: PoisonRecord; data: Uint8Array }> {
  const { id, captions: original, label } = base.info(index);
  const clean = await base.picture(index);
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
