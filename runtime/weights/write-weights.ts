import { renameSync } from 'node:fs';
import type { Model, Optimizer } from '../../schema/generated/resolved.js';
import { clipSpec } from '../model/clip.js';
import { asFloat32, float32Array, int64Scalar, type NamedArray, type NamedArrays } from '../store/array.js';
import { temporaryName, writeSynced } from '../store/atomic.js';
import { safetensorsParts } from '../store/safetensors.js';
import { stateDictShapes } from './fit.js';
import type { WeightForm } from './forms.js';
import { toHalf } from './half.js';
import { isDecayed } from '../model/parameter.js';
import { isLearned, optimizerOrder } from './moments.js';
import { Call, Float, Name, Row, writePickle, type Writable } from './pickle/write-pickle.js';
import { Storages } from './torch/storages.js';
import { torchscriptEntries } from './torch/torchscript.js';
import { zipParts } from './zip/write-zip.js';

export interface WriteOptions {
  readonly model: Model;
  readonly epoch: number;
  /** Written beside the weights where they have moments; the study's forms only. */
  readonly optimizer?: { readonly settings: Optimizer; readonly step: number } | undefined;
}

/**
 * Writes a model's arrays (under OpenAI's names, see `weightsFor`) in a form that another program reads:
 * safetensors; the study's {epoch, name, state_dict, optimizer}; OpenAI's TorchScript archive, with convolutions,
 * linear layers and projections in half precision; open_clip's {epoch, name, state_dict}.
 */
export function writeWeights(
  path: string,
  arrays: NamedArrays,
  form: WeightForm,
  { model, epoch, optimizer }: WriteOptions,
): void {
  const ordered: NamedArrays = new Map();
  for (const name of stateDictShapes(model).keys()) ordered.set(name, arrays.get(name)!);
  const temporary = temporaryName(path);
  writeSynced(temporary, parts());
  renameSync(temporary, path);

  function parts(): readonly Uint8Array[] {
    switch (form) {
      case 'safetensors':
        return safetensorsParts(ordered);
      case 'openai':
        return zipParts(torchscriptEntries('archive', published(ordered, model)));
      case 'open-clip':
        return zipParts(checkpointEntries(ordered, '', epoch, null));
      case 'study':
      case 'study-parallel': {
        const prefix = form === 'study' ? '' : 'module.';
        const hasMoments = [...arrays.keys()].some((name) => name.startsWith('optimizer.m.'));
        return zipParts(
          checkpointEntries(
            ordered,
            prefix,
            epoch,
            optimizer && hasMoments ? { ...optimizer, arrays } : null,
          ),
        );
      }
    }
  }
}

type Moments = { readonly settings: Optimizer; readonly step: number; readonly arrays: NamedArrays };

function checkpointEntries(arrays: NamedArrays, prefix: string, epoch: number, moments: Moments | null) {
  const folder = 'archive';
  const storages = new Storages();
  const tensors = [...arrays].map(([name, array]) => new Row([`${prefix}${name}`, storages.tensor(array)]));
  const root = new Map<string, Writable>([
    ['epoch', epoch],
    ['name', 'expc'],
    ['state_dict', new Call(new Name('collections', 'OrderedDict'), [tensors])],
  ]);
  if (moments !== null) root.set('optimizer', optimizerState([...arrays.keys()], moments, storages));
  return [
    { name: `${folder}/data.pkl`, data: writePickle(root) },
    ...storages.entries(folder),
    { name: `${folder}/version`, data: Buffer.from('3\n') },
  ];
}

/** The `state_dict` of PyTorch's AdamW with the study's two groups: without decay, and with it. */
function optimizerState(names: readonly string[], moments: Moments, storages: Storages): Writable {
  const { settings, step, arrays } = moments;
  const order = optimizerOrder(names.filter(isLearned));
  const state = new Map<number, Writable>();
  order.forEach((name, index) => {
    const slot = new Map<string, Writable>([
      ['step', storages.tensor(float32Array(Float32Array.of(step), []))],
      ['exp_avg', storages.tensor(arrays.get(`optimizer.m.${name}`)!)],
      ['exp_avg_sq', storages.tensor(arrays.get(`optimizer.v.${name}`)!)],
    ]);
    state.set(index, slot);
  });
  const undecayed = optimizerOrder(names.filter(isLearned)).findIndex(isDecayed);
  const group = (decay: number, from: number, to: number): Writable =>
    new Map<string, Writable>([
      ['lr', new Float(settings.lr)],
      ['betas', new Row([new Float(settings.beta1), new Float(settings.beta2)])],
      ['eps', new Float(settings.eps)],
      ['weight_decay', new Float(decay)],
      ['amsgrad', false],
      ['maximize', false],
      ['foreach', null],
      ['capturable', false],
      ['differentiable', false],
      ['fused', null],
      ['params', Array.from({ length: to - from }, (_, i) => from + i)],
    ]);
  const split = undecayed < 0 ? order.length : undecayed;
  return new Map<string, Writable>([
    ['state', state],
    ['param_groups', [group(0, 0, split), group(settings.weight_decay, split, order.length)]],
  ]);
}

/** As OpenAI publishes: halves where its loader expects them, and three facts beside. */
function published(arrays: NamedArrays, model: Model): NamedArrays {
  const half = new Set(clipSpec(model).parameters.flatMap(({ name, half: is }) => (is ? [name] : [])));
  const out: NamedArrays = new Map();
  for (const [name, array] of arrays) out.set(name, half.has(name) ? halved(array) : array);
  const { image, text } = model;
  out.set('input_resolution', int64Scalar(image.resolution));
  out.set('context_length', int64Scalar(text.context));
  out.set('vocab_size', int64Scalar(text.vocabulary));
  return out;
}

function halved(array: NamedArray): NamedArray {
  const bits = toHalf(asFloat32(array));
  return { dtype: 'F16', shape: array.shape, data: new Uint8Array(bits.buffer) };
}
