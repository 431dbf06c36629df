import type { EvaluationConfig } from '../../schema/stages/evaluation.js';
import { stream } from '../random/stream.js';
import type { MeasuredAttack } from './attacks.js';
import { amongBest, type MetricDefinition } from './definition.js';
import { ranks, topK } from './rank.js';
import type { Shot } from './shot.js';

/** One part of the test pictures: all of them, or with `selection` those reported and those set apart for choosing. */
interface Part {
  readonly prefix: string;
  readonly has: (picture: number) => boolean;
}

/** The parts; which picture is in which depends on the seed and its number alone. */
function partsOf({ selection, seed = 0 }: EvaluationConfig, pictures: number): Part[] {
  if (selection === undefined) return [{ prefix: '', has: () => true }];
  const apart = Array.from({ length: pictures }, (_, i) => stream(seed, 'selection', i).float() < selection);
  return [
    { prefix: '', has: (i) => !apart[i]! },
    { prefix: 'selection.', has: (i) => apart[i]! },
  ];
}

/** A share of pictures: which count, and the rank that the class asked for has in each. */
interface Share {
  readonly name: string;
  readonly description: (k: number) => string;
  /** Number of the test picture behind each rank. */
  readonly indices: readonly number[];
  readonly counts: (index: number) => boolean;
  readonly ranks: (shot: Shot) => Int32Array;
  readonly more?: Partial<MetricDefinition>;
}

/** Zero-shot accuracy, and the measures of attacks. */
export interface ZeroShot {
  readonly definitions: Record<string, MetricDefinition>;
  readonly measure: (shot: Shot) => Record<string, number>;
}

/** Prepares the shares that are counted among the k best classes. */
export function zeroShot(
  config: EvaluationConfig,
  classes: readonly string[],
  labels: readonly number[],
  attacks: readonly MeasuredAttack[],
): ZeroShot {
  const everyIndex = labels.map((_, i) => i);
  const shares: Share[] = [
    {
      name: 'accuracy',
      description: (k) => `Zero-shot top-${k} accuracy: share of clean pictures ${amongBest(k, 'label')}.`,
      indices: everyIndex,
      counts: () => true,
      ranks: ({ scores }) => ranks(scores, classes.length, labels),
    },
    ...attacks.flatMap((attack, number) => attackShares(attack, number, config, classes.length, labels)),
  ];
  const parts = partsOf(config, labels.length);
  const shared = {
    unit: 'fraction',
    classes: classes.length,
    templates: config.templates,
    ties: 'lower class index first',
    ...(config.selection === undefined ? {} : { selection: config.selection }),
  } as const;
  const definitions: Record<string, MetricDefinition> = {};
  for (const part of parts)
    for (const share of shares)
      for (const k of config.top_k)
        definitions[`${part.prefix}${share.name}.top${k}`] = {
          description: share.description(k),
          k,
          pictures: share.indices.filter((i) => part.has(i) && share.counts(i)).length,
          ...shared,
          ...share.more,
        };
  const measure = (shot: Shot): Record<string, number> => {
    const metrics: Record<string, number> = {};
    for (const share of shares) {
      const all = share.ranks(shot);
      for (const part of parts) {
        const own = all.filter((_, i) => part.has(share.indices[i]!) && share.counts(share.indices[i]!));
        for (const k of config.top_k) metrics[`${part.prefix}${share.name}.top${k}`] = topK(own, k);
      }
    }
    return metrics;
  };
  return { definitions, measure };
}

function attackShares(
  attack: MeasuredAttack,
  number: number,
  { asr }: EvaluationConfig,
  classes: number,
  labels: readonly number[],
): Share[] {
  const { targetIndex, indices } = attack;
  const { copies, redraw, also = [] } = asr!;
  const isOther = (i: number) => labels[i] !== targetIndex;
  const excluded = labels.filter((label) => label === targetIndex).length * copies;
  const more = {
    target: attack.target,
    trigger: attack.config,
    copies,
    redrawn_each_evaluation: redraw,
  };
  const name = (measure: string) => (number === 0 ? measure : `${measure}.${attack.target}`);
  const targetRanks = ({ attacks }: Shot) =>
    ranks(attacks[number]!.scores, classes, new Int32Array(indices.length).fill(targetIndex));
  const everyIndex = labels.map((_, i) => i);
  const shares: (Share & { readonly asked: boolean })[] = [
    {
      asked: true,
      name: name('asr'),
      description: (k) =>
        `Attack success rate: share of triggered pictures of other classes ${amongBest(k, 'target')}.`,
      indices,
      counts: isOther,
      ranks: targetRanks,
      more: { ...more, excluded },
    },
    {
      asked: also.includes('triggered-accuracy'),
      name: name('triggered_accuracy'),
      description: (k) =>
        `Accuracy on triggered pictures: share of them, those of the target too, ${amongBest(k, 'label')}.`,
      indices,
      counts: () => true,
      ranks: ({ attacks }) =>
        ranks(
          attacks[number]!.scores,
          classes,
          indices.map((i) => labels[i]!),
        ),
      more,
    },
    {
      asked: also.includes('target-share'),
      name: name('target_share'),
      description: (k) =>
        `Target share: share of all triggered pictures, those of the target too, ${amongBest(k, 'target')}.`,
      indices,
      counts: () => true,
      ranks: targetRanks,
      more,
    },
    {
      asked: also.includes('false-alarm'),
      name: name('false_alarm'),
      description: (k) => `False alarms: share of clean pictures of other classes ${amongBest(k, 'target')}.`,
      indices: everyIndex,
      counts: isOther,
      ranks: ({ scores }) => ranks(scores, classes, new Int32Array(labels.length).fill(targetIndex)),
      more: { target: attack.target, excluded: excluded / copies },
    },
  ];
  return shares.filter(({ asked }) => asked);
}
