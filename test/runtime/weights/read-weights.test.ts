import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { asFloat32, asInt32, float32Array, type NamedArrays } from '../../../runtime/store/array.js';
import { epochName, saveCheckpoint } from '../../../runtime/store/checkpoint.js';
import { writeSafetensors } from '../../../runtime/store/safetensors.js';
import { weightsFor } from '../../../runtime/weights/fit.js';
import { initialize } from '../../../runtime/model/initialize.js';
import { inferModel } from '../../../runtime/weights/infer-model.js';
import { openaiName } from '../../../runtime/weights/layout.js';
import { readWeights } from '../../../runtime/weights/read-weights.js';
import { tinyResnet, vitB32 } from '../../support/models.js';
import { temporaryFolder } from '../../support/stage.js';

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/weights/${name}`, import.meta.url));
const eighths = Array.from({ length: 24 }, (_, i) => i / 8);
const at = (i: number, j: number, k: number) => eighths[12 * i + 4 * j + k]!;

describe.each(['bare.pt', 'legacy.pt'])('what PyTorch wrote: %s', (name) => {
  const { arrays, epoch } = readWeights(fixture(name));
  const numbers = (key: string) => [...asFloat32(arrays.get(key)!)];

  it('has every floating-point type as float32', () => {
    for (const key of ['plain', 'half', 'bfloat', 'double', 'twice']) {
      expect(numbers(key)).toEqual(eighths);
      expect(arrays.get(key)).toMatchObject({ dtype: 'F32', shape: [2, 3, 4] });
    }
  });

  it('has scalars, counters, empty tensors and parameters', () => {
    expect(numbers('scalar')).toEqual([0.5]);
    expect([...asInt32(arrays.get('counter')!)]).toEqual([7]);
    expect(arrays.get('empty')).toMatchObject({ shape: [0, 4] });
    expect(numbers('parameter')).toEqual(eighths.map((value) => 2 * value));
    expect(epoch).toBe(name === 'legacy.pt' ? 5 : null);
  });

  it('has views row by row, whatever their strides', () => {
    expect(arrays.get('transposed')!.shape).toEqual([4, 2, 3]);
    const transposed = [0, 1, 2, 3].flatMap((k) => [0, 1].flatMap((i) => [0, 1, 2].map((j) => at(i, j, k))));
    expect(numbers('transposed')).toEqual(transposed);
    const slice = [0, 1].flatMap((i) => [1, 2].flatMap((j) => [0, 2].map((k) => at(i, j, k))));
    expect(numbers('slice')).toEqual(slice);
  });
});

describe('weights of other origin', () => {
  it('are read from safetensors under any name, from a data-parallel training too', () => {
    const path = join(temporaryFolder(), 'weights.dat');
    writeSafetensors(path, new Map([['module.visual.proj', float32Array(Float32Array.of(1, 2), [2])]]));
    const { format, arrays } = readWeights(path);
    expect(format).toBe('safetensors');
    expect([...arrays.keys()]).toEqual(['visual.proj']);
  });

  it('are read from a checkpoint of our own, with its step and epoch', () => {
    const folder = join(temporaryFolder(), 'checkpoints');
    mkdirSync(folder);
    const tensors = initialize(tinyResnet, 1);
    saveCheckpoint(folder, { name: epochName(2), tensors, state: { step: 30, epoch: 2, batch: 0 } });
    const weights = readWeights(join(folder, epochName(2)));
    expect(weights).toMatchObject({ format: 'checkpoint of expc', step: 30, epoch: 2 });
    expect(weightsFor(tinyResnet, weights.arrays, 'it').size).toBe(tensors.size);
  });

  it('have OpenAI’s names whatever program wrote them', () => {
    expect(openaiName('module.visual.conv1.weight')).toBe('visual.conv1.weight');
    expect(openaiName('text.transformer.resblocks.0.ln_1.bias')).toBe('transformer.resblocks.0.ln_1.bias');
    expect(openaiName('module.text.token_embedding.weight')).toBe('token_embedding.weight');
    expect(openaiName('text.positional_embedding')).toBe('positional_embedding');
    expect(openaiName('text_projection')).toBe('text_projection');
    expect(openaiName('text.other')).toBe('text.other');
  });

  it('say what they are not', () => {
    const path = join(temporaryFolder(), 'x.pt');
    writeFileSync(path, 'hello, this is no file of weights at all');
    expect(() => readWeights(path)).toThrow('neither safetensors nor a file that PyTorch wrote');
    expect(() => readWeights(join(path, 'y'))).toThrow('there is no such file');
    expect(() => readWeights(temporaryFolder())).toThrow('a folder, but not that of a checkpoint');
    writeFileSync(path, '');
    expect(() => readWeights(path)).toThrow('cannot be read');
    writeFileSync(path, readFileSync(fixture('bare.pt')).subarray(0, 900));
    expect(() => readWeights(path)).toThrow('cut off');
  });
});

describe('weights of another model', () => {
  const arrays = initialize(tinyResnet, 1);
  const complaint = (found: NamedArrays, model = tinyResnet): string => {
    try {
      weightsFor(model, found, 'w.pt');
    } catch (error) {
      return (error as Error).message;
    }
    return 'none';
  };

  it('are refused with every name that is missing, has another shape, or is too many', () => {
    const found = new Map(arrays);
    found.delete('text_projection');
    found.delete('ln_final.bias');
    found.set('visual.conv1.weight', float32Array(new Float32Array(4 * 3 * 25), [4, 3, 5, 5]));
    found.set('visual.layer9.0.bn1.weight', float32Array(new Float32Array(1), [1]));
    const text = complaint(found);
    expect(text).toContain('the weights in w.pt are of another model');
    expect(text).toContain('text_projection is missing');
    expect(text).toContain('ln_final.bias is missing');
    expect(text).toContain('visual.conv1.weight is [4, 3, 5, 5], not [4, 3, 3, 3]');
    expect(text).toContain('visual.layer9.0.bn1.weight is not part of the model');
  });

  it('are listed up to twenty, then counted', () => {
    expect(complaint(arrays, vitB32)).toMatch(/and \d+ more$/);
  });

  it('may lack counters of batches, and have a mask or facts beside', () => {
    const found: NamedArrays = new Map([...arrays].filter(([name]) => !name.endsWith('num_batches_tracked')));
    found.set('attn_mask', float32Array(new Float32Array(1), [1]));
    found.set('logit_bias', float32Array(new Float32Array(1), []));
    expect(complaint(found)).toBe('none');
    expect(weightsFor(tinyResnet, found, 'it').get('visual.bn1.num_batches_tracked')!.dtype).toBe('I64');
  });

  it('have no shape to infer a model from when they are not of CLIP', () => {
    expect(() =>
      inferModel(new Map([['fc.weight', float32Array(new Float32Array(2), [2])]]), 'w.pt'),
    ).toThrow('not those of a CLIP model: `text_projection` is missing');
  });
});
