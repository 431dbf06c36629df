import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../runtime/train/create-engine.js';
import { weightsFor } from '../../../runtime/weights/fit.js';
import { inferModel } from '../../../runtime/weights/infer-model.js';
import { readWeights } from '../../../runtime/weights/read-weights.js';
import { writeWeights } from '../../../runtime/weights/write-weights.js';
import { expectSameArrays } from '../../support/arrays.js';
import { deviation } from '../../support/deviation.js';
import { temporaryFolder } from '../../support/stage.js';

/** A folder that test/fixtures/weights/real_size.py has written to; 800 MB, so it is made by hand. */
const folder = process.env.EXPC_REAL_WEIGHTS;

/** The pictures and texts that the script embeds. */
function inputs() {
  const images = Uint8Array.from({ length: 2 * 224 * 224 * 3 }, (_, i) => ((i * 7919) % 65521) % 256);
  const ids = new Int32Array(2 * 77);
  [5, 40].forEach((length, row) => {
    for (let i = 1; i < length; i++) ids[row * 77 + i] = ((i * 997) % 49000) + 1;
    ids[row * 77] = 49406;
    ids[row * 77 + length] = 49407;
  });
  return { images, ids };
}

describe.skipIf(folder === undefined)("a model of OpenAI's size that PyTorch wrote", () => {
  it.each(['study.pt', 'plain.pt'])('gives the embeddings that PyTorch gives, from %s', async (name) => {
    const start = performance.now();
    const read = readWeights(join(folder!, name));
    const model = inferModel(read.arrays, name);
    const weights = weightsFor(model, read.arrays, name);
    console.log(`${name}: read in ${((performance.now() - start) / 1000).toFixed(1)} s`);
    const expected = JSON.parse(readFileSync(join(folder!, 'expected.json'), 'utf8')) as {
      readonly image: readonly number[];
      readonly text: readonly number[];
    };
    const engine = createEngine({ model }, { step: 1, evaluation: 2 }, () => undefined);
    engine.writeState(weights, 0, { optimizer: false });
    const { images, ids } = inputs();
    const image = deviation(await engine.embedImages(images, 2), expected.image);
    const text = deviation(await engine.embedTexts(ids, 2), expected.text);
    engine.dispose();
    console.log(`${name}: images off by ${image.absolute}, texts by ${text.absolute}`);
    expect(image.absolute).toBeLessThan(1e-5);
    expect(text.absolute).toBeLessThan(1e-5);
  });

  it('comes back exactly from what is written of it', () => {
    const read = readWeights(join(folder!, 'study.pt'));
    const model = inferModel(read.arrays, 'study.pt');
    const weights = weightsFor(model, read.arrays, 'study.pt');
    for (const form of ['safetensors', 'study-parallel', 'open-clip'] as const) {
      const path = join(temporaryFolder(), 'written');
      const start = performance.now();
      writeWeights(path, weights, form, { model, epoch: 7 });
      console.log(`${form}: written in ${((performance.now() - start) / 1000).toFixed(1)} s`);
      expectSameArrays(weightsFor(model, readWeights(path).arrays, form), weights);
    }
    console.log(`largest memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
  });
});
