import { adamwStep } from '../../backend/adamw.js';
import { ops } from '../../backend/ops.js';
import { tf, type Tensor2D, type Variable } from '../../backend/tensorflow.js';
import { valuesOf } from '../../backend/values.js';
import { permutation, stream } from '../../random/stream.js';
import { learningRate } from '../../train/schedule.js';
import { ranks, topK } from '../rank.js';

/** Features with the class of each. */
export interface Labelled {
  /** [count, dim] */
  readonly features: Float32Array;
  readonly labels: ArrayLike<number>;
  readonly dim: number;
}

export interface ProbeSettings {
  readonly epochs: number;
  readonly batch_size: number;
  readonly lr: number;
  readonly weight_decay: number;
}

/** The study's settings. */
export const studyProbe: ProbeSettings = { epochs: 32, batch_size: 16, lr: 0.005, weight_decay: 0.01 };

/** A linear layer: weight [classes, dim], bias [classes]. */
export interface LinearLayer {
  readonly weight: Float32Array;
  readonly bias: Float32Array;
}

/**
 * Trains a linear layer on features: cross-entropy, AdamW with decay on the weight alone, a cosine from `lr` to 0
 * without warm-up. The last batch of an epoch may be smaller.
 *
 * @param orders the order of the samples in each epoch
 * @returns the layer, and the loss of every step before it was taken
 */
export function trainProbe(
  { features, labels, dim }: Labelled,
  start: LinearLayer,
  settings: ProbeSettings,
  orders: readonly ArrayLike<number>[],
): { readonly layer: LinearLayer; readonly losses: readonly number[] } {
  const { batch_size: size, epochs, lr, weight_decay: weightDecay } = settings;
  const classes = start.bias.length;
  const weight = variable(tf.tensor2d(start.weight, [classes, dim]));
  const bias = variable(tf.tensor1d(start.bias));
  const slots = [ops.adamwSlot(weight, true), ops.adamwSlot(bias, false)];
  const count = labels.length;
  const batches = Math.ceil(count / size);
  const losses: number[] = [];
  for (const order of orders) {
    for (let first = 0; first < count; first += size) {
      const rows = Math.min(size, count - first);
      const step = losses.length;
      const rate = learningRate(
        { base: lr, batches, epochs, warmup_steps: 0, step_origin: 'textbook' },
        step,
      );
      const [loss] = valuesOf(() => {
        const x = gathered(features, dim, order, first, rows);
        const y = tf.oneHot(tf.tensor1d(take(labels, order, first, rows), 'int32'), classes);
        const logits = tf.add(tf.matMul(x, weight as unknown as Tensor2D, false, true), bias);
        const logShares = tf.logSoftmax(logits);
        const error: Tensor2D = tf.div(tf.sub(tf.exp(logShares), y), rows);
        adamwStep(slots, [tf.matMul(error, x, true), tf.sum(error, 0)], {
          learningRate: rate,
          beta1: 0.9,
          beta2: 0.999,
          epsilon: 1e-8,
          weightDecay,
          step: step + 1,
        });
        return tf.reshape(tf.neg(tf.div(tf.sum(tf.mul(logShares, y)), rows)), [1]);
      });
      losses.push(loss!);
    }
  }
  const layer = { weight: new Float32Array(weight.dataSync()), bias: new Float32Array(bias.dataSync()) };
  slots.forEach((slot) => slot.dispose());
  tf.dispose([weight, bias]);
  return { layer, losses };
}

/** Logits [count, classes] of features. */
export function probeLogits(
  features: Float32Array,
  dim: number,
  { weight, bias }: LinearLayer,
): Float32Array {
  const rows = features.length / dim;
  return valuesOf(() =>
    tf.add(
      tf.matMul(tf.tensor2d(features, [rows, dim]), tf.tensor2d(weight, [bias.length, dim]), false, true),
      tf.tensor1d(bias),
    ),
  );
}

/** Accuracy of a linear layer trained on `train`, on `test`; everything random is drawn from the seed. */
export function linearProbe(
  train: Labelled,
  test: Labelled,
  classes: number,
  settings: ProbeSettings,
  seed: number,
): number {
  const random = stream(seed, 'linear probe');
  const bound = 1 / Math.sqrt(train.dim);
  const uniform = () => bound * (2 * random.float() - 1);
  const start = {
    weight: Float32Array.from({ length: classes * train.dim }, uniform),
    bias: Float32Array.from({ length: classes }, uniform),
  };
  const orders = Array.from({ length: settings.epochs }, (_, epoch) =>
    permutation(stream(seed, 'linear probe order', epoch), train.labels.length),
  );
  const { layer } = trainProbe(train, start, settings, orders);
  return topK(ranks(probeLogits(test.features, test.dim, layer), classes, test.labels), 1);
}

function variable(initial: ReturnType<typeof tf.tensor>): Variable {
  const made = tf.variable(initial);
  initial.dispose();
  return made;
}

function gathered(
  features: Float32Array,
  dim: number,
  order: ArrayLike<number>,
  first: number,
  rows: number,
): Tensor2D {
  const out = new Float32Array(rows * dim);
  for (let i = 0; i < rows; i++) {
    const row = order[first + i]! * dim;
    out.set(features.subarray(row, row + dim), i * dim);
  }
  return tf.tensor2d(out, [rows, dim]);
}

function take(labels: ArrayLike<number>, order: ArrayLike<number>, first: number, rows: number): Int32Array {
  return Int32Array.from({ length: rows }, (_, i) => labels[order[first + i]!]!);
}
