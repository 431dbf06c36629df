import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tf, type Scalar, type Tensor, type Tensor2D } from '../../../runtime/backend/tensorflow.js';
import { weightedLosses, type LossName } from '../../../runtime/objective/objective.js';
import { fixtureArrays, fixtureJson, floats, ints, record } from '../../support/parity.js';

interface Case {
  readonly options: {
    readonly inmodal?: boolean;
    readonly clip_weight?: number;
    readonly inmodal_weight?: number;
    readonly siglip?: boolean;
    readonly siglip_weight?: number;
    readonly deep_clustering_cheating_experiment?: boolean;
    readonly deep_clustering_weight?: number;
  };
  readonly loss: number;
  readonly fp32_noise: number;
}
const cases = fixtureJson<Record<string, Case>>('losses/losses.json');
const arrays = fixtureArrays('losses/losses.safetensors');
const head = ['cluster_linear_weight', 'cluster_linear_bias'];
const leaves = [
  'image_embeds',
  'text_embeds',
  'augmented_image_embeds',
  'augmented_text_embeds',
  'logit_scale',
  ...head,
];

/** The study's flags as weights of losses. */
function weightsOf({ options }: Case): Partial<Record<LossName, number>> {
  const contrastive = options.siglip
    ? { siglip: options.siglip_weight ?? 0.1 }
    : { mmcl: options.clip_weight ?? 1 };
  return {
    ...contrastive,
    ssl: options.inmodal ? (options.inmodal_weight ?? 1) : 0,
    pseudo_labels: options.deep_clustering_cheating_experiment ? (options.deep_clustering_weight ?? 1) : 0,
  };
}

/** Width of the embeddings, and classes of the head. */
const sizes = {
  embedDim: arrays.get('image_embeds')!.shape[1]!,
  classes: { pseudo_labels: arrays.get('cluster_linear_weight')!.shape[0]! },
};

/** An objective of the fixture, its value, and the gradients of what it depends on by name. */
function differentiate(one: Case, inputs: readonly Tensor[]) {
  const objective = weightedLosses(weightsOf(one), sizes);
  const compute = (...[image, text, augmentedImage, augmentedText, logitScale, weight, bias]: Tensor[]) =>
    objective.compute({
      image: image as Tensor2D,
      text: text as Tensor2D,
      augmented: { image: augmentedImage as Tensor2D, text: augmentedText as Tensor2D },
      logitScale: logitScale as Scalar,
      labels: { pseudo_labels: tf.tensor1d(ints(arrays, 'cluster_labels'), 'int32') },
      own: (array) => (array.endsWith('weight') ? weight! : bias!),
    }).total;
  const used = inputs.filter((_, i) => {
    if (leaves[i]!.startsWith('augmented')) return objective.needsAugmented;
    return !head.includes(leaves[i]!) || objective.labelled.length > 0;
  });
  const all = (...given: Tensor[]) => compute(...inputs.map((input) => given[used.indexOf(input)] ?? input));
  const gradients = tf
    .grads(all)(used)
    .map((one) => one.dataSync<'float32'>());
  return {
    value: compute(...inputs).dataSync<'float32'>(),
    gradients: new Map(used.map((input, i) => [leaves[inputs.indexOf(input)]!, gradients[i]!] as const)),
  };
}

describe('the losses of the original', () => {
  let inputs: Tensor[];
  beforeAll(() => {
    inputs = leaves.map((name) => tf.tensor(floats(arrays, name), [...arrays.get(name)!.shape]));
  });
  afterAll(() => tf.dispose(inputs));

  it('are all in the fixture', () => expect(Object.keys(cases).length).toBeGreaterThanOrEqual(10));

  const expectGradient = (name: string, actual: Float32Array, expected: Float32Array) => {
    const { absolute } = record('losses', name, actual, expected, 1e-6);
    expect([name, absolute < 1e-6]).toEqual([name, true]);
  };

  for (const [name, one] of Object.entries(cases)) {
    it(`have its value and gradients: ${name}`, () => {
      tf.tidy(() => {
        const { value, gradients } = differentiate(one, inputs);
        // A loss near 0 is a difference of large logits: what the original's own rounding leaves of it is the limit.
        const limit = Math.max(1e-6, (10 * one.fp32_noise) / one.loss);
        expect(record('losses', `${name}, value`, value, [one.loss], limit).relative).toBeLessThan(limit);
        for (const [leaf, gradient] of gradients)
          expectGradient(`${name}.grad.${leaf}`, gradient, floats(arrays, `${name}.grad.${leaf}`));
      });
    });
  }

  // A device that has gathered all rows lets gradients through to its own alone.
  const gathered = fixtureArrays('losses/gathered-2.safetensors');
  const devices = [...gathered.keys()].filter((key) => key.endsWith('.loss')).map((key) => key.split('.'));
  it.each(devices)('are those of a batch that is gathered from devices: %s, %s', (name, device) => {
    tf.tidy(() => {
      const { value, gradients } = differentiate(cases[name]!, inputs);
      expectGradient(`${name}.${device}.loss`, value, floats(gathered, `${name}.${device}.loss`));
      for (const [leaf, gradient] of gradients) {
        const key = `${name}.${device}.grad.${leaf}`;
        const own = floats(gathered, key);
        const start = leaf === 'logit_scale' ? 0 : Number(device.replace('rank', '')) * own.length;
        expectGradient(key, gradient.subarray(start, start + own.length), own);
      }
    });
  });
});

describe('an objective', () => {
  it('computes what has weight and nothing else', () => {
    expect(weightedLosses({ mmcl: 1, ssl: 0 }).names).toEqual(['mmcl']);
    expect(weightedLosses({ mmcl: 1, ssl: 0 }).needsAugmented).toBe(false);
    expect(weightedLosses({ ssl: 2 })).toMatchObject({ names: ['ssl'], needsAugmented: true });
  });

  it('needs a loss', () => {
    expect(() => weightedLosses({})).toThrow('no loss with a weight above 0');
    expect(() => weightedLosses({ mmcl: 0 })).toThrow(RangeError);
  });

  it('gives each loss without its weight', () => {
    tf.tidy(() => {
      const rows = tf.eye(3);
      const inputs = {
        image: rows,
        text: rows,
        augmented: { image: rows, text: rows },
        logitScale: tf.scalar(0),
      };
      const { total, each } = weightedLosses({ mmcl: 2, ssl: 3 }).compute(inputs);
      const chance = Math.log(Math.exp(1) + 2) - 1; // three candidates, one with similarity 1, two with 0
      each.forEach((loss) => expect(loss.dataSync()[0]).toBeCloseTo(chance, 5));
      expect(total.dataSync()[0]).toBeCloseTo(5 * chance, 5);
    });
  });

  it('refuses to compute ssl without augmented copies', () => {
    tf.tidy(() => {
      const rows = tf.eye(2);
      const inputs = { image: rows, text: rows, logitScale: tf.scalar(0) };
      expect(() => weightedLosses({ ssl: 1 }).compute(inputs)).toThrow('needs the augmented copies');
    });
  });

  it('leaves no tensors behind', () => {
    const before = tf.memory().numTensors;
    tf.tidy(() => {
      const rows = tf.eye(4);
      const inputs = {
        image: rows,
        text: rows,
        augmented: { image: rows, text: rows },
        logitScale: tf.scalar(1),
      };
      weightedLosses({ mmcl: 1, ssl: 1, siglip: 1 }).compute(inputs);
    });
    expect(tf.memory().numTensors).toBe(before);
  });
});
