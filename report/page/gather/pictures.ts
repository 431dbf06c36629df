import sharp from 'sharp';
import type { Plan, Stage } from '../../../schema/plan.js';
import type { EvaluateStage, EvaluationConfig } from '../../../schema/stages/evaluation.js';
import type { PoisonStage } from '../../../schema/stages/poison.js';
import type { CleanStage } from '../../../schema/stages/training.js';
import { openDataset, readManifest } from '../../../runtime/data/artifact/open.js';
import type { PoisonManifest } from '../../../runtime/data/artifact/format.js';
import type { PairDataset, Picture } from '../../../runtime/data/dataset.js';
import { resizeAndCrop } from '../../../runtime/data/picture/geometry.js';
import { createTrigger } from '../../../runtime/poison/create-trigger.js';
import { stream } from '../../../runtime/random/stream.js';
import { readDone, stageFolder } from '../../../runtime/store/stage-folder.js';

/** A picture before and after the trigger. */
export interface Pair {
  readonly id: string;
  /** Class, or the captions before. */
  readonly before: string;
  /** What it is taught, or tested, to be. */
  readonly after: string;
  /** PNG files as data URLs. */
  readonly clean: string;
  readonly triggered: string;
  readonly side: number;
}

export interface ContactSheet {
  readonly title: string;
  readonly text: string;
  readonly pairs: readonly Pair[];
}

const most = 12;
const mostSheets = 4;
const largestSide = 128;

/** Clean and triggered pictures of what was poisoned, and of what the attack is measured with. */
export async function contactSheets(plan: Plan, outputs: string): Promise<ContactSheet[]> {
  const isDone = (stage: Stage) => readDone(outputs, stage) !== null;
  const poisons = plan.stages.filter((stage) => stage.kind === 'poison').filter(isDone);
  const sheets: ContactSheet[] = [];
  for (const stage of poisons.slice(0, mostSheets)) sheets.push(await poisonedSheet(stage, plan, outputs));
  const tests = new Map<string, CleanStage | EvaluateStage>();
  for (const stage of plan.stages) {
    if ((stage.kind !== 'clean' && stage.kind !== 'evaluate') || stage.config.evaluation.asr === null)
      continue;
    const key = JSON.stringify([stage.inputs.test, stage.config.evaluation.asr]);
    if (!tests.has(key)) tests.set(key, stage);
  }
  for (const stage of [...tests.values()].slice(0, mostSheets)) {
    const test = plan.stages.find(({ key }) => key === stage.inputs.test);
    if (test !== undefined && isDone(test)) sheets.push(await testSheet(stage, test, outputs));
  }
  return sheets;
}

async function poisonedSheet(stage: PoisonStage, plan: Plan, outputs: string): Promise<ContactSheet> {
  const folder = stageFolder(outputs, stage.id);
  const manifest = readManifest(folder) as PoisonManifest;
  const base = plan.stages.find(({ key }) => key === stage.inputs.dataset)!;
  const [before, after] = [openDataset(stageFolder(outputs, base.id)), openDataset(folder)];
  try {
    const pairs = await all(
      spread(manifest.poisoned, most),
      async ({ index, id, captions, original_captions }) => ({
        id,
        before: original_captions[0] ?? '',
        after: captions[0] ?? '',
        ...(await both(await before.picture(index), await after.picture(index))),
      }),
    );
    const text = `${manifest.count} of ${manifest.size} training pairs: ${manifest.description}, captions of “${manifest.target}”`;
    return { title: 'Poisoned training pairs', text, pairs };
  } finally {
    before.close();
    after.close();
  }
}

async function testSheet(
  stage: CleanStage | EvaluateStage,
  test: Stage,
  outputs: string,
): Promise<ContactSheet> {
  const { asr } = stage.config.evaluation as { asr: NonNullable<EvaluationConfig['asr']> };
  const data = openDataset(stageFolder(outputs, test.id));
  try {
    const trigger = createTrigger(asr.trigger);
    const side = stage.config.model.image.resolution;
    const pairs = await all(spread(othersThan(asr.target, data), most), async (index) => {
      const { id, label } = data.info(index);
      const clean = resizeAndCrop(await data.picture(index), side);
      const triggered = trigger.apply(clean, stream(asr.seed, 'asr-trigger', index, 0, 0));
      return { id, before: label ?? '', after: asr.target, ...(await both(clean, triggered)) };
    });
    const text = `${trigger.description}; an attack succeeds when the model says “${asr.target}”`;
    return { title: 'Triggered test pictures', text, pairs };
  } finally {
    data.close();
  }
}

function othersThan(target: string, data: PairDataset): number[] {
  return Array.from({ length: data.size }, (_, i) => i).filter((i) => data.info(i).label !== target);
}

/** At most `n` of a list, evenly spread. */
function spread<T>(list: readonly T[], n: number): T[] {
  const step = Math.max(1, list.length / n);
  return Array.from({ length: Math.min(n, list.length) }, (_, i) => list[Math.floor(i * step)]!);
}

async function all<T, R>(list: readonly T[], make: (one: T) => Promise<R>): Promise<R[]> {
  return Promise.all(list.map(make));
}

async function both(clean: Picture, triggered: Picture) {
  return {
    clean: await png(clean),
    triggered: await png(triggered),
    side: Math.min(clean.width, largestSide),
  };
}

async function png({ data, width, height }: Picture): Promise<string> {
  const bytes = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize({ width: largestSide, height: largestSide, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer();
  return `data:image/png;base64,${bytes.toString('base64')}`;
}
