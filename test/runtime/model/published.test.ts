import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Model } from '../../../schema/generated/resolved.js';
import { clipSpec } from '../../../runtime/model/clip.js';
import { pooledBy } from '../../../runtime/model/dimensions.js';
import { elements } from '../../../runtime/store/array.js';
import { rn50, vitB32 } from '../../support/models.js';

/** The model of a template, with the language's defaults. */
function template(name: string): Model {
  const path = fileURLToPath(new URL(`../../../templates/model/${name}.yaml`, import.meta.url));
  const { model } = parse(readFileSync(path, 'utf8')) as { model: Model };
  return {
    ...model,
    text: { ...model.text, context: 77, vocabulary: 49408, truncation: 'keep-end' },
    init: { logit_scale: Math.log(1 / 0.07), round_to_fp16: false },
  };
}

/** Parameters of the published models: sums of `p.numel()` over OpenAI's `clip.load(name).parameters()`. */
describe.each([
  ['rn50', 102_007_137],
  ['rn101', 119_688_033],
  ['rn50x4', 178_300_601],
  ['vit-b-32', 151_277_313],
  ['vit-b-16', 149_620_737],
  ['vit-l-14', 427_616_513],
])('the template %s', (name, published) => {
  const model = template(name);

  it('has as many parameters as the published model', () => {
    const count = clipSpec(model).parameters.reduce((sum, { shape }) => sum + elements(shape), 0);
    expect(count).toBe(published);
  });

  it('has heads of 64 channels everywhere', () => {
    expect(model.text.width / model.text.heads!).toBe(64);
    if (model.image.kind === 'vit') expect(model.image.width % 64).toBe(0);
    else expect(pooledBy(model.image).channels / pooledBy(model.image).heads).toBe(64);
  });
});

describe('the templates', () => {
  it('are the models that the original’s fixtures were made with', () => {
    const dimensions = ({ embed_dim, image, text: { layers, width } }: Model) => ({
      embed_dim,
      image,
      layers,
      width,
    });
    expect(dimensions(template('vit-b-32'))).toEqual(dimensions(vitB32));
    expect(dimensions(template('rn50'))).toEqual(dimensions(rn50));
  });
});
