import type { NamedArrays } from '../../store/array.js';
import { isLearned } from '../moments.js';
import { Made, Name, Row, writePickle, type Writable } from '../pickle/write-pickle.js';
import type { NewEntry } from '../zip/write-zip.js';
import { Storages } from './storages.js';

/** A module of the tree that dotted names span. */
interface Module {
  readonly tensors: Map<string, string>;
  readonly children: Map<string, Module>;
}

const newModule = (): Module => ({ tensors: new Map(), children: new Map() });

/**
 * The entries of a TorchScript archive with these arrays: a tree of modules without methods, each with a class of its
 * own, as `torch.jit.save` lays it out. `torch.jit.load(path).state_dict()` gives the arrays back.
 */
export function torchscriptEntries(folder: string, arrays: NamedArrays): NewEntry[] {
  const root = newModule();
  for (const name of arrays.keys()) {
    const steps = name.split('.');
    let at = root;
    for (const step of steps.slice(0, -1)) {
      if (!at.children.has(step)) at.children.set(step, newModule());
      at = at.children.get(step)!;
    }
    at.tensors.set(steps.at(-1)!, name);
  }
  const storages = new Storages();
  const code: NewEntry[] = [];
  const value = pickled(root, 'CLIP', { arrays, storages, code, folder });
  return [
    { name: `${folder}/data.pkl`, data: writePickle(value) },
    ...storages.entries(folder),
    ...code,
    { name: `${folder}/constants.pkl`, data: writePickle(new Row([])) },
    { name: `${folder}/version`, data: Buffer.from('3\n') },
  ];
}

interface Out {
  readonly arrays: NamedArrays;
  readonly storages: Storages;
  readonly code: NewEntry[];
  readonly folder: string;
}

/** A module's attributes; its class goes into a source file of its own. */
function pickled({ tensors, children }: Module, type: string, out: Out): Writable {
  const attributes = new Map<string, Writable>();
  for (const [attribute, name] of tensors)
    attributes.set(attribute, out.storages.tensor(out.arrays.get(name)!));
  attributes.set('training', false);
  for (const [child, module] of children) attributes.set(child, pickled(module, classOf(type, child), out));
  out.code.push({
    name: `${out.folder}/code/__torch__/${type}.py`,
    data: Buffer.from(source(type, { tensors, children })),
  });
  return new Made(new Name(`__torch__.${type}`, 'Module_'), attributes);
}

const classOf = (type: string, child: string): string => `${type}_${child}`;

function source(type: string, { tensors, children }: Module): string {
  const names = [...tensors.keys()];
  const quoted = (chosen: readonly string[]) => chosen.map((name) => `"${name}", `).join('');
  const parameter = (name: string) => isLearned(`.${name}`) && !facts.has(name);
  const annotated = (name: string, what: string) =>
    /^\d/.test(name) ? `  __annotations__["${name}"] = ${what}\n` : `  ${name} : ${what}\n`;
  return [
    'class Module_(Module):\n',
    `  __parameters__ = [${quoted(names.filter(parameter))}]\n`,
    `  __buffers__ = [${quoted(names.filter((name) => !parameter(name)))}]\n`,
    ...names.map((name) => annotated(name, 'Tensor')),
    '  training : bool\n',
    ...[...children.keys()].map((name) => annotated(name, `__torch__.${classOf(type, name)}.Module_`)),
  ].join('');
}

/** What OpenAI's archives say of themselves: integers beside the weights. */
export const facts: ReadonlySet<string> = new Set(['input_resolution', 'context_length', 'vocab_size']);
