import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asFloat32, asInt32, type NamedArray, type NamedArrays } from '../../../runtime/store/array.js';
import { weightsFor } from '../../../runtime/weights/fit.js';
import { inferModel } from '../../../runtime/weights/infer-model.js';
import { isLearned } from '../../../runtime/weights/moments.js';
import { readWeights, type Weights } from '../../../runtime/weights/read-weights.js';
import { temporaryFolder } from '../../support/stage.js';
import { fixtureArrays, fixtureJson, parityDir, record } from '../../support/parity.js';

/** What a checkpoint says of itself, and the name of each weight by its number in the optimizer. */
interface Written {
  readonly epoch: number;
  readonly index_to_name: Readonly<Record<string, string>>;
}
interface Facts {
  readonly config: Readonly<Record<string, unknown>> & { readonly vision_layers: unknown };
  readonly epoch_2: Written;
  readonly epoch_1_ddp: Written;
}
const facts = fixtureJson<Facts>('checkpoint/checkpoint.json');
const values = (array: NamedArray): ArrayLike<number> =>
  array.dtype === 'I64' || array.dtype === 'I32' ? asInt32(array) : asFloat32(array);

function expectSame(what: string, actual: NamedArrays, name: string, expected: NamedArray): void {
  const found = actual.get(name);
  expect(found, name).toBeDefined();
  expect(found!.shape.join()).toBe(expected.shape.join());
  expect(record('checkpoint', what, values(found!), values(expected), 0).absolute).toBe(0);
}

function expectWeights({ arrays }: Weights, expected: NamedArrays, prefix: string, what: string): void {
  const names = [...expected.keys()].filter((name) => name.startsWith(prefix));
  expect(names.length).toBeGreaterThan(50);
  for (const name of names)
    expectSame(what, arrays, name.slice(prefix.length).replace(/^module\./, ''), expected.get(name)!);
}

describe.each([
  ['epoch_2.pt', 'epoch_2.expected.safetensors', facts.epoch_2],
  ['epoch_1.ddp.pt', 'epoch_1.ddp.expected.safetensors', facts.epoch_1_ddp],
])('a checkpoint that training wrote, %s', (file, expectedFile, { epoch, index_to_name }) => {
  const weights = readWeights(join(parityDir(), 'checkpoint', file));
  const expected = fixtureArrays(`checkpoint/${expectedFile}`);

  it('has the weights exactly, and says its epoch', () => {
    expectWeights(weights, expected, 'state_dict.', `weights of ${file}`);
    expect(weights).toMatchObject({ format: 'PyTorch', epoch });
  });

  it('has the moments exactly, under the names of their weights', () => {
    for (const [index, written] of Object.entries(index_to_name)) {
      const name = written.replace(/^module\./, '');
      const slot = (part: string) => expected.get(`optimizer.state.${index}.${part}`)!;
      expectSame(`moments of ${file}`, weights.arrays, `optimizer.m.${name}`, slot('exp_avg'));
      expectSame(`moments of ${file}`, weights.arrays, `optimizer.v.${name}`, slot('exp_avg_sq'));
      expect(weights.step).toBe(values(slot('step'))[0]);
    }
  });
});

describe('an archive laid out as the published ones', () => {
  const path = join(parityDir(), 'checkpoint', 'openai-like.jit.pt');
  const weights = readWeights(path);
  const expected = fixtureArrays('checkpoint/openai-like.expected.safetensors');

  it('has the weights exactly, all as float32', () => {
    expect(weights.format).toBe('TorchScript');
    expectWeights(weights, expected, 'file.', 'weights of openai-like.jit.pt');
    for (const [name, { dtype }] of weights.arrays)
      if (isLearned(name) && dtype !== 'I64') expect(dtype).toBe('F32');
  });

  it('is told by its content, whatever its name', () => {
    const other = join(temporaryFolder(), 'weights.bin');
    copyFileSync(path, other);
    expectWeights(readWeights(other), expected, 'file.', 'weights of openai-like.jit.pt');
  });
});

describe('the model that weights are of', () => {
  it('is read from the shapes of a checkpoint', () => {
    const { arrays } = readWeights(join(parityDir(), 'checkpoint', 'epoch_2.pt'));
    const { config } = facts;
    expect(inferModel(arrays, 'it')).toMatchObject({
      embed_dim: config.embed_dim,
      image: {
        kind: 'resnet',
        layers: config.vision_layers,
        width: config.vision_width,
        resolution: config.image_resolution,
      },
      text: {
        layers: config.transformer_layers,
        width: config.transformer_width,
        context: config.context_length,
        vocabulary: config.vocab_size,
      },
    });
    expect(weightsFor(inferModel(arrays, 'it'), arrays, 'it').size).toBeGreaterThan(50);
  });

  it('agrees with what an archive says of itself', () => {
    const { arrays } = readWeights(join(parityDir(), 'checkpoint', 'openai-like.jit.pt'));
    const model = inferModel(arrays, 'it');
    const said = (name: string) => values(arrays.get(name)!)[0];
    expect(model.image.resolution).toBe(said('input_resolution'));
    expect(model.text.context).toBe(said('context_length'));
    expect(model.text.vocabulary).toBe(said('vocab_size'));
    expect(weightsFor(model, arrays, 'it').size).toBeGreaterThan(50);
  });
});
