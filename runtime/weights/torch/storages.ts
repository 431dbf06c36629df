import { elements, type NamedArray } from '../../store/array.js';
import { Call, Name, Persistent, Row, type Writable } from '../pickle/write-pickle.js';
import type { NewEntry } from '../zip/write-zip.js';
import { storageTypes } from './names.js';

const typeOf = new Map([...storageTypes].map(([name, dtype]) => [dtype, name.slice('torch.'.length)]));

/** The blocks of numbers of a file that is written: one for each tensor, numbered. */
export class Storages {
  readonly #arrays: NamedArray[] = [];

  /** A tensor as PyTorch pickles it: a call that rebuilds it of its storage. */
  tensor(array: NamedArray): Writable {
    const type = typeOf.get(array.dtype);
    if (type === undefined) throw new RangeError(`PyTorch has no storage of ${array.dtype}`);
    const key = String(this.#arrays.push(array) - 1);
    const id = ['storage', new Name('torch', type), key, 'cpu', elements(array.shape)];
    return new Call(new Name('torch._utils', '_rebuild_tensor_v2'), [
      new Persistent(id),
      0,
      new Row(array.shape),
      new Row(stridesOf(array.shape)),
      false,
      new Call(new Name('collections', 'OrderedDict'), []),
    ]);
  }

  entries(folder: string): NewEntry[] {
    return this.#arrays.map(({ data }, key) => ({ name: `${folder}/data/${key}`, data }));
  }
}

function stridesOf(shape: readonly number[]): number[] {
  const strides: number[] = [];
  let step = 1;
  for (const side of [...shape].reverse()) {
    strides.unshift(step);
    step *= side;
  }
  return strides;
}
