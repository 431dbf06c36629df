import { attribute, float, op } from '../raw.js';
import { tf, type Tensor, type Tensor1D } from '../tensorflow.js';

const attributes = [float, attribute.string('data_format', 'NHWC')];

/** x + bias over the last axis, outside the gradient. */
export const addBias = (x: Tensor, bias: Tensor): Tensor =>
  x.rank < 2 ? tf.add(x, bias) : op('BiasAdd', [x, bias], attributes);

/** The sum over all rows of [..., width], by the kernel for biases: faster than a general sum. Outside the gradient. */
export const sumRows = (x: Tensor, width: number): Tensor1D =>
  op<Tensor1D>('BiasAddGrad', [tf.reshape(x, [-1, width])], attributes);
