import type { Stack } from './stack.js';
import { Dictionary, Tuple, type PickleValue } from './values.js';

type Act = (stack: Stack) => void;

/** A long integer of more bytes is none of a checkpoint. */
const longestInteger = 64;

function integer(stack: Stack, length: number): number | bigint {
  if (length > longestInteger) return stack.fail(`its pickle has an integer of ${length} bytes`);
  let value = 0n;
  stack.take(length).forEach((byte, i) => (value |= BigInt(byte) << BigInt(8 * i)));
  const signed = length === 0 ? 0n : BigInt.asIntN(8 * length, value);
  return Number.isSafeInteger(Number(signed)) ? Number(signed) : signed;
}

const text = (stack: Stack, length: number): string => stack.take(length).toString('utf8');
const length4 = (stack: Stack): number => stack.take(4).readUInt32LE();
const length8 = (stack: Stack): number => Number(stack.take(8).readBigUInt64LE());

function setItems(stack: Stack, items: readonly PickleValue[]): void {
  const { entries } = stack.dictionary();
  if (items.length % 2 === 1) stack.fail('its pickle has a key without a value');
  for (let i = 0; i < items.length; i += 2) entries.set(items[i]!, items[i + 1]!);
}

function tuple(stack: Stack, length: number): void {
  const items = Array.from({ length }, () => stack.pop()).reverse();
  stack.push(new Tuple(items));
}

function dictionaryOf(stack: Stack, items: readonly PickleValue[]): void {
  stack.push(new Dictionary());
  setItems(stack, items);
}

/** The instructions that only build values, by their code (CPython's pickletools names them). */
export const opcodes: ReadonlyMap<number, Act> = new Map<number, Act>([
  [0x80, (s) => void (s.byte() > 5 && s.fail('its pickle has a protocol beyond 5'))], // PROTO
  [0x95, (s) => void s.take(8)], // FRAME
  [0x28, (s) => s.mark()], // MARK
  [0x30, (s) => void s.pop()], // POP
  [0x31, (s) => void s.sinceMark()], // POP_MARK
  [0x32, (s) => s.push(s.top())], // DUP
  [0x4e, (s) => s.push(null)], // NONE
  [0x88, (s) => s.push(true)], // NEWTRUE
  [0x89, (s) => s.push(false)], // NEWFALSE
  [0x4a, (s) => s.push(s.take(4).readInt32LE())], // BININT
  [0x4b, (s) => s.push(s.byte())], // BININT1
  [0x4d, (s) => s.push(s.take(2).readUInt16LE())], // BININT2
  [0x8a, (s) => s.push(integer(s, s.byte()))], // LONG1
  [0x8b, (s) => s.push(integer(s, length4(s)))], // LONG4
  [0x47, (s) => s.push(s.take(8).readDoubleBE())], // BINFLOAT
  [0x58, (s) => s.push(text(s, length4(s)))], // BINUNICODE
  [0x8c, (s) => s.push(text(s, s.byte()))], // SHORT_BINUNICODE
  [0x8d, (s) => s.push(text(s, length8(s)))], // BINUNICODE8
  [0x54, (s) => s.push(text(s, length4(s)))], // BINSTRING
  [0x55, (s) => s.push(text(s, s.byte()))], // SHORT_BINSTRING
  [0x42, (s) => s.push(Uint8Array.from(s.take(length4(s))))], // BINBYTES
  [0x43, (s) => s.push(Uint8Array.from(s.take(s.byte())))], // SHORT_BINBYTES
  [0x5d, (s) => s.push([])], // EMPTY_LIST
  [
    0x61, // APPEND
    (s) => {
      const item = s.pop();
      s.list().push(item);
    },
  ],
  [
    0x65, // APPENDS
    (s) => {
      const items = s.sinceMark();
      const list = s.list();
      for (const item of items) list.push(item);
    },
  ],
  [0x6c, (s) => s.push(s.sinceMark())], // LIST
  [0x29, (s) => s.push(new Tuple([]))], // EMPTY_TUPLE
  [0x85, (s) => tuple(s, 1)], // TUPLE1
  [0x86, (s) => tuple(s, 2)], // TUPLE2
  [0x87, (s) => tuple(s, 3)], // TUPLE3
  [0x74, (s) => s.push(new Tuple(s.sinceMark()))], // TUPLE
  [0x7d, (s) => s.push(new Dictionary())], // EMPTY_DICT
  [0x64, (s) => dictionaryOf(s, s.sinceMark())], // DICT
  [
    0x73, // SETITEM
    (s) => {
      const [value, key] = [s.pop(), s.pop()];
      setItems(s, [key, value]);
    },
  ],
  [0x75, (s) => setItems(s, s.sinceMark())], // SETITEMS
  [0x71, (s) => s.remember(s.byte())], // BINPUT
  [0x72, (s) => s.remember(length4(s))], // LONG_BINPUT
  [0x94, (s) => s.remember()], // MEMOIZE
  [0x68, (s) => s.recall(s.byte())], // BINGET
  [0x6a, (s) => s.recall(length4(s))], // LONG_BINGET
]);
