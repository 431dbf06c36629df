import { StageFailure } from '../../execute/context.js';
import { headArray } from '../../objective/heads.js';
import { asFloat32, type NamedArrays } from '../../store/array.js';
import { amongBest, type MetricDefinition } from '../definition.js';
import { similarities } from '../embed.js';
import { ranks } from '../rank.js';
import { countedShares, type Share } from '../shares.js';
import { everyIndex } from '../sources.js';
import type { PrepareMeasure } from './measure.js';

/** Scores of the head's classes, [pictures, classes], for clean pictures and, with an attack, for triggered ones. */
interface Seen {
  readonly clean: Float32Array;
  readonly triggered: Float32Array | null;
}

/**
 * The classifier that supervised finetuning trains, as CleanCLIP (arXiv 2303.03323) measures it: accuracy and attack
 * success rate of the linear head over image features. Counted are test pictures of classes that the head was made for.
 */
export const supervisedHead: PrepareMeasure = ({ config, model, test, inputs, labels, attacks, sources }) => {
  if (config.supervised !== true) return null;
  const { classes } = inputs!.trained!;
  const ownOf = test.classes.map((name) => classes.indexOf(name));
  const own = labels.map((label) => ownOf[label]!);
  const knows = (picture: number) => own[picture]! >= 0;
  if (!own.some((label) => label >= 0))
    throw new StageFailure(
      'the supervised head tells none of the classes of the evaluation data set',
      'take `evaluate.supervised` out, or train on data with the same names of classes',
    );
  const clean = sources.pictures(test, everyIndex(test), { features: true });
  const attack =
    attacks.find(({ target }) => classes.includes(target)) === attacks[0] ? attacks[0] : undefined;
  const target = attack === undefined ? -1 : classes.indexOf(attack.target);
  const orFirst = (label: number) => Math.max(label, 0); // Of pictures that are not counted.
  const shares: Share<Seen>[] = [
    {
      name: 'supervised.accuracy',
      description: (k) =>
        `Accuracy of the supervised head: share of clean pictures ${amongBest(k, 'label')}.`,
      indices: everyIndex(test),
      counts: knows,
      ranks: (seen) => ranks(seen.clean, classes.length, own.map(orFirst)),
    },
  ];
  if (attack !== undefined)
    shares.push({
      name: 'supervised.asr',
      description: (k) =>
        `Attack success rate through the supervised head: share of triggered pictures of other classes ${amongBest(k, 'target')}.`,
      indices: attack.indices,
      counts: (picture) => labels[picture] !== attack.targetIndex,
      ranks: ({ triggered }) =>
        ranks(triggered!, classes.length, new Int32Array(attack.indices.length).fill(target)),
      more: attackDefinition(attack, config.asr!),
    });
  const counted = countedShares(config, labels.length, shares, { classes: classes.length });
  return {
    definitions: counted.definitions,
    needsAttackFeatures: attack !== undefined,
    measure: async ({ embedder, state, attacks: [seen] }) => {
      const head = headOf(await state(), classes.length, model.embed_dim);
      const scores = (features: Float32Array) => headScores(features, head, model.embed_dim);
      const { features } = await embedder.features(clean);
      const triggered = attack === undefined ? null : scores(seen!.features!);
      return counted.measure({ clean: scores(features), triggered });
    },
  };
};

function attackDefinition(
  { target, config: trigger }: { readonly target: string; readonly config: MetricDefinition['trigger'] },
  { copies, redraw }: { readonly copies: number; readonly redraw: boolean },
): Partial<MetricDefinition> {
  return { target, ...(trigger ? { trigger } : {}), copies, redrawn_each_evaluation: redraw };
}

interface Head {
  /** [classes, dim] */
  readonly weight: Float32Array;
  /** [classes] */
  readonly bias: Float32Array;
}

/** @throws {StageFailure} when the model has no head of so many classes */
function headOf(state: NamedArrays, classes: number, dim: number): Head {
  const weight = state.get(headArray('supervised', 'weight'));
  const bias = state.get(headArray('supervised', 'bias'));
  if (weight?.shape.join() !== `${classes},${dim}` || bias === undefined)
    throw new StageFailure(
      `the model has no supervised head of ${classes} classes`,
      'take `evaluate.supervised` out: it measures the head that the loss `supervised` trains',
    );
  return { weight: asFloat32(weight), bias: asFloat32(bias) };
}

/** W f + b of every row, [rows, classes]. */
function headScores(features: Float32Array, { weight, bias }: Head, dim: number): Float32Array {
  const scores = similarities(features, weight, dim);
  for (let i = 0; i < scores.length; i++) scores[i]! += bias[i % bias.length]!;
  return scores;
}
