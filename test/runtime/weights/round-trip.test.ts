import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../../schema/generated/resolved.js';
import { initialize } from '../../../runtime/model/initialize.js';
import { roundToHalf, float32Array, type NamedArrays } from '../../../runtime/store/array.js';
import { weightsFor } from '../../../runtime/weights/fit.js';
import { isBeside } from '../../../runtime/weights/layout.js';
import { isLearned } from '../../../runtime/weights/moments.js';
import { readWeights } from '../../../runtime/weights/read-weights.js';
import { weightForms, type WeightForm } from '../../../runtime/weights/forms.js';
import { writeWeights } from '../../../runtime/weights/write-weights.js';
import { expectSameArrays } from '../../support/arrays.js';
import { tinyResnet } from '../../support/models.js';
import { temporaryFolder } from '../../support/stage.js';

const tinyVit: Model = {
  ...tinyResnet,
  image: { kind: 'vit', layers: 2, width: 16, patch: 8, resolution: 16 },
};
const settings = { name: 'adamw', lr: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.1 } as const;

/** Fresh weights whose values survive half precision, so that every form can hold them. */
function weights(model: Model): NamedArrays {
  return initialize({ ...model, init: { ...model.init, round_to_fp16: true } }, 7);
}

function withMoments(arrays: NamedArrays): NamedArrays {
  const out: NamedArrays = new Map(arrays);
  for (const [name, { shape, data }] of arrays)
    if (isLearned(name))
      for (const moment of ['m', 'v'])
        out.set(
          `optimizer.${moment}.${name}`,
          float32Array(
            Float32Array.from({ length: data.byteLength / 4 }, (_, i) => i / 7),
            shape,
          ),
        );
  return out;
}

function roundTrip(model: Model, arrays: NamedArrays, form: WeightForm) {
  const path = join(temporaryFolder(), form === 'safetensors' ? 'w.safetensors' : 'w.pt');
  writeWeights(path, arrays, form, { model, epoch: 3, optimizer: { settings, step: 41 } });
  return { path, read: readWeights(path) };
}

const core = (arrays: NamedArrays): NamedArrays => new Map([...arrays].filter(([name]) => !isBeside(name)));

describe.each([
  ['a resnet', tinyResnet],
  ['a vision transformer', tinyVit],
])('weights of %s', (_, model) => {
  it.each(weightForms)('come back exactly from %s', (form) => {
    const arrays = weights(model);
    const { read } = roundTrip(model, arrays, form);
    expectSameArrays(core(weightsFor(model, read.arrays, 'it')), arrays);
    if (form !== 'safetensors' && form !== 'openai') expect(read.epoch).toBe(3);
  });

  it.each(['study', 'study-parallel'] as const)('keep their moments in %s', (form) => {
    const arrays = withMoments(weights(model));
    const { read } = roundTrip(model, arrays, form);
    expectSameArrays(read.arrays, arrays);
    expect(read.step).toBe(41);
  });
});

describe('a written file', () => {
  it('has the same bytes every time', () => {
    const arrays = weights(tinyVit);
    const bytes = () => readFileSync(roundTrip(tinyVit, arrays, 'openai').path);
    expect(bytes().equals(bytes())).toBe(true);
  });

  it('starts every block of numbers at a multiple of 64 bytes, as PyTorch does', () => {
    const { path } = roundTrip(tinyVit, weights(tinyVit), 'study');
    const bytes = readFileSync(path);
    let blocks = 0;
    for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; blocks++) {
      const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
      expect(start % 64).toBe(0);
      at = start + bytes.readUInt32LE(at + 18);
    }
    expect(blocks).toBeGreaterThan(30);
  });

  it('names what is `module.` in a data-parallel training, and only there', () => {
    const text = (form: WeightForm) =>
      readFileSync(roundTrip(tinyVit, weights(tinyVit), form).path, 'latin1');
    expect(text('study-parallel')).toContain('module.visual.proj');
    expect(text('study')).not.toContain('module.');
  });

  it('in half precision holds the nearest halves', () => {
    const arrays = initialize({ ...tinyVit, init: { ...tinyVit.init, round_to_fp16: false } }, 7);
    const { read } = roundTrip(tinyVit, arrays, 'openai');
    const floats = (a: NamedArrays) => new Float32Array(Uint8Array.from(a.get('visual.proj')!.data).buffer);
    expect(floats(read.arrays)).toEqual(floats(arrays).map(roundToHalf));
  });
});
