import type { Experiment } from '../../../schema/generated/resolved.js';
import type { Diagnostic } from '../../document/diagnostic.js';
import type { MapNode } from '../../document/node.js';
import { asrMeasuresTheAttack } from './asr-measures-the-attack.js';
import { batchFitsData } from './batch-fits-data.js';
import { checkpointRules } from './checkpoint-rules.js';
import { classesFit } from './classes-fit.js';
import { classifiedDataHaveClasses } from './classified-data-have-classes.js';
import { cleaningPoisonFits } from './cleaning-poison-fits.js';
import { clustersFitData } from './clusters-fit-data.js';
import { dataSetsExist } from './data-sets-exist.js';
import { devicesHaveParts } from './devices-have-parts.js';
import { epochExists } from './epoch-exists.js';
import { figureValues } from './figure-values.js';
import { figuresRefer } from './figures-refer.js';
import { joinsFit } from './joins-fit.js';
import { lossesHaveData } from './losses-have-data.js';
import { modelSizesFit } from './model-sizes-fit.js';
import { objectiveHasWeight } from './objective-has-weight.js';
import { optionsHaveEffect } from './options-have-effect.js';
import { partsFitBatch } from './parts-fit-batch.js';
import { resolutionsAgree } from './resolutions-agree.js';
import { keepIsOneWay, sizesFitData } from './sizes-fit.js';
import { tablesAreReadable } from './tables-are-readable.js';
import { locator, type Rule } from './rule.js';
import { targetIsAClass } from './target-is-a-class.js';
import { triggerFitsPicture } from './trigger-fits-picture.js';
import { warmupFitsTraining } from './warmup-fits-training.js';

/** What must hold of every run. */
export const rules: readonly Rule[] = [
  dataSetsExist,
  joinsFit,
  keepIsOneWay,
  tablesAreReadable,
  classesFit,
  classifiedDataHaveClasses,
  targetIsAClass,
  triggerFitsPicture,
  resolutionsAgree,
  modelSizesFit,
  objectiveHasWeight,
  lossesHaveData,
  batchFitsData,
  sizesFitData,
  partsFitBatch,
  devicesHaveParts,
  clustersFitData,
  cleaningPoisonFits,
  warmupFitsTraining,
  epochExists,
  checkpointRules,
  asrMeasuresTheAttack,
];

/** What must hold of a document as a whole, whatever its axes choose. */
const documentRules: readonly ((document: MapNode) => Diagnostic[])[] = [
  figuresRefer,
  figureValues,
  optionsHaveEffect,
];

/** Check one concrete experiment, whose schema is fine. `node` is where its values come from. */
export function checkRules(
  experiment: Experiment,
  node: MapNode,
  chosen: readonly Rule[] = rules,
): Diagnostic[] {
  const locate = locator(node);
  return chosen.flatMap((rule) => rule.check(experiment, locate));
}

export function checkDocument(document: MapNode): Diagnostic[] {
  return documentRules.flatMap((rule) => rule(document));
}
