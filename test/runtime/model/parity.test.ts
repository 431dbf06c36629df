import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ops } from '../../../runtime/backend/ops.js';
import { tf, type Tensor, type Tensor2D, type Tensor4D } from '../../../runtime/backend/tensorflow.js';
import { resizeAndCrop } from '../../../runtime/data/picture/geometry.js';
import { encodeImage, normalizePixels } from '../../../runtime/model/clip.js';
import { ModelState } from '../../../runtime/model/state.js';
import { encodeText } from '../../../runtime/model/text.js';
import type { NamedArrays } from '../../../runtime/store/array.js';
import { expectSameArrays } from '../../support/arrays.js';
import { fixtureModel } from '../../support/fixture-model.js';
import { fixtureArrays, fixtureJson, floats, ints, record } from '../../support/parity.js';
import { fixturePicture } from '../../support/pictures.js';

const models = { 'model-rn': fixtureModel('model-rn'), 'model-vit': fixtureModel('model-vit') };

/** A stored uint8 NHWC batch as a float tensor. */
function pictures(io: NamedArrays): Tensor4D {
  const { data, shape } = io.get('images_u8_nhwc')!;
  return tf.tensor4d(Float32Array.from(data), shape as [number, number, number, number]);
}

function captions(io: NamedArrays): Tensor2D {
  return tf.tensor2d(ints(io, 'input_ids'), io.get('input_ids')!.shape as [number, number], 'int32');
}

for (const [fixture, model] of Object.entries(models)) {
  const io = fixtureArrays(`${fixture}/io.safetensors`);
  const weights = fixtureArrays(`${fixture}/weights.safetensors`);

  describe(`the small model of fixture ${fixture}`, () => {
    let state: ModelState;
    beforeAll(() => {
      state = new ModelState(model);
      state.write(weights);
    });
    afterAll(() => state.dispose());

    /** Largest deviation of a tensor from a stored array. */
    const measure = (name: string, tensor: Tensor, tolerance: number) =>
      record(fixture, name, tensor.dataSync(), floats(io, name), tolerance);

    it('normalises pixels as the original', () => {
      tf.tidy(() => {
        const nchw = tf.transpose(normalizePixels(pictures(io)), [0, 3, 1, 2]);
        expect(measure('pixel_values_nchw', nchw, 1e-6).absolute).toBeLessThan(1e-6);
      });
    });

    // Evaluation first: training mode moves the running statistics.
    for (const mode of ['evaluation', 'training'] as const) {
      const prefix = mode === 'evaluation' ? 'eval' : 'train';
      it(`has the features, embeddings and logits of the original in ${mode} mode`, () => {
        tf.tidy(() => {
          state.write(weights);
          const forward = state[mode];
          const image = encodeImage(forward, model, normalizePixels(pictures(io)));
          const text = encodeText(forward, model.text, captions(io));
          expect(measure(`${prefix}.image_features`, image, 2e-5).relative).toBeLessThan(2e-5);
          expect(measure(`${prefix}.text_features`, text, 2e-5).relative).toBeLessThan(2e-5);
          const [i, t] = [ops.l2Normalize(image), ops.l2Normalize(text)];
          expect(measure(`${prefix}.image_embeds`, i, 1e-5).absolute).toBeLessThan(1e-5);
          expect(measure(`${prefix}.text_embeds`, t, 1e-5).absolute).toBeLessThan(1e-5);
          const logits = tf.mul(tf.matMul(i, t, false, true), tf.exp(forward.weight('logit_scale')));
          expect(measure(`${prefix}.logits_per_image`, logits, 3e-4).absolute).toBeLessThan(3e-4);
        });
      });
    }

    it('has the batch-norm statistics of the original after one pass in training mode', () => {
      tf.tidy(() => {
        state.write(weights);
        encodeImage(state.training, model, normalizePixels(pictures(io)));
      });
      const after = state.read();
      const names = [...io.keys()].filter((name) => name.startsWith('train_bn_after.'));
      const tracked = [...weights.keys()].filter((name) => /\.(running_|num_batches_)/.test(name));
      expect(names.map((name) => name.slice('train_bn_after.'.length)).sort()).toEqual(tracked.sort());
      expect(tracked.length > 0).toBe(model.image.kind === 'resnet');
      for (const name of names) {
        const buffer = name.slice('train_bn_after.'.length);
        if (buffer.endsWith('num_batches_tracked')) {
          expect([buffer, ints(after, buffer)[0]]).toEqual([buffer, ints(io, name)[0]]);
        } else {
          expect(
            record(
              fixture,
              'running statistics after one pass',
              floats(after, buffer),
              floats(io, name),
              1e-5,
            ).relative,
          ).toBeLessThan(1e-5);
        }
      }
    });

    it('does not move any statistics in evaluation mode', () => {
      state.write(weights);
      tf.tidy(() => void encodeImage(state.evaluation, model, normalizePixels(pictures(io))));
      expectSameArrays(state.read(), weights);
    });
  });
}

it('turns stored pictures into the pixel values of the original', async () => {
  const expected = fixtureArrays('preprocess/tensors.safetensors');
  for (const { input } of fixtureJson<{ input: string }[]>('preprocess/cases.json')) {
    const { data } = resizeAndCrop(await fixturePicture(`preprocess/${input}`), 64);
    tf.tidy(() => {
      const pixels = normalizePixels(tf.tensor4d(Float32Array.from(data), [1, 64, 64, 3]));
      const values = tf.transpose(pixels, [0, 3, 1, 2]).dataSync();
      const given = floats(expected, `${input.replace('.png', '')}.pixel_values_64`);
      const { absolute } = record('preprocess', 'pixel values at 64', values, given, 1e-6);
      expect([input, absolute < 1e-6]).toEqual([input, true]);
    });
  }
});
