import type { Model } from '../../schema/generated/resolved.js';
import type { FileLocals } from '../../schema/stages/base.js';
import type { EvaluationConfig, MeasureInput } from '../../schema/stages/evaluation.js';
import type { PairDataset } from '../data/dataset.js';
import { StageFailure } from '../execute/context.js';
import type { Tokenizer } from '../text/tokenizer.js';
import type { Engine } from '../train/engine.js';
import { measuredAttacks } from './attacks.js';
import { classifierWeights, prompts } from './classifier.js';
import type { Definitions } from './definition.js';
import { embedPictures, embedTexts, similarities } from './embed.js';
import { furtherMeasures } from './further/index.js';
import { pictures, type Pictures } from './pictures.js';
import type { Shot } from './shot.js';
import { zeroShot } from './zero-shot.js';

/** A measurement that can be repeated at every epoch. */
export interface Evaluation {
  readonly definitions: Definitions;
  /** Metric name -> value: a function of the engine's weights (and, with `redraw`, of the epoch) alone. */
  readonly measure: (engine: Engine, epoch: number) => Promise<Record<string, number>>;
}

export interface EvaluationParts extends FileLocals {
  readonly config: EvaluationConfig;
  readonly model: Model;
  readonly test: PairDataset;
  /** Data sets that measures beside zero-shot classification read. */
  readonly inputs?: Readonly<Partial<Record<MeasureInput, PairDataset>>>;
  readonly tokenizer: Tokenizer;
  /** Pictures or texts embedded at once. */
  readonly batch: number;
}

/**
 * Prepares zero-shot accuracy and the attack success rate on a labelled data set, and what else is asked for.
 *
 * @throws StageFailure when the data set has no classes, a target is none of them, or a trigger's picture is not there
 */
export async function prepareEvaluation(parts: EvaluationParts): Promise<Evaluation> {
  const { config, model, test, tokenizer, batch } = parts;
  const { classes } = test;
  const labels = labelsOf(test);
  const side = model.image.resolution;
  const dim = model.embed_dim;
  const attacks = await measuredAttacks(config.asr, test, labels, side, parts);
  const counted = zeroShot(config, classes, labels, attacks);
  const further = furtherMeasures({ ...parts, labels, attacks });
  const ids = tokenizer.encodeAll(prompts(classes, config.templates), model.text);
  const clean = pictures(
    test,
    side,
    labels.map((_, i) => i),
  );

  const shoot = async (engine: Engine, epoch: number): Promise<Shot> => {
    const texts = await embedTexts(engine, ids, model.text.context, batch, dim);
    const classifier = classifierWeights(texts, classes.length, config.templates.length, dim);
    const look = async (source: Pictures) => {
      const images = await embedPictures(engine, source, batch, dim);
      return { images, scores: similarities(images, classifier, dim) };
    };
    const seen = await look(clean);
    const triggered = [];
    for (const { targetIndex, indices, at } of attacks)
      triggered.push({ target: targetIndex, indices, ...(await look(at(epoch))) });
    return { engine, epoch, dim, labels, classes, classifier, ...seen, attacks: triggered };
  };

  const measure = async (engine: Engine, epoch: number): Promise<Record<string, number>> => {
    const shot = await shoot(engine, epoch);
    const metrics = counted.measure(shot);
    for (const one of further) Object.assign(metrics, await one.measure(shot));
    return metrics;
  };
  const definitions = Object.assign(
    {},
    counted.definitions,
    ...further.map((one) => one.definitions),
  ) as Definitions;
  return { definitions, measure };
}

/** The class of each picture, by its number. */
export function labelsOf(test: PairDataset): number[] {
  if (test.classes.length === 0)
    throw new StageFailure(
      'the evaluation data set has no classes',
      'name its column of classes: label_column',
    );
  const indexOf = new Map(test.classes.map((name, index) => [name, index]));
  const labels = Array.from({ length: test.size }, (_, i) => indexOf.get(test.info(i).label ?? '') ?? -1);
  if (labels.includes(-1)) throw new StageFailure('some pictures of the evaluation data set have no class');
  return labels;
}
