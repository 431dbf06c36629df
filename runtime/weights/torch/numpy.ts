import { Foreign, type PickleValue } from '../pickle/values.js';
import type { Fail } from '../zip/read-zip.js';

/** NumPy's type of one number, as `f8`. */
class NumberType extends Foreign {
  constructor(readonly code: string) {
    super();
  }
}

const readers: Readonly<Record<string, (bytes: Buffer) => number | boolean>> = {
  f8: (bytes) => bytes.readDoubleLE(),
  f4: (bytes) => bytes.readFloatLE(),
  i8: (bytes) => Number(bytes.readBigInt64LE()),
  i4: (bytes) => bytes.readInt32LE(),
  b1: (bytes) => bytes[0] === 1,
};

/** What single NumPy numbers are pickled with: learning rates and losses of checkpoints are such. */
export function numpyFunctions(fail: Fail): [string, (args: readonly PickleValue[]) => PickleValue][] {
  const scalar = ([type, bytes]: readonly PickleValue[]): PickleValue => {
    const read = type instanceof NumberType ? readers[type.code] : undefined;
    if (read === undefined || !(bytes instanceof Uint8Array) || bytes.length > 8)
      return fail('its pickle has a NumPy value that is no plain number');
    return read(Buffer.concat([bytes, Buffer.alloc(8)]));
  };
  return [
    ['numpy.core.multiarray.scalar', scalar],
    ['numpy._core.multiarray.scalar', scalar],
    ['numpy.dtype', ([code]) => new NumberType(typeof code === 'string' ? code : '')],
    // Bytes, the way Python 3 writes them for Python 2: as text of as many characters.
    [
      '_codecs.encode',
      ([text]) => Uint8Array.from(Buffer.from(typeof text === 'string' ? text : '', 'latin1')),
    ],
  ];
}
