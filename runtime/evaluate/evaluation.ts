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
import { similarities } from './embed.js';
import { Embedder } from './embedder.js';
import { furtherMeasures } from './further/index.js';
import type { NamedArrays } from '../store/array.js';
import type { Shot } from './shot.js';
import { everyIndex, Sources } from './sources.js';
import { zeroShot } from './zero-shot.js';

/** A measurement that can be repeated at every epoch. */
export interface Evaluation {
  readonly definitions: Definitions;
  /**
   * Metric name -> value: a function of the engine's weights (and, with `redraw`, of the epoch) alone.
   * @param state the arrays of the model that the engine holds, where it was made without the losses of its training
   */
  readonly measure: (engine: Engine, epoch: number, state?: NamedArrays) => Promise<Record<string, number>>;
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
  /** Folder of the stage that measures, for what is kept beside numbers. */
  readonly folder?: string;
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
  const { embed_dim: dim, text } = model;
  const sources = new Sources(model, tokenizer);
  const attacks = await measuredAttacks(config.asr, test, labels, model.image.resolution, parts);
  const counted = zeroShot(config, classes, labels, attacks);
  const clean = sources.pictures(test, everyIndex(test));
  const further = furtherMeasures({ ...parts, labels, attacks, sources });
  const needsFeatures = further.some((one) => one.needsAttackFeatures === true);
  const ids = tokenizer.encodeAll(prompts(classes, config.templates), text);

  const shoot = async (engine: Engine, epoch: number, state?: NamedArrays): Promise<Shot> => {
    const embedder = new Embedder(engine, sources, { batch, dim, context: text.context });
    const classifier = classifierWeights(
      await embedder.texts(ids),
      classes.length,
      config.templates.length,
      dim,
    );
    const images = await embedder.pictures(clean);
    const scores = similarities(images, classifier, dim);
    const triggered = [];
    for (const { targetIndex: target, indices, at } of attacks) {
      const source = at(epoch);
      const { embeddings, ...raw } = needsFeatures
        ? await embedder.features(source)
        : { embeddings: await embedder.pictures(source) };
      const found = { images: embeddings, scores: similarities(embeddings, classifier, dim), ...raw };
      triggered.push({ target, indices, ...found });
    }
    let read: Promise<NamedArrays> | undefined;
    const arrays = () => (state === undefined ? (read ??= engine.readState()) : Promise.resolve(state));
    return {
      embedder,
      state: arrays,
      epoch,
      dim,
      labels,
      classes,
      classifier,
      images,
      scores,
      attacks: triggered,
    };
  };

  const measure: Evaluation['measure'] = async (engine, epoch, state) => {
    const shot = await shoot(engine, epoch, state);
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
