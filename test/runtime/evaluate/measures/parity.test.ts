import { describe, expect, it } from 'vitest';
import { similarities } from '../../../../runtime/evaluate/embed.js';
import { probeLogits, trainProbe } from '../../../../runtime/evaluate/measures/linear-probe.js';
import { retrievalAttack, retrievalRecall } from '../../../../runtime/evaluate/measures/retrieval.js';
import { ranks, topK } from '../../../../runtime/evaluate/rank.js';
import { fixtureArrays, fixtureJson, floats, ints, record } from '../../../support/parity.js';

/** The k of each metric of a fixture, from their names: `…_at_5`, `…_at_5_asr`. */
const ranksOf = (metrics: Record<string, number>) =>
  Object.keys(metrics).map((name) => Number(/_at_(\d+)/.exec(name)![1]));

describe('retrieval', () => {
  const arrays = fixtureArrays('retrieval/retrieval.safetensors');
  const facts = fixtureJson<{
    num_pairs: number;
    clean: Record<string, number>;
    target_captions: number[];
    asr: Record<string, number>;
    closest_captions: number[];
    asr_with_closest: Record<string, number>;
  }>('retrieval/retrieval.json');
  const texts = floats(arrays, 'text_embeds');
  const dim = texts.length / facts.num_pairs;
  const scores = (name: string) => similarities(floats(arrays, name), texts, dim);

  it.each(ranksOf(facts.clean))('has the recall at %i of the original exactly', (k) => {
    const recall = 100 * retrievalRecall(scores('image_embeds'), facts.num_pairs, k);
    expect(recall).toBeCloseTo(facts.clean[`img_to_text_recall_at_${k}`]!, 10);
    record('retrieval', 'recall', [recall], [facts.clean[`img_to_text_recall_at_${k}`]!], 0);
  });

  it.each(ranksOf(facts.asr))('has the attack success rate at %i of the original exactly', (k) => {
    const rate = (targets: number[]) =>
      100 * retrievalAttack(scores('image_embeds_triggered'), facts.num_pairs, new Set(targets), k);
    const name = `img_to_text_recall_at_${k}_asr`;
    expect(rate(facts.target_captions)).toBeCloseTo(facts.asr[name]!, 10);
    const both = [...facts.target_captions, ...facts.closest_captions];
    expect(rate(both)).toBeCloseTo(facts.asr_with_closest[name]!, 10);
    record('retrieval', 'attack success rate', [rate(facts.target_captions)], [facts.asr[name]!], 0);
  });
});

describe('the linear probe', () => {
  const arrays = fixtureArrays('linear-probe/linear-probe.safetensors');
  const facts = fixtureJson<{
    epochs: number;
    batch_size: number;
    lr: number[];
    loss: number[];
    result: { linear_probe_accuracy: number };
  }>('linear-probe/linear-probe.json');
  const dim = arrays.get('train_features')!.shape[1]!;
  const classes = arrays.get('init.bias')!.shape[0]!;
  const order = ints(arrays, 'order');
  const count = order.length / facts.epochs;
  const { layer, losses } = trainProbe(
    { features: floats(arrays, 'train_features'), labels: ints(arrays, 'train_labels'), dim },
    { weight: floats(arrays, 'init.weight'), bias: floats(arrays, 'init.bias') },
    { epochs: facts.epochs, batch_size: facts.batch_size, lr: facts.lr[0]!, weight_decay: 0.01 },
    Array.from({ length: facts.epochs }, (_, epoch) => order.subarray(epoch * count, (epoch + 1) * count)),
  );

  it('has the losses of the original within 1e-4', () => {
    expect(record('linear-probe', 'losses', losses, facts.loss, 1e-4).absolute).toBeLessThan(1e-4);
  });

  it('has the weights of the original within 1e-4', () => {
    const deviation = (name: 'weight' | 'bias') =>
      record('linear-probe', name, layer[name], floats(arrays, `final.${name}`), 1e-4).absolute;
    expect(deviation('weight')).toBeLessThan(1e-4);
    expect(deviation('bias')).toBeLessThan(1e-4);
  });

  it('has the accuracy of the original', () => {
    const logits = probeLogits(floats(arrays, 'test_features'), dim, layer);
    const labels = ints(arrays, 'test_labels');
    const accuracy = topK(ranks(logits, classes, labels), 1);
    const expected = facts.result.linear_probe_accuracy;
    // Only a picture whose two best classes are that near to each other may be counted otherwise.
    const undecided = [...labels].filter((_, i) => {
      const [best, second] = logits
        .slice(i * classes, (i + 1) * classes)
        .sort()
        .reverse();
      return best! - second! < 1e-3;
    });
    const tolerance = undecided.length / labels.length;
    const { absolute } = record('linear-probe', 'accuracy', [accuracy], [expected], tolerance);
    expect(absolute).toBeLessThan(tolerance + 1e-9);
  });
});
