import { metricsOf, type Series } from './published-series.js';
import type { Point } from '../results/types.js';

/** What the name of a published file and a key in it say, and what follows for the order of their points. */
export interface Origin {
  readonly dataset: 'CC3M' | 'CC6M';
  /** Poisoned pairs in the pre-training data. */
  readonly poisons: number;
  /** Pairs in the cleaning set. */
  readonly cleaningSize: number;
  readonly pretraining: Objective;
  readonly cleaning: Objective;
  /** Poisoned pairs left in the cleaning set. */
  readonly left: number;
  readonly layout: Layout;
}

/** When a run was evaluated. */
interface Layout {
  /** Whether the model before cleaning comes first. */
  readonly hasStart: boolean;
  /** Evaluations in the middle of each epoch, as epochs: 0.96 for iteration 1500 of 1562. */
  readonly middles: readonly number[];
}

export type Objective = 'mmcl' | 'ssl' | 'mmcl+ssl';

/** Every published run was trained for 20 epochs. */
export const publishedEpochs = 20;
/** Until October 2023 the study also evaluated after every 1500 iterations. */
const everyIterations = 1500;

const filePattern =
  /^cleaning_plot(?:_data)?_(CC[36]M)_pretrained_(\d+)(?:_cleaned_(\d+)k(_poisoned)?)?\.(?:json|csv)$/;
const keyPattern =
  /^cleaning_poisoned_(?:(cc[36]m)_)?(mmcl|mmcl_ssl)(?:_(\d+)poison)?_clean_(mmcl|ssl|mmcl_ssl)_lr_(?:cleaningdata_poison_(\d+))?$/;

/** Whether a file has the name of one of the study's published data files. */
export function isPublished(file: string): boolean {
  return filePattern.test(file);
}

/** Where a series comes from, or why that cannot be told. */
export function originOf(file: string, key: string): Origin | string {
  const [, dataset, poisons, size, poisoned] = filePattern.exec(file) ?? [];
  const [, keyDataset, pretraining, keyPoisons, cleaning, left] = keyPattern.exec(key) ?? [];
  if (dataset === undefined) return `\`${file}\` has none of the published names`;
  if (pretraining === undefined) return `\`${key}\` is none of the published keys`;
  if (keyDataset !== undefined && keyDataset.toUpperCase() !== dataset)
    return `\`${key}\` names another data set than the file`;
  if (keyPoisons !== undefined && keyPoisons !== poisons)
    return `\`${key}\` names another number of poisons than the file`;
  const cleaningSize = Number(size ?? 100) * 1000;
  // The data of poisoned cleaning sets, and those on CC3M, are from after or beside the evaluations amid an epoch.
  const hasMiddles = dataset === 'CC6M' && poisoned === undefined;
  const batch = cleaning === 'mmcl' ? 128 : 64;
  return {
    dataset: dataset as Origin['dataset'],
    poisons: Number(poisons),
    cleaningSize,
    pretraining: objective(pretraining),
    cleaning: objective(cleaning!),
    left: Number(left ?? 0),
    layout: {
      hasStart: dataset === 'CC3M' && poisoned === undefined,
      middles: hasMiddles ? middlesOf(cleaningSize, batch) : [],
    },
  };
}

function objective(name: string): Objective {
  return name.replace('_', '+') as Objective;
}

function middlesOf(size: number, batch: number): number[] {
  const count = Math.floor(Math.floor(size / batch) / everyIterations);
  return Array.from({ length: count }, (_, i) => ((i + 1) * everyIterations * batch) / size);
}

/** Evaluations of one run. */
export function runLength({ hasStart, middles }: Layout): number {
  return (hasStart ? 1 : 0) + publishedEpochs * (middles.length + 1);
}

/**
 * Cuts a series, in which runs follow each other without a border, into its runs. Null where its length is no
 * multiple of a run's, so that the borders cannot be told.
 */
export function cutIntoRuns(series: Series, layout: Layout): Point[][] | null {
  const length = runLength(layout);
  if (series.asr.length % length !== 0) return null;
  return Array.from({ length: series.asr.length / length }, (_, run) =>
    epochsOf(layout).map((epoch, i) => ({ epoch, step: null, metrics: metricsOf(series, run * length + i) })),
  );
}

function epochsOf({ hasStart, middles }: Layout): number[] {
  const each = Array.from({ length: publishedEpochs }, (_, epoch) => [
    ...middles.map((part) => epoch + part),
    epoch + 1,
  ]);
  return [...(hasStart ? [0] : []), ...each.flat()];
}
