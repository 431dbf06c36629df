import { describe, expect, it } from 'vitest';
import { validationLoss } from '../../../runtime/objective/validation.js';
import { fixtureArrays, fixtureJson, floats, record } from '../../support/parity.js';

const arrays = fixtureArrays('validation/validation.safetensors');
const { batch_size, expected } = fixtureJson<{ batch_size: number; expected: { val_loss: number } }>(
  'validation/validation.json',
);
const [rows, dim] = arrays.get('image_embeds')!.shape as [number, number];
const image = floats(arrays, 'image_embeds');
const text = floats(arrays, 'text_embeds');
const logitScale = floats(arrays, 'logit_scale')[0]!;

describe('the validation loss', () => {
  it('is that of the original, whose last batch is smaller', () => {
    const loss = validationLoss(image, text, dim, { logitScale, batch: batch_size });
    expect(record('validation', 'val_loss', [loss], [expected.val_loss], 1e-5).relative).toBeLessThan(1e-5);
  });

  it('is 0 for a single pair, which has nothing to be mistaken for', () => {
    expect(validationLoss(image.subarray(0, dim), text.subarray(0, dim), dim, { logitScale, batch: 8 })).toBe(
      0,
    );
  });

  it('is harder in larger batches', () => {
    const of = (batch: number) => validationLoss(image, text, dim, { logitScale, batch });
    expect(of(rows)).toBeGreaterThan(of(8));
    expect(of(8)).toBeGreaterThan(of(2));
  });
});
