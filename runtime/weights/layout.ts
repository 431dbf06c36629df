import { Dictionary, Instance, type PickleValue } from './pickle/values.js';
import { StoredTensor } from './torch/tensor.js';

/** Tensors by their dotted names. */
export type Tensors = ReadonlyMap<string, StoredTensor>;

/** What of a PyTorch file's object is of interest. */
export interface Contents {
  readonly tensors: Tensors;
  /** The optimizer's `state_dict`, where the file has one. */
  readonly optimizer: Dictionary | null;
  readonly epoch: number | null;
}

/** Keys under which programs store a model's `state_dict` beside other things. */
const modelKeys = ['state_dict', 'model_state_dict', 'model'];

/**
 * Finds the weights: a training program's {epoch, name, state_dict, optimizer} (the study's, open_clip's), a bare
 * `state_dict`, or the module tree of a TorchScript archive (OpenAI's). Null when the value is none of these.
 */
export function contentsOf(value: PickleValue): Contents | null {
  if (value instanceof Instance) return { tensors: tensorsOfModule(value), optimizer: null, epoch: null };
  if (!(value instanceof Dictionary)) return null;
  const key = modelKeys.find((name) => value.get(name) instanceof Dictionary);
  if (key === undefined) {
    const tensors = tensorsOf(value);
    return tensors.size === 0 ? null : { tensors, optimizer: null, epoch: null };
  }
  const [epoch, optimizer] = [value.get('epoch'), value.get('optimizer')];
  return {
    tensors: tensorsOf(value.get(key) as Dictionary),
    optimizer: optimizer instanceof Dictionary ? optimizer : null,
    epoch: typeof epoch === 'number' ? epoch : null,
  };
}

function tensorsOf({ entries }: Dictionary): Tensors {
  const found = new Map<string, StoredTensor>();
  for (const [name, value] of entries)
    if (typeof name === 'string' && value instanceof StoredTensor) found.set(name, value);
  return found;
}

function tensorsOfModule(root: Instance): Tensors {
  const found = new Map<string, StoredTensor>();
  const seen = new Set<Instance>();
  const walk = (module: Instance, prefix: string): void => {
    if (seen.has(module)) return; // A module inside itself is no tree.
    seen.add(module);
    for (const [name, value] of module.attributes.entries) {
      if (typeof name !== 'string') continue;
      if (value instanceof StoredTensor) found.set(prefix + name, value);
      else if (value instanceof Instance) walk(value, `${prefix}${name}.`);
    }
  };
  walk(root, '');
  return found;
}

/** What a data-parallel training puts before every name. */
const parallelPrefix = 'module.';
/** Where open_clip's models with a text tower of their own have what OpenAI's have at the top. */
const towerPrefix =
  /^text\.(?=(positional_embedding|text_projection|token_embedding|transformer|ln_final)\b)/;

/** OpenAI's name of an array, from a data-parallel training's or open_clip's. */
export function openaiName(name: string): string {
  const bare = name.startsWith(parallelPrefix) ? name.slice(parallelPrefix.length) : name;
  return bare.replace(towerPrefix, '');
}

/** Arrays of a file of weights that are none of the model's: facts, masks, what belongs to a loss. */
export function isBeside(name: string): boolean {
  return (
    ['input_resolution', 'context_length', 'vocab_size', 'logit_bias'].includes(name) ||
    name.endsWith('attn_mask') ||
    name.startsWith('optimizer.') ||
    name.startsWith('heads.')
  );
}
