import type { NamedArray, NamedArrays } from '../store/array.js';
import { asFloat32, asInt32, float32Array } from '../store/array.js';
import { isDecayed } from '../model/parameter.js';
import { Dictionary, type PickleValue } from './pickle/values.js';
import { StoredTensor } from './torch/tensor.js';

/** AdamW's moments of a file, as `optimizer.m.NAME` and `optimizer.v.NAME`, and the steps they have seen. */
export interface Moments {
  readonly arrays: NamedArrays;
  readonly step: number;
}

const moments = { m: 'exp_avg', v: 'exp_avg_sq' } as const;

/** Whether an array is learned: PyTorch's optimizers do not know the others. */
export function isLearned(name: string): boolean {
  return !/\.(running_mean|running_var|num_batches_tracked)$/.test(name);
}

/**
 * The order in which the study's optimizer counts parameters: its group without decay comes first.
 *
 * @param names of learned arrays, in the order of the model
 */
export function optimizerOrder(names: readonly string[]): readonly string[] {
  return [...names.filter((name) => !isDecayed(name)), ...names.filter(isDecayed)];
}

/**
 * The moments of an optimizer's `state_dict`. Null unless it is AdamW's over exactly these weights in two groups, as
 * the study's training makes it.
 *
 * @param weights learned arrays under OpenAI's names, in the order of the file
 */
export function momentsOf(
  optimizer: Dictionary,
  weights: ReadonlyMap<string, NamedArray>,
  read: (tensor: StoredTensor) => NamedArray,
): Moments | null {
  const state = optimizer.get('state');
  if (!(state instanceof Dictionary)) return null;
  const order = optimizerOrder([...weights.keys()]);
  const arrays: NamedArrays = new Map();
  let step = 0;
  for (const [index, name] of order.entries()) {
    const slot = state.entries.get(index);
    const shape = weights.get(name)!.shape;
    if (!(slot instanceof Dictionary)) return null;
    for (const [short, long] of Object.entries(moments)) {
      const found = slot.get(long);
      if (!(found instanceof StoredTensor) || found.shape.join() !== shape.join()) return null;
      arrays.set(`optimizer.${short}.${name}`, float32Array(asFloat32(read(found)), shape));
    }
    step = Math.max(step, stepOf(slot.get('step'), read));
  }
  return state.entries.size === order.length ? { arrays, step } : null;
}

/** A tensor since PyTorch 1.12, a number before. */
function stepOf(value: PickleValue | undefined, read: (tensor: StoredTensor) => NamedArray): number {
  if (typeof value === 'number') return value;
  if (!(value instanceof StoredTensor)) return 0;
  const array = read(value);
  return Number((array.dtype === 'I64' ? asInt32(array) : asFloat32(array))[0] ?? 0);
}
