import type { Fail } from '../zip/read-zip.js';
import { opcodes } from './opcodes.js';
import { Stack } from './stack.js';
import { Dictionary, Foreign, Global, Instance, Tuple, type PickleValue } from './values.js';

/** What a pickle's names mean to its reader: nothing else is ever looked up. */
export interface PickleNames {
  /** Functions by `module.name`; what they return stands for the call. */
  readonly functions: ReadonlyMap<string, (args: readonly PickleValue[]) => PickleValue>;
  /** Names that may occur, but stand for themselves. */
  readonly inert: ReadonlySet<string>;
  /** Whether objects of that class are read as their attributes. */
  readonly isPlainClass: (name: string) => boolean;
  /** What a persistent id stands for. */
  readonly persistent: (id: PickleValue) => PickleValue;
}

/**
 * Reads a pickle as data. It is a program for a stack machine; here the machine knows the instructions that build
 * values, and calls only what `names` lists. Anything else, above all another global, ends the reading with its name.
 *
 * @returns the value, and where the pickle ended
 */
export function readPickle(
  bytes: Uint8Array,
  names: PickleNames,
  fail: Fail,
  start = 0,
): { readonly value: PickleValue; readonly end: number } {
  const stack = new Stack(bytes, start, fail);
  for (;;) {
    const at = stack.position;
    const code = stack.byte();
    if (code === STOP) return { value: stack.pop(), end: stack.position };
    const simple = opcodes.get(code);
    if (simple) simple(stack);
    else callOpcode(code, at, stack, names, fail);
  }
}

const STOP = 0x2e;

function callOpcode(code: number, at: number, stack: Stack, names: PickleNames, fail: Fail): void {
  switch (code) {
    case 0x63: // GLOBAL
      stack.push(known(`${stack.line()}.${stack.line()}`, names, fail));
      return;
    case 0x93: {
      // STACK_GLOBAL
      const [name, module] = [stack.pop(), stack.pop()];
      stack.push(
        known(
          typeof module === 'string' && typeof name === 'string' ? `${module}.${name}` : '?',
          names,
          fail,
        ),
      );
      return;
    }
    case 0x52: // REDUCE
      stack.push(call(stack, names, fail));
      return;
    case 0x81: // NEWOBJ
      stack.push(make(stack, names, fail));
      return;
    case 0x62: // BUILD
      build(stack, fail);
      return;
    case 0x51: // BINPERSID
      stack.push(names.persistent(stack.pop()));
      return;
    default:
      fail(`its pickle has the instruction 0x${code.toString(16)} at byte ${at}, which is not for data`);
  }
}

function known(name: string, { functions, inert, isPlainClass }: PickleNames, fail: Fail): Global {
  if (functions.has(name) || inert.has(name) || isPlainClass(name)) return new Global(name);
  return fail(`its pickle asks for the global \`${name.slice(0, 200)}\`, which is not one of those allowed`);
}

function argumentsOf(stack: Stack, fail: Fail): readonly PickleValue[] {
  const args = stack.pop();
  return args instanceof Tuple ? args.items : fail('its pickle calls something without a list of arguments');
}

function call(stack: Stack, { functions }: PickleNames, fail: Fail): PickleValue {
  const args = argumentsOf(stack, fail);
  const callee = stack.pop();
  if (!(callee instanceof Global)) return fail('its pickle calls what is no function');
  const found = functions.get(callee.name);
  return found ? found(args) : fail(`its pickle calls \`${callee.name}\``);
}

function make(stack: Stack, { functions, isPlainClass }: PickleNames, fail: Fail): PickleValue {
  const args = argumentsOf(stack, fail);
  const type = stack.pop();
  if (!(type instanceof Global)) return fail('its pickle makes an object of what is no class');
  if (isPlainClass(type.name)) return new Instance(type.name);
  const found = functions.get(type.name);
  return found ? found(args) : fail(`its pickle makes a \`${type.name}\``);
}

/**
 * Attributes of an object. Those of dictionaries (PyTorch's `_metadata`) and of what the reader's functions made (the
 * byte order of NumPy's types) say nothing about weights.
 */
function build(stack: Stack, fail: Fail): void {
  const state = stack.pop();
  const object = stack.top();
  if (object instanceof Dictionary || object instanceof Foreign) return;
  if (!(object instanceof Instance) || !(state instanceof Dictionary))
    return fail('its pickle sets attributes of what has none');
  for (const [key, value] of state.entries) object.attributes.entries.set(key, value);
}
