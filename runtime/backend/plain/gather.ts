import type { Ops } from '../ops.js';
import { tf } from '../tensorflow.js';

export const gather: Ops['gather'] = (table, indices) => tf.gather<typeof indices>(table, indices);
