import type { Model } from '../../schema/generated/resolved.js';
import type { EvaluationConfig } from '../../schema/plan.js';
import type { PairDataset } from '../data/dataset.js';
import { StageFailure } from '../execute/context.js';
import { createTrigger } from '../poison/create-trigger.js';
import { stream } from '../random/stream.js';
import type { Tokenizer } from '../text/tokenizer.js';
import type { Engine } from '../train/engine.js';
import { classifierWeights, prompts } from './classifier.js';
import { metricDefinitions, type MetricDefinition } from './definition.js';
import { embedPictures, embedTexts, similarities } from './embed.js';
import { pictures } from './pictures.js';
import { ranks, topK } from './rank.js';

/** A measurement that can be repeated at every epoch. */
export interface Evaluation {
  readonly definitions: Readonly<Record<string, MetricDefinition>>;
  /** Metric name -> value: a function of the engine's weights (and, with `redraw`, of the epoch) alone. */
  readonly measure: (engine: Engine, epoch: number) => Promise<Record<string, number>>;
}

export interface EvaluationParts {
  readonly config: EvaluationConfig;
  readonly model: Model;
  readonly test: PairDataset;
  readonly tokenizer: Tokenizer;
  /** Pictures or texts embedded at once. */
  readonly batch: number;
}

/**
 * Prepares zero-shot accuracy and the attack success rate on a labelled data set.
 *
 * @throws StageFailure when the data set has no classes, or the target is none of them
 */
export function prepareEvaluation({ config, model, test, tokenizer, batch }: EvaluationParts): Evaluation {
  const { classes } = test;
  if (classes.length === 0)
    throw new StageFailure(
      'the evaluation data set has no classes',
      'name its column of classes: label_column',
    );
  const indexOf = new Map(classes.map((name, index) => [name, index]));
  const labels = Array.from({ length: test.size }, (_, i) => indexOf.get(test.info(i).label ?? '') ?? -1);
  if (labels.includes(-1)) throw new StageFailure('some pictures of the evaluation data set have no class');
  const target = config.asr === null ? -1 : targetIndex(classes, config.asr.target);

  const side = model.image.resolution;
  const ids = tokenizer.encodeAll(prompts(classes, config.templates), model.text);
  const everyIndex = labels.map((_, i) => i);
  const clean = pictures(test, side, everyIndex);
  const others = everyIndex.filter((i) => labels[i] !== target);
  const triggered = (epoch: number) => triggeredPictures(config, test, side, others, epoch);
  const fixed = config.asr === null || config.asr.redraw ? null : triggered(0);

  const measure = async (engine: Engine, epoch: number): Promise<Record<string, number>> => {
    const texts = await embedTexts(engine, ids, model.text.context, batch, model.embed_dim);
    const classifier = classifierWeights(texts, classes.length, config.templates.length, model.embed_dim);
    const scores = async (source: typeof clean) =>
      similarities(await embedPictures(engine, source, batch, model.embed_dim), classifier, model.embed_dim);
    const metrics: Record<string, number> = {};
    const accuracy = ranks(await scores(clean), classes.length, labels);
    for (const k of config.top_k) metrics[`accuracy.top${k}`] = topK(accuracy, k);
    if (config.asr !== null) {
      const source = fixed ?? triggered(epoch);
      const hits = ranks(await scores(source), classes.length, new Int32Array(source.count).fill(target));
      for (const k of config.top_k) metrics[`asr.top${k}`] = topK(hits, k);
    }
    return metrics;
  };
  const sizes = { classes: classes.length, pictures: test.size, targetPictures: test.size - others.length };
  return { definitions: metricDefinitions(config, sizes), measure };
}

function targetIndex(classes: readonly string[], target: string): number {
  const index = classes.indexOf(target);
  if (index >= 0) return index;
  throw new StageFailure(
    `the target \`${target}\` is no class of the evaluation data set`,
    `include it: classes.include`,
    'EXPC601',
  );
}

/** Every picture of another class than the target with the trigger on it, `copies` times. */
function triggeredPictures(
  { asr }: EvaluationConfig,
  test: PairDataset,
  side: number,
  others: readonly number[],
  epoch: number,
) {
  const { trigger, copies, redraw, seed } = asr!;
  const painted = createTrigger(trigger);
  const indices = Array.from({ length: others.length * copies }, (_, i) => others[Math.floor(i / copies)]!);
  return pictures(test, side, indices, (picture, position) =>
    painted.apply(
      picture,
      stream(seed, 'asr-trigger', indices[position]!, position % copies, redraw ? epoch : 0),
    ),
  );
}
