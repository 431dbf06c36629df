import { attribute, float, op } from '../raw.js';
import type { Tensor } from '../tensorflow.js';

/**
 * a · b over the last two axes, either transposed, outside the gradient. `BatchMatMulV2` also for plain matrices:
 * it reaches oneDNN, which `MatMul` does not.
 */
export const matmul = (a: Tensor, b: Tensor, transposeA = false, transposeB = false): Tensor =>
  op(
    'BatchMatMulV2',
    [a, b],
    [float, attribute.bool('adj_x', transposeA), attribute.bool('adj_y', transposeB)],
  );
