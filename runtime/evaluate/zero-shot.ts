import type { EvaluationConfig } from '../../schema/stages/evaluation.js';
import type { MeasuredAttack } from './attacks.js';
import { amongBest } from './definition.js';
import { ranks } from './rank.js';
import { countedShares, type CountedShares, type Share } from './shares.js';
import type { Shot } from './shot.js';

/** Prepares zero-shot accuracy and the measures of attacks: the shares that are counted among the k best classes. */
export function zeroShot(
  config: EvaluationConfig,
  classes: readonly string[],
  labels: readonly number[],
  attacks: readonly MeasuredAttack[],
): CountedShares<Shot> {
  const shares: Share<Shot>[] = [
    {
      name: 'accuracy',
      description: (k) => `Zero-shot top-${k} accuracy: share of clean pictures ${amongBest(k, 'label')}.`,
      indices: labels.map((_, i) => i),
      counts: () => true,
      ranks: ({ scores }) => ranks(scores, classes.length, labels),
    },
    ...attacks.flatMap((attack, number) => attackShares(attack, number, config, classes.length, labels)),
  ];
  return countedShares(config, labels.length, shares, {
    classes: classes.length,
    templates: config.templates,
  });
}

function attackShares(
  attack: MeasuredAttack,
  number: number,
  { asr }: EvaluationConfig,
  classes: number,
  labels: readonly number[],
): Share<Shot>[] {
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
  const shares: (Share<Shot> & { readonly asked: boolean })[] = [
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
