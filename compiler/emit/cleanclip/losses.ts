import type { LabelStage } from '../../../schema/stages/labels.js';
import type { CleanStage, TrainingConfig } from '../../../schema/stages/training.js';
import { numberText } from '../../expand/label.js';
import type { Flag } from './shell.js';

/** Flags of the losses besides MMCL and SSL. */
export function lossFlags({ objective }: TrainingConfig): Flag[] {
  const { siglip = 0, clustering = 0, pseudo_labels: pseudo = 0 } = objective;
  return [
    ...weighted(siglip, 'siglip', 'siglip_weight'),
    ...weighted(clustering, 'deep_clustering', 'deep_clustering_weight'),
    ...weighted(clustering > 0 ? 0 : pseudo, 'deep_clustering_cheating_experiment', 'deep_clustering_weight'),
  ];
}

function weighted(weight: number, flag: string, weightFlag: string): Flag[] {
  return weight === 0
    ? []
    : [
        [flag, null],
        [weightFlag, numberText(weight)],
      ];
}

/** Flags of what is done to the weights before cleaning. */
export function shrinkFlags({ shrink_and_perturb: mixed }: CleanStage['config']): Flag[] {
  if (mixed === undefined) return [];
  return [
    ['shrink_and_perturb', null],
    ['shrink_lambda', numberText(mixed.shrink)],
    ['perturb_lambda', numberText(mixed.perturb)],
  ];
}

/** What the program cannot be told about losses. */
export function lossLimits({
  objective,
  siglip,
  clustering,
  micro_batch_size: parts,
}: TrainingConfig): string[] {
  const { mmcl = 0, siglip: sigmoid = 0, pseudo_labels: pseudo = 0, supervised = 0 } = objective;
  return [
    ...(siglip?.form === 'published'
      ? ['its sigmoid loss has no bias and takes the mean over all pairs']
      : []),
    ...(mmcl > 0 && sigmoid > 0 ? ['MMCL beside the sigmoid loss: it leaves MMCL out'] : []),
    ...(supervised > 0 ? ['the supervised loss: it has none'] : []),
    ...(clustering && pseudo > 0 ? ['labels of a teacher beside clusters: it takes one of the two'] : []),
    ...(clustering && clustering.clusters !== 1000 ? [`${clustering.clusters} clusters: it makes 1000`] : []),
    ...(clustering && clustering.iterations !== 20
      ? [`${clustering.iterations} iterations of k-means: it does 20`]
      : []),
    ...(clustering?.embedding === 'evaluation'
      ? ['it embeds pictures for k-means in training mode, and batch-norm statistics move']
      : []),
    ...(parts === undefined ? [] : ['batches in parts: it takes a whole batch at once']),
  ];
}

/** What the program cannot be told about a teacher's labels. */
export function labelLimits({ config: { teacher } }: LabelStage): string[] {
  const teaches =
    teacher.kind === 'csv'
      ? 'it reads labels by the position of rows, whatever pictures they name'
      : "its labels are those of a SigLIP model that its own script loads, written in another order than the pictures'";
  return [`${teaches}: put the labels beside the pictures, in the order of the CSV file`];
}
