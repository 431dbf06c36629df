import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ByteReader } from '../data/artifact/bytes.js';
import { StageFailure } from '../execute/context.js';
import {
  asFloat32,
  asInt32,
  float32Array,
  int64Scalar,
  type NamedArray,
  type NamedArrays,
} from '../store/array.js';
import { readCheckpoint } from '../store/checkpoint.js';
import { readSafetensors } from '../store/safetensors.js';
import { contentsOf, openaiName } from './layout.js';
import { isLearned, momentsOf } from './moments.js';
import { isLegacy, readTorchLegacy, readTorchZip, type TorchFile } from './torch/read-torch.js';
import type { StoredTensor } from './torch/tensor.js';
import { materialize } from './torch/tensor.js';
import type { Fail } from './zip/read-zip.js';

/** A file of weights, read. */
export interface Weights {
  readonly format: 'safetensors' | 'PyTorch' | 'PyTorch before 1.6' | 'TorchScript' | 'checkpoint of expc';
  /**
   * Under OpenAI's names, in the order of the file; floating-point numbers as float32. Where the file has AdamW's
   * moments, they stand beside as `optimizer.m.NAME` and `optimizer.v.NAME`.
   */
  readonly arrays: NamedArrays;
  /** Steps that the moments have seen; 0 without moments. */
  readonly step: number;
  /** The epoch that the file says it is from. */
  readonly epoch: number | null;
}

/**
 * Reads weights from a file of another program, whatever its name: safetensors, `torch.save` (the study's checkpoints,
 * with or without `module.`; open_clip's; a bare state_dict; also the form before PyTorch 1.6), or OpenAI's TorchScript
 * archives; or from the folder of a checkpoint of expc's own. The file is not trusted: nothing in it is executed.
 *
 * @throws {StageFailure} when it cannot be read, is none of these, or is damaged
 */
export function readWeights(path: string): Weights {
  const fail: Fail = (reason) => {
    throw new StageFailure(
      `the weights in ${path} cannot be read: ${reason}`,
      reason.startsWith('its pickle')
        ? 'do not load it with PyTorch; ask for the weights as safetensors'
        : 'copy or export the file again',
    );
  };
  if (isFolder(path, fail)) return readFolder(path, fail);
  const file = openFile(path, fail);
  try {
    const start = file.read(0, Math.min(16, file.size));
    if (start[0] === 0x50 && start[1] === 0x4b) return fromTorch(readTorchZip(file, fail), file.size, fail);
    if (isLegacy(start)) return fromTorch(readTorchLegacy(file, fail), file.size, fail);
    if (start[8] === 0x7b) return fromSafetensors(path);
  } finally {
    file.close();
  }
  return fail('it is neither safetensors nor a file that PyTorch wrote');
}

/** An array as training takes it: floating-point numbers as float32, counters as they are. */
function converted(array: NamedArray): NamedArray {
  return ['F16', 'BF16', 'F64'].includes(array.dtype) ? float32Array(asFloat32(array), array.shape) : array;
}

function fromSafetensors(path: string): Weights {
  const arrays: NamedArrays = new Map();
  for (const [name, array] of readSafetensors(path)) arrays.set(openaiName(name), converted(array));
  return { format: 'safetensors', arrays, step: 0, epoch: null };
}

function readFolder(path: string, fail: Fail): Weights {
  if (!existsSync(join(path, 'manifest.json'))) return fail('it is a folder, but not that of a checkpoint');
  const { tensors, state } = readCheckpoint(dirname(path), basename(path));
  const epoch = typeof state.epoch === 'number' ? state.epoch : null;
  return { format: 'checkpoint of expc', arrays: tensors, step: state.step, epoch };
}

const formats = { zip: 'PyTorch', legacy: 'PyTorch before 1.6', torchscript: 'TorchScript' } as const;

function fromTorch({ form, value, bytesOf }: TorchFile, size: number, fail: Fail): Weights {
  const contents = contentsOf(value);
  if (contents === null) return fail('it holds no weights: neither a state_dict nor a module');
  let budget = 2 * size + 2 ** 20; // Views of one block may not grow to more than was stored.
  const read = (tensor: StoredTensor): NamedArray => {
    budget -= tensor.bytes;
    if (budget < 0) return fail('its tensors would be larger than the file');
    return materialize(tensor, bytesOf(tensor.storage), fail);
  };
  const arrays: NamedArrays = new Map();
  for (const [name, tensor] of contents.tensors) {
    const known = openaiName(name);
    if (arrays.has(known)) return fail(`it has \`${known}\` twice, with and without \`module.\``);
    arrays.set(known, converted(read(tensor)));
  }
  const learned = new Map([...arrays].filter(([name]) => isLearned(name)));
  const moments = contents.optimizer && momentsOf(contents.optimizer, learned, read);
  for (const [name, array] of moments?.arrays ?? []) arrays.set(name, array);
  return { format: formats[form], arrays, step: moments?.step ?? 0, epoch: contents.epoch };
}

function isFolder(path: string, fail: Fail): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return fail(code === 'ENOENT' || code === 'ENOTDIR' ? 'there is no such file' : message);
  }
}

function openFile(path: string, fail: Fail): ByteReader {
  try {
    return new ByteReader(path);
  } catch (error) {
    return fail((error as Error).message);
  }
}

/** Counters of batches as 64-bit numbers, and zeros where a file has none: PyTorch keeps them, nothing depends on them. */
export function withCounters(arrays: NamedArrays): NamedArrays {
  const out: NamedArrays = new Map(arrays);
  for (const name of arrays.keys()) {
    if (!name.endsWith('.running_mean')) continue;
    const counter = name.replace(/running_mean$/, 'num_batches_tracked');
    const found = arrays.get(counter);
    if (found === undefined) out.set(counter, int64Scalar(0));
    else if (found.dtype === 'I32') out.set(counter, int64Scalar(asInt32(found)[0] ?? 0));
  }
  return out;
}
