import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { LabelStage, TeacherConfig } from '../../schema/plan.js';
import type { PairDataset } from '../data/dataset.js';
import { classifierWeights, prompts } from '../evaluate/classifier.js';
import { embedTexts } from '../evaluate/embed.js';
import { pictures } from '../evaluate/pictures.js';

import { StageFailure, StageInterrupted, type StageContext } from '../execute/context.js';
import { createTokenizer } from '../text/tokenizer.js';
import { createEngine, type Engine } from '../train/engine.js';
import { openLog } from '../train/log.js';
import { weightsFor } from '../weights/fit.js';
import { readWeights } from '../weights/read-weights.js';
import type { PictureLabels } from './artifact.js';
import { zeroShotClasses } from './zero-shot.js';

type ClipTeacherConfig = Extract<TeacherConfig, { kind: 'clip' }>;

/** Labels of some pictures in a row, written as soon as they are known, so that a stop loses little. */
interface LabelledPart {
  readonly start: number;
  readonly labels: readonly number[];
}

/**
 * Zero-shot classes by a CLIP model: the class whose prompts' mean embedding (arXiv 2103.00020, 3.1.4) has the largest
 * cosine with the picture's. Goes on where it was stopped.
 * @param test the data set whose classes are asked for
 * @throws {StageFailure} when the weights are of another model, or there are no classes
 */
export async function clipLabels(
  context: StageContext<LabelStage>,
  teacher: ClipTeacherConfig,
  data: PairDataset,
  test: PairDataset,
): Promise<PictureLabels> {
  const { model, templates } = teacher;
  const { batch, paths } = context.stage.locals;
  const { classes } = test;
  if (classes.length === 0)
    throw new StageFailure(
      'the evaluation data set has no classes to choose from',
      'name its column of classes: label_column',
    );
  const engine = createEngine({ model }, { step: 1, evaluation: batch }, (line) => context.log(line));
  try {
    const weights = weightsFor(model, readWeights(paths.path!).arrays, paths.path!);
    engine.writeState(weights, 0, { optimizer: false });
    const tokenizer = createTokenizer(model.text.vocabulary);
    const ids = tokenizer.encodeAll(prompts(classes, templates), model.text);
    const texts = await embedTexts(engine, ids, model.text.context, batch, model.embed_dim);
    const classifier = classifierWeights(texts, classes.length, templates.length, model.embed_dim);
    return { classes, labels: await labelAll(context, engine, teacher, data, classifier) };
  } finally {
    engine.dispose();
  }
}

async function labelAll(
  context: StageContext<LabelStage>,
  engine: Engine,
  { model }: ClipTeacherConfig,
  data: PairDataset,
  classifier: Float32Array,
): Promise<Int32Array> {
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
    const count = Math.min(batch, data.size - start);
    const pairs = Array.from({ length: count }, (_, i) => start + i);
    const images = pictures(data, model.image.resolution, pairs).read(0, count);
    const embedded = await engine.embedImages(images, count);
    const found = zeroShotClasses(embedded, classifier, model.embed_dim);
    parts.append({ start, labels: [...found] });
    labels.set(found, start);
    start += count;
    context.progress({ fraction: start / data.size, note: `labelled ${start} of ${data.size}` });
  }
  return labels;
}
