import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { LabelStage } from '../../schema/stages/labels.js';
import type { PairDataset, Picture } from '../data/dataset.js';
import { mapInOrder } from '../data/in-order.js';
import { classifierWeights, prompts } from '../evaluate/classifier.js';
import { StageFailure, StageInterrupted, type StageContext } from '../execute/context.js';
import { openLog } from '../train/log.js';
import type { PictureLabels } from './artifact.js';
import { zeroShotClasses } from './zero-shot.js';
import type { ZeroShotTeacher } from './zero-shot-teacher.js';

/** Labels of some pictures in a row, written as soon as they are known, so that a stop loses little. */
interface LabelledPart {
  readonly start: number;
  readonly labels: readonly number[];
}

/** The classes to choose from, and how they are put into words. */
export interface ZeroShotClasses {
  readonly classes: readonly string[];
  readonly templates: readonly string[];
}

/**
 * Zero-shot classes: the class whose prompts' mean embedding (arXiv 2103.00020, 3.1.4) has the largest cosine with the
 * picture's. Goes on where it was stopped.
 *
 * @throws {StageFailure} when there are no classes
 */
export async function zeroShotLabels(
  context: StageContext<LabelStage>,
  teacher: ZeroShotTeacher,
  data: PairDataset,
  { classes, templates }: ZeroShotClasses,
): Promise<PictureLabels> {
  if (classes.length === 0)
    throw new StageFailure(
      'the evaluation data set has no classes to choose from',
      'name its column of classes: label_column',
    );
  const texts = await teacher.embedTexts(prompts(classes, templates));
  const dim = texts.length / (classes.length * templates.length);
  const classifier = classifierWeights(texts, classes.length, templates.length, dim);
  const { batch } = context.stage.locals;
  const labels = new Int32Array(data.size);
  const parts = openLog<LabelledPart>(join(context.dir, 'parts.jsonl'), () => true);
  let start = 0;
  for (const part of parts.rows) {
    labels.set(part.labels, part.start);
    start = part.start + part.labels.length;
  }
  while (start < data.size) {
    await setImmediate(); // lets a signal through
    if (context.stopRequested()) throw new StageInterrupted(`stopped at picture ${start}`);
    const pictures = await prepared(teacher, data, start, Math.min(batch, data.size - start));
    const embedded = await teacher.embedPictures(pictures);
    if (embedded.length !== pictures.length * dim)
      throw new StageFailure(
        `the teacher's pictures have ${embedded.length / pictures.length} features, its texts ${dim}`,
      );
    const found = zeroShotClasses(embedded, classifier, dim);
    parts.append({ start, labels: [...found] });
    labels.set(found, start);
    start += pictures.length;
    context.progress({ fraction: start / data.size, note: `labelled ${start} of ${data.size}` });
  }
  return { classes, labels };
}

async function prepared(teacher: ZeroShotTeacher, data: PairDataset, start: number, count: number) {
  const numbers = Array.from({ length: count }, (_, i) => start + i);
  const read = async (pair: number) => {
    const { width, height, data: bytes } = teacher.prepare(await data.picture(pair));
    return { width, height, data: Uint8Array.from(bytes) }; // a picture may be a view that the next one overwrites
  };
  const pictures: Picture[] = [];
  for await (const picture of mapInOrder(numbers, read, availableParallelism() + 1)) pictures.push(picture);
  return pictures;
}
