import type { ArrayType } from '../../store/array.js';
import type { PickleNames } from '../pickle/read-pickle.js';
import { Dictionary, Global, Tuple, type PickleValue } from '../pickle/values.js';
import type { Fail } from '../zip/read-zip.js';
import { numpyFunctions } from './numpy.js';
import { Storage, StoredTensor } from './tensor.js';

/** PyTorch's classes of storages, each with the type of its elements. */
export const storageTypes: ReadonlyMap<string, ArrayType> = new Map([
  ['torch.DoubleStorage', 'F64'],
  ['torch.FloatStorage', 'F32'],
  ['torch.HalfStorage', 'F16'],
  ['torch.BFloat16Storage', 'BF16'],
  ['torch.LongStorage', 'I64'],
  ['torch.IntStorage', 'I32'],
  ['torch.ShortStorage', 'I16'],
  ['torch.CharStorage', 'I8'],
  ['torch.ByteStorage', 'U8'],
  ['torch.BoolStorage', 'BOOL'],
]);

const dtypes = 'float64 float32 float16 bfloat16 int64 int32 int16 int8 uint8 bool'.split(' ');
const mostSides = 16;

/** What the names of a file of weights mean; everything else in a pickle is refused. */
export function torchNames(fail: Fail): PickleNames {
  const first = (args: readonly PickleValue[]): PickleValue => args[0] ?? null;
  const dictionary = (args: readonly PickleValue[]) => toDictionary(args, fail);
  return {
    functions: new Map<string, (args: readonly PickleValue[]) => PickleValue>([
      ['collections.OrderedDict', dictionary],
      ['collections.defaultdict', () => new Dictionary()],
      ['torch._utils._rebuild_tensor', (args) => tensor(args, fail)],
      ['torch._utils._rebuild_tensor_v2', (args) => tensor(args, fail)],
      ['torch._utils._rebuild_parameter', first],
      ['torch._utils._rebuild_parameter_with_state', first],
      ['torch.jit._pickle.build_intlist', first],
      ['torch.jit._pickle.build_doublelist', first],
      ['torch.jit._pickle.build_boollist', first],
      ['torch.jit._pickle.build_tensorlist', first],
      ['torch.jit._pickle.restore_type_tag', first],
      ['torch.Size', first],
      ['torch.device', first],
      ...numpyFunctions(fail),
    ]),
    inert: new Set([
      ...storageTypes.keys(),
      ...dtypes.map((name) => `torch.${name}`),
      'builtins.dict',
      'builtins.list',
      'builtins.int',
      'builtins.float',
    ]),
    isPlainClass: (name) => name.startsWith('__torch__.'),
    persistent: (id) => storage(id, fail),
  };
}

/** ('storage', type, key, device, length): a block of the file. Old files add a view of it, which is always null. */
function storage(id: PickleValue, fail: Fail): Storage {
  const [kind, type, key, , length, view] = id instanceof Tuple ? id.items : [];
  const dtype = type instanceof Global ? storageTypes.get(type.name) : undefined;
  if (kind !== 'storage' || dtype === undefined || typeof key !== 'string' || !isCount(length))
    return fail('its pickle refers to something that is no block of numbers');
  if (view !== undefined && view !== null) return fail('it holds a view of a storage, which is not read');
  return new Storage(key, dtype, length);
}

function tensor(args: readonly PickleValue[], fail: Fail): StoredTensor {
  const [block, offset, shape, strides] = args;
  const [sides, steps] = [counts(shape), counts(strides)];
  if (!(block instanceof Storage) || !isCount(offset) || sides === null || steps === null)
    return fail('its pickle makes a tensor of something else than numbers');
  if (sides.length !== steps.length || sides.length > mostSides)
    return fail(`its pickle makes a tensor of ${sides.length} sides with ${steps.length} strides`);
  if (!Number.isSafeInteger(8 * sides.reduce((product, side) => product * side, 1)))
    return fail(`its pickle makes a tensor of an impossible size: [${sides.join(', ')}]`);
  return new StoredTensor(block, offset, sides, steps);
}

function counts(value: PickleValue | undefined): readonly number[] | null {
  const items = value instanceof Tuple ? value.items : value;
  return Array.isArray(items) && items.every(isCount) ? items : null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** OrderedDict() or OrderedDict([(key, value), ...]). */
function toDictionary(args: readonly PickleValue[], fail: Fail): Dictionary {
  const dictionary = new Dictionary();
  const [pairs] = args;
  if (pairs === undefined) return dictionary;
  if (!Array.isArray(pairs)) return fail('its pickle makes a dictionary of something else than pairs');
  for (const pair of pairs as readonly PickleValue[]) {
    const items = pair instanceof Tuple ? pair.items : pair;
    if (!Array.isArray(items) || items.length !== 2)
      return fail('its pickle makes a dictionary of something else than pairs');
    dictionary.entries.set(items[0] as PickleValue, items[1] as PickleValue);
  }
  return dictionary;
}
