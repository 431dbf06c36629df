import type { PairDataset } from '../../data/dataset.js';
import { StageFailure } from '../../execute/context.js';
import type { MetricDefinition } from '../definition.js';
import { similarities } from '../embed.js';
import { linearProbe, type Labelled } from '../measures/linear-probe.js';
import { neighbourVotes, prototypes } from '../measures/neighbours.js';
import { ranks, topK } from '../rank.js';
import type { Shot } from '../shot.js';
import { everyIndex } from '../sources.js';
import type { PrepareMeasure } from './measure.js';

/** Classification by picture embeddings alone: nearest neighbours, prototypes, a linear probe. */
export const readouts: PrepareMeasure = ({ config, model, test, inputs, labels, sources, attacks }) => {
  if (config.readouts === undefined) return null;
  const { neighbours, prototypes: byPrototypes = false, linear_probe: probe } = config.readouts;
  const data = inputs!.readout!;
  const dim = model.embed_dim;
  const classes = test.classes.length;
  const own = ownLabels(data, test.classes);
  const learnt = own.flatMap((label, i) => (label < 0 ? [] : [i]));
  const features = probe !== undefined;
  const source = sources.pictures(data, learnt, { features });
  const clean = sources.pictures(test, everyIndex(test), { features });
  const trainLabels = learnt.map((i) => own[i]!);
  const [attack] = attacks;
  const shared = {
    unit: 'fraction',
    classes,
    settings: { ...config.readouts, training: learnt.length },
  } as const;
  const definitions: Record<string, MetricDefinition> = {};
  const define = (name: string, how: string) => {
    definitions[`${name}.accuracy`] = {
      description: `Share of clean pictures whose class is found by ${how}.`,
      pictures: labels.length,
      ...shared,
    };
    if (attack !== undefined)
      definitions[`${name}.asr`] = {
        description: `Attack success rate through a readout: share of triggered pictures of other classes that are taken for the target by ${how}.`,
        pictures: attack.indices.filter((i) => labels[i] !== attack.targetIndex).length,
        target: attack.target,
        trigger: attack.config,
        ...shared,
      };
  };
  if (neighbours !== undefined) define('knn', `the ${neighbours} nearest training pictures`);
  if (byPrototypes) define('prototypes', 'the nearest mean of a class');
  if (probe !== undefined)
    definitions['linear_probe.accuracy'] = {
      description:
        'Share of clean pictures whose class a linear layer finds, trained on embeddings before normalisation.',
      pictures: labels.length,
      ...shared,
    };

  const both = (name: string, scoresOf: (images: Float32Array) => Float32Array, shot: Shot) => {
    const metrics = { [`${name}.accuracy`]: topK(ranks(scoresOf(shot.images), classes, labels), 1) };
    const [seen] = shot.attacks;
    if (seen === undefined) return metrics;
    const target = new Int32Array(seen.indices.length).fill(seen.target);
    const hits = ranks(scoresOf(seen.images), classes, target);
    const counted = hits.filter((_, i) => labels[seen.indices[i]!] !== seen.target);
    return { ...metrics, [`${name}.asr`]: topK(counted, 1) };
  };
  return {
    definitions,
    measure: async (shot) => {
      const { embedder } = shot;
      const metrics: Record<string, number> = {};
      // The same pass gives both, so it is looked at whole before the next data set.
      const learned = features
        ? await embedder.features(source)
        : { embeddings: await embedder.pictures(source) };
      const train: Labelled = { features: learned.embeddings, labels: trainLabels, dim };
      const votes = (images: Float32Array) => neighbourVotes(train, images, classes, neighbours!);
      if (neighbours !== undefined) Object.assign(metrics, both('knn', votes, shot));
      const centres = byPrototypes ? prototypes(train, classes) : null;
      if (centres !== null)
        Object.assign(
          metrics,
          both('prototypes', (images) => similarities(images, centres, dim), shot),
        );
      if (probe !== undefined && 'features' in learned) {
        const tested = { features: (await embedder.features(clean)).features, labels, dim };
        const trained = { ...train, features: learned.features };
        metrics['linear_probe.accuracy'] = linearProbe(trained, tested, classes, probe, config.seed ?? 0);
      }
      return metrics;
    },
  };
};

/** The test set's number of each training picture's class; -1 for classes that the test set has not. */
function ownLabels(data: PairDataset, classes: readonly string[]): number[] {
  const labels = Array.from({ length: data.size }, (_, i) => classes.indexOf(data.info(i).label ?? ''));
  if (labels.some((label) => label >= 0)) return labels;
  throw new StageFailure(
    'the data set that readouts learn from has none of the classes of the evaluation data set',
    'name a labelled data set of the same classes: evaluate.readouts.dataset',
  );
}
