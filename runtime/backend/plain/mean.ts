import type { Ops } from '../ops.js';
import { tf } from '../tensorflow.js';

export const meanOfRows: Ops['meanOfRows'] = (x) => tf.mean(x, 1, true);
