import type { TrainingConfig } from '../../schema/stages/training.js';
import { openDataset } from '../data/artifact/open.js';
import type { PairDataset } from '../data/dataset.js';
import { StageFailure } from '../execute/context.js';
import { readLabels } from '../label/artifact.js';
import type { LabelledLoss } from '../objective/loss.js';
import type { EngineConfig } from './engine.js';

/** Classes of a training's pairs. */
export interface PairLabels {
  /** How many classes each loss tells apart. */
  readonly classes: NonNullable<EngineConfig['classes']>;
  /** Class of every pair, by its number. */
  readonly of: Partial<Record<LabelledLoss, Int32Array>>;
}

/**
 * The classes that the losses of an objective need: a teacher's, and those of the data set itself.
 *
 * @param data folder of the data set trained on
 * @param teacher folder of the teacher's labels, where there is one
 * @throws {StageFailure} if the data have no classes
 */
export function pairLabels(
  { objective }: Pick<TrainingConfig, 'objective'>,
  data: string,
  teacher: string | null,
): PairLabels {
  const needs = { pseudo: (objective.pseudo_labels ?? 0) > 0, own: (objective.supervised ?? 0) > 0 };
  if (!needs.pseudo && !needs.own) return { classes: {}, of: {} };
  const dataset = openDataset(data);
  try {
    const pseudo = needs.pseudo ? readLabels(teacher!, dataset) : null;
    const own = needs.own ? ownLabels(dataset) : null;
    return {
      classes: {
        ...(pseudo ? { pseudo_labels: pseudo.classes.length } : {}),
        ...(own ? { supervised: dataset.classes.length } : {}),
      },
      of: {
        ...(pseudo ? { pseudo_labels: pseudo.labels } : {}),
        ...(own ? { supervised: own } : {}),
      },
    };
  } finally {
    dataset.close();
  }
}

function ownLabels(data: PairDataset): Int32Array {
  const places = new Map(data.classes.map((name, place) => [name, place]));
  return Int32Array.from({ length: data.size }, (_, pair) => {
    const { label, id } = data.info(pair);
    const place = label === null ? undefined : places.get(label);
    if (place !== undefined) return place;
    throw new StageFailure(
      `the loss "supervised" needs a class for each picture; ${id} has none`,
      'name the column of classes of the training data: label_column',
    );
  });
}
