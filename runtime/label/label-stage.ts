import type { LabelStage } from '../../schema/stages/labels.js';
import { openDataset } from '../data/artifact/open.js';
import type { PairDataset } from '../data/dataset.js';
import type { StageContext, StageRunner } from '../execute/context.js';
import { writeLabels, type PictureLabels } from './artifact.js';
import { clipTeacher } from './clip-teacher.js';
import { csvLabels } from './csv-labels.js';
import { siglipTeacher } from './siglip/teacher.js';
import { zeroShotLabels } from './zero-shot-labels.js';

/** Gives every picture of a data set the class that a teacher sees in it. */
export const runLabelStage: StageRunner<LabelStage> = async (context) => {
  const data = openDataset(context.input('data'));
  try {
    const labels = await labelsOf(context, data);
    writeLabels(context.dir, data, labels);
    const used = new Set(labels.labels).size;
    context.log(`${data.size} pictures labelled with ${used} of ${labels.classes.length} classes`);
    context.progress({ fraction: 1, note: `${data.size} pictures labelled` });
  } finally {
    data.close();
  }
};

async function labelsOf(context: StageContext<LabelStage>, data: PairDataset): Promise<PictureLabels> {
  const { config, locals } = context.stage;
  const { teacher } = config;
  const path = locals.paths.path!;
  if (teacher.kind === 'csv') return csvLabels(teacher, path, data);
  const model =
    teacher.kind === 'siglip'
      ? await siglipTeacher(path, teacher.precision)
      : clipTeacher(teacher.model, path, locals.batch, (line) => context.log(line));
  const test = openDataset(context.input('test'));
  try {
    return await zeroShotLabels(context, model, data, {
      classes: test.classes,
      templates: teacher.templates,
    });
  } finally {
    test.close();
    await model.dispose();
  }
}
