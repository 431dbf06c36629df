import type { LabelStage } from '../../schema/plan.js';
import { openDataset } from '../data/artifact/open.js';
import type { PairDataset } from '../data/dataset.js';
import type { StageContext, StageRunner } from '../execute/context.js';
import { writeLabels, type PictureLabels } from './artifact.js';
import { clipLabels } from './clip-labels.js';
import { csvLabels } from './csv-labels.js';

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
  const { teacher } = context.stage.config;
  if (teacher.kind === 'csv') return csvLabels(teacher, context.stage.locals.paths.path!, data);
  const test = openDataset(context.input('test'));
  try {
    return await clipLabels(context, teacher, data, test);
  } finally {
    test.close();
  }
}
